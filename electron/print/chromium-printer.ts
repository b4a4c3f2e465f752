import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openPrintPage, untilLaidOut, type PageParts, type PrintPage } from './chromium-page.ts';
import { closeOnSignal } from './close-on-signal.ts';
import { findChromium, type Chromium, type NoChromium } from './find-chromium.ts';
import { packPdf } from './pack-pdf.ts';
import {
  assertDrawable,
  failed,
  pictureFragment,
  PICTURE_SCALE,
  PRINT_LIMIT_MS,
  PrintError,
  printFragment,
  type LaidOut,
  type Printer,
  type PrintWatch,
} from './printer.ts';

export interface ChromiumPrinterParts extends PageParts {
  find?: () => Promise<Chromium | NoChromium>;
  limitMs?: number;
  /** How long the browser stays open for the next print. */
  idleMs?: number;
  /** Whether the next print is likely: then a page is opened for it as soon as one is done. */
  more?: boolean;
}

export interface ChromiumPrinter extends Printer {
  /** Resolves when nothing is being made ready for the next print any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** The page asks for its paper itself (`@page`), so that window and command line print the same. */
export const PDF_OPTIONS = {
  tagged: true,
  outline: true,
  preferCSSPageSize: true,
  printBackground: true,
} as const;

/**
 * Prints with a Chromium of this machine, which sees our own files and nothing else of the world. It is started by the
 * first print and closed by `close`, by a signal that ends the process, or when nothing was printed for a while.
 */
export function createChromiumPrinter(parts: ChromiumPrinterParts): ChromiumPrinter {
  const {
    find = () => findChromium({ order: 'people' }),
    limitMs = PRINT_LIMIT_MS,
    idleMs = 60_000,
    more = false,
  } = parts;
  let opening: Promise<Browser> | null = null;
  /** A page that nothing was shown on yet. */
  let spare: Promise<PrintPage | null> | null = null;
  let printing = 0;
  let signals: ReturnType<typeof closeOnSignal> | null = null;
  let idle: NodeJS.Timeout | undefined;

  const close = async () => {
    clearTimeout(idle);
    const closing = opening;
    opening = null;
    spare = null;
    // A browser that never opened has told its print why; one that is gone already needs no closing.
    await closing?.then((browser) => browser.close()).catch(() => undefined);
  };

  const open = () => {
    clearTimeout(idle);
    if (opening) return opening;
    const mine = launch(find);
    const forget = () => {
      if (opening === mine) opening = spare = null;
    };
    mine.then((browser) => browser.once('disconnected', forget), forget);
    opening = mine;
    return mine;
  };

  const onPage = async <Result>(
    fragment: string,
    options: BrowserContextOptions | null,
    work: (page: Page, said: LaidOut) => Promise<Result>,
    { reach, signal }: PrintWatch = {},
  ): Promise<Result> => {
    const guard = (signals ??= closeOnSignal(close));
    const end = endOf(limitMs, signal);
    let shown: Promise<PrintPage> | null = null;
    printing += 1;
    clearTimeout(idle);
    try {
      reach?.('opening');
      const waiting = options === null ? spare : null;
      if (waiting !== null) spare = null;
      const ready = (await waiting) !== null;
      shown = ready
        ? (waiting as Promise<PrintPage>)
        : open().then((browser) => openPrintPage(browser, parts, options ?? {}, fragment));
      const { page, broken } = await first(shown, end.reached);
      reach?.('laying-out');
      const written = untilLaidOut(page, ready ? fragment : '').then((said) => work(page, said));
      return await first(written, broken, end.reached);
    } catch (cause) {
      if (cause instanceof PrintError) throw cause;
      throw failed(reasonOf(cause), cause);
    } finally {
      end.release();
      // Nobody waits for it: the bytes are there, or never will be.
      shown?.then((page) => page.close()).catch(() => undefined);
      printing -= 1;
      if (printing === 0) {
        signals = null;
        guard.release();
        idle = setTimeout(() => void close(), idleMs).unref();
        if (more && spare === null && opening !== null) spare = another(opening);
      }
      await guard.answered();
    }
  };

  const another = (browser: Promise<Browser>): Promise<PrintPage | null> =>
    browser.then((open) => openPrintPage(open, parts, {})).catch(() => null);

  return {
    close,
    settled: async () => {
      await spare;
    },
    print: (request, watch) =>
      onPage(
        printFragment(request),
        null,
        (page, { today, notes }) => {
          watch?.note?.(notes);
          return writePdf(page, today, watch?.reach);
        },
        watch,
      ),
    draw: (request) =>
      onPage(pictureFragment(request), { deviceScaleFactor: PICTURE_SCALE }, async (page) => {
        return new Uint8Array(await drawPicture(page));
      }),
  };
}

/** The PDF of a page that is laid out. */
export async function writePdf(
  page: Page,
  today: string | null,
  reach?: PrintWatch['reach'],
): Promise<Uint8Array> {
  reach?.('writing');
  const pdf = await page.pdf(PDF_OPTIONS);
  reach?.('packing');
  return packPdf(pdf, today);
}

async function launch(find: () => Promise<Chromium | NoChromium>): Promise<Browser> {
  // Loaded only now, since it takes longer to read than most commands take to run; and while a browser is looked for.
  const driver = import('playwright-core');
  driver.catch(() => undefined);
  const found = await find();
  if (!found.ok) throw new PrintError({ code: 'no-browser', detail: found.cure });
  const { executablePath, args, env, chromiumSandbox } = found;
  const { chromium } = await driver;
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

async function drawPicture(page: Page): Promise<Buffer> {
  const box = await page.locator('svg').first().boundingBox();
  if (box === null) throw failed('the page shows no picture');
  assertDrawable(box.width, box.height);
  return page.screenshot({ clip: box, fullPage: true, type: 'png' });
}

/** The work's result, unless something else ends it. Whichever loses is settled by closing the page, unheard. */
function first<Result>(work: Promise<Result>, ...ends: Promise<never>[]): Promise<Result> {
  work.catch(() => undefined);
  return Promise.race([work, ...ends]);
}

/** A promise that never resolves, and rejects when the time is up or the print is called off. */
function endOf(limitMs: number, signal?: AbortSignal): { reached: Promise<never>; release(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const limit = setTimeout(
    () => reject(failed(`it was not ready within ${limitMs / 1000} seconds`)),
    limitMs,
  );
  const stop = () => reject(failed('it was called off'));
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop, { once: true });
  return {
    reached: promise,
    release: () => {
      clearTimeout(limit);
      signal?.removeEventListener('abort', stop);
    },
  };
}

/** Playwright's messages go on with a log of many lines; the first says what happened. */
function reasonOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : 'unknown error';
  return message.split('\n', 1)[0] ?? message;
}
