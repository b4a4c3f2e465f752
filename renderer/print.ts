import './styles/fonts.css';
import './styles/tokens.css';
import './features/print/print.css';
import { createApi } from './api/api.ts';
import { printPlan } from './features/print/print-plan.ts';
import { chooseHost } from './host/choose-host.ts';

/*
 * The page that is turned into a PDF. Whoever opened it waits for `data-ready` on the root element: `true` when
 * everything is laid out, `failed` with the reason in `data-problem`.
 */
const root = document.getElementById('plan');
if (!root) throw new Error('print.html has no #plan');
const { dataset } = document.documentElement;

const api = createApi(chooseHost());
const source = {
  state: () => api.run('app.read', {}),
  plan: (planId: string) => api.run('plan.read', { planId }),
};

printPlan(source, window.location.hash, root).then(
  () => (dataset['ready'] = 'true'),
  (error: unknown) => {
    dataset['problem'] = error instanceof Error ? error.message : 'unknown error';
    dataset['ready'] = 'failed';
  },
);
