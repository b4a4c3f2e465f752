import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Assets } from '#electron/hosts/assets.ts';
import { answerPage } from '#electron/hosts/page-answer.ts';
import { failed, laidOut, type LaidOut } from './printer.ts';

/** What the pages are made of: their files, and their one door to the application. */
export interface PageParts {
  assets: Assets;
  /** JSON text in, JSON text out. */
  invoke: (text: string) => Promise<string>;
}

/** The print page in a context of its own, loaded, and perhaps not told yet what to show. */
export interface PrintPage {
  readonly page: Page;
  /** Never resolves; rejects when the page's process dies or its script fails. */
  readonly broken: Promise<never>;
  close(): Promise<void>;
}

/** `.invalid` is reserved: no name server answers for it, should a request ever get past the browser. */
const ORIGIN = 'http://throughline.invalid';

/** Opens the print page. Without a fragment it loads what every print needs and waits for one. @throws PrintError */
export async function openPrintPage(
  browser: Browser,
  { assets, invoke }: PageParts,
  options: BrowserContextOptions,
  fragment = '',
): Promise<PrintPage> {
  const context = await browser.newContext({
    locale: 'en-US',
    timezoneId: 'UTC',
    serviceWorkers: 'block',
    ...options,
  });
  const close = () => context.close().catch(() => undefined);
  try {
    const page = await context.newPage();
    const broken = new Promise<never>((_resolve, reject) => {
      page.once('crash', () => reject(failed('the browser’s page crashed')));
      page.once('pageerror', ({ message }) => reject(failed(message)));
    });
    // Whoever does not wait for the page any more does not have to hear of it.
    broken.catch(() => undefined);
    await furnish(page, assets, invoke);
    // How long it may take is the printer's to say.
    const answer = await page.goto(`${ORIGIN}/print.html${fragment}`, { timeout: 0 });
    if (!answer?.ok()) throw failed('the built page is missing or incomplete');
    return { page, broken, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Gives the page its files, under the same policy as on every host, and its one door to the application. */
async function furnish(page: Page, assets: Assets, invoke: PageParts['invoke']): Promise<void> {
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort();
    const { status, headers, body } = answerPage(assets, pathname);
    return route.fulfill({ status, headers, body: Buffer.from(body) });
  });
  await page.exposeFunction('throughlineInvoke', invoke);
  await page.addInitScript(() => {
    const { throughlineInvoke } = globalThis as unknown as {
      throughlineInvoke: (text: string) => Promise<string>;
    };
    Object.assign(globalThis, { bridge: { invoke: throughlineInvoke, onMenu: () => () => undefined } });
  });
}

/** Resolves in the page, once it has said what came of it: asking again and again would cost up to half a second. */
const OUTCOME = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    const { ready, problem, today, notes } = root.dataset;
    if (ready) resolve({ ready, problem, today, notes });
  };
  new MutationObserver(look).observe(root, { attributeFilter: ['data-ready'] });
  look();
})`;

interface Outcome {
  ready: string;
  problem?: string;
  today?: string;
  notes?: string;
}

/**
 * Waits until everything on the page is in its place, and answers what the page says of itself. A fragment tells
 * a page that was opened without one what to show. @throws PrintError
 */
export async function untilLaidOut(page: Page, fragment = ''): Promise<LaidOut> {
  const tell = fragment === '' ? '' : `location.hash = ${JSON.stringify(fragment)}, `;
  const { ready, problem, ...said } = await page.evaluate<Outcome>(`(${tell}${OUTCOME})`);
  if (ready !== 'true') throw failed(problem ?? 'the page could not be laid out');
  return laidOut(said);
}
