import './styles/fonts.css';
import './styles/tokens.css';
import './features/print/print.css';
import { createApi } from './api/api.ts';
import { drawPicture } from './features/print/draw-picture.ts';
import { loadFonts } from './features/print/fonts.ts';
import { printPlan } from './features/print/print-plan.ts';
import { readRequest } from './features/print/print-request.ts';
import { chooseHost } from './host/choose-host.ts';

/*
 * The page that is turned into a PDF, or into a picture of the timeline. What to show stands behind the `#` of its
 * address; a page without one gets ready and waits for it. Whoever opened it waits for `data-ready` on the root
 * element: `true` when everything is laid out, `failed` with the reason in `data-problem`.
 */
const root = document.getElementById('plan');
if (!root) throw new Error('print.html has no #plan');
const { dataset } = document.documentElement;

/** What nearly every plan is written in. */
const USUAL_LETTERS = 'Aa1';

const api = createApi(chooseHost());
const source = {
  state: () => api.run('app.read', {}),
  plan: (planId: string) => api.run('plan.read', { planId }),
  changes: (planId: string, baselineId: string | null) =>
    api.run('baseline.compare', { planId, ...(baselineId === null ? {} : { baselineId }) }),
};

async function show(root: HTMLElement): Promise<void> {
  if (window.location.hash === '') {
    void loadFonts(USUAL_LETTERS);
    await new Promise((resolve) => window.addEventListener('hashchange', resolve, { once: true }));
  }
  const asked = readRequest(window.location.hash);
  if (asked === null) throw new Error('the page was not told what to print');
  return asked.kind === 'print'
    ? printPlan(source, asked.request, root)
    : drawPicture((request) => api.run('plan.export', { ...request, format: 'svg' }), asked.request, root);
}

show(root).then(
  () => (dataset['ready'] = 'true'),
  (error: unknown) => {
    dataset['problem'] = error instanceof Error ? error.message : 'unknown error';
    dataset['ready'] = 'failed';
  },
);
