import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Assets } from '#electron/hosts/assets.ts';
import { answerPage } from '#electron/hosts/page-answer.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { findChromium, type Chromium, type NoChromium } from './find-chromium.ts';
import {
  assertDrawable,
  pictureFragment,
  PICTURE_SCALE,
  PRINT_LIMIT_MS,
  PrintError,
  printFragment,
  type Printer,
} from './printer.ts';

export interface ChromiumPrinterParts {
  /** The built page's files. */
  assets: Assets;
  /** Carries the page's questions to the core: JSON text in, JSON text out. */
  invoke: (text: string) => Promise<string>;
  find?: () => Promise<Chromium | NoChromium>;
  limitMs?: number;
  /** How long the browser stays open for the next print. */
  idleMs?: number;
}

/** `.invalid` is reserved: no name server answers for it, should a request ever get past the browser. */
const ORIGIN = 'http://throughline.invalid';

/** The page asks for its paper itself (`@page`), so that window and command line print the same. */
const PDF_OPTIONS = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true } as const;

/**
 * Prints with a Chromium of this machine, which sees our own files and nothing else of the world. It is started by the
 * first print and closed by `close`, by a signal that ends the process, or when nothing was printed for a while.
 */
export function createChromiumPrinter(parts: ChromiumPrinterParts): Printer & { close(): Promise<void> } {
  const {
    assets,
    invoke,
    find = () => findChromium({ order: 'people' }),
    limitMs = PRINT_LIMIT_MS,
    idleMs = 60_000,
  } = parts;
  let opening: Promise<Browser> | null = null;
  let printing = 0;
  let signals: ReturnType<typeof closeOnSignal> | null = null;
  let idle: NodeJS.Timeout | undefined;

  const close = async () => {
    clearTimeout(idle);
    const closing = opening;
    opening = null;
    // A browser that never opened has told its print why; one that is gone already needs no closing.
    await closing?.then((browser) => browser.close()).catch(() => undefined);
  };

  const open = () => {
    clearTimeout(idle);
    if (opening) return opening;
    const mine = launch(find);
    const forget = () => {
      if (opening === mine) opening = null;
    };
    mine.then((browser) => browser.once('disconnected', forget), forget);
    opening = mine;
    return mine;
  };

  const onPage = async <Result>(
    options: BrowserContextOptions,
    work: (page: Page) => Promise<Result>,
  ): Promise<Result> => {
    const guard = (signals ??= closeOnSignal(close));
    printing += 1;
    try {
      const browser = await open();
      const context = await browser.newContext({
        locale: 'en-US',
        timezoneId: 'UTC',
        serviceWorkers: 'block',
        ...options,
      });
      try {
        const page = await context.newPage();
        await furnish(page, assets, invoke);
        return await endedBy(page, limitMs, work(page));
      } finally {
        await context.close().catch(() => undefined);
      }
    } catch (cause) {
      if (cause instanceof PrintError) throw cause;
      throw failed(reasonOf(cause), cause);
    } finally {
      printing -= 1;
      if (printing === 0) {
        signals = null;
        guard.release();
        idle = setTimeout(() => void close(), idleMs).unref();
      }
      await guard.answered();
    }
  };

  return {
    close,
    print: (request) =>
      onPage({}, async (page) => {
        await layOut(page, printFragment(request), limitMs);
        return new Uint8Array(await page.pdf(PDF_OPTIONS));
      }),
    draw: (request) =>
      onPage({ deviceScaleFactor: PICTURE_SCALE }, async (page) => {
        await layOut(page, pictureFragment(request), limitMs);
        return new Uint8Array(await drawPicture(page));
      }),
  };
}

async function launch(find: () => Promise<Chromium | NoChromium>): Promise<Browser> {
  const found = await find();
  if (!found.ok) throw new PrintError({ code: 'no-browser', detail: found.cure });
  const { executablePath, args, env, chromiumSandbox } = found;
  // Loaded only now: it takes longer to read than most commands take to run.
  const { chromium } = await import('playwright-core');
  return chromium.launch({
    executablePath,
    env,
    chromiumSandbox,
    args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND'],
    // Playwright would end our process as well, in the middle of closing the database.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Gives the page its files, under the same policy as on every host, and its one door to the application. */
async function furnish(page: Page, assets: Assets, invoke: (text: string) => Promise<string>): Promise<void> {
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

/** Opens the print page and waits until everything on it is in its place. */
async function layOut(page: Page, fragment: string, limitMs: number): Promise<void> {
  const answer = await page.goto(`${ORIGIN}/print.html${fragment}`, { timeout: limitMs });
  if (!answer?.ok()) throw failed('the built page is missing or incomplete');
  const root = page.locator('html[data-ready]');
  await root.waitFor({ state: 'attached', timeout: limitMs });
  if ((await root.getAttribute('data-ready')) !== 'true') {
    throw failed((await root.getAttribute('data-problem')) ?? 'the page could not be laid out');
  }
}

async function drawPicture(page: Page): Promise<Buffer> {
  const box = await page.locator('svg').first().boundingBox();
  if (box === null) throw failed('the page shows no picture');
  assertDrawable(box.width, box.height);
  return page.screenshot({ clip: box, fullPage: true, type: 'png' });
}

/** The work's result, unless the time is up, the page's process dies or its script fails first. */
async function endedBy<Result>(page: Page, limitMs: number, work: Promise<Result>): Promise<Result> {
  let limit: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(failed(`it was not ready within ${limitMs / 1000} seconds`)), limitMs);
    page.once('crash', () => reject(failed('the browser’s page crashed')));
    page.once('pageerror', ({ message }) => reject(failed(message)));
  });
  // Whichever loses is settled by closing the page, with nobody left to hear of it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(limit);
  }
}

const failed = (detail: string, cause?: unknown) => new PrintError({ code: 'print-failed', detail }, cause);

/** Playwright's messages go on with a log of many lines; the first says what happened. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : 'unknown error';
  return message.split('\n', 1)[0] ?? message;
}
