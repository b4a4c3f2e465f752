import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow, PrintToPDFOptions, WebContents } from 'electron';
import { packPdf } from './pack-pdf.ts';
import {
  assertDrawable,
  failed,
  laidOut,
  pictureFragment,
  PICTURE_SCALE,
  PRINT_LIMIT_MS,
  PrintError,
  printFragment,
  type LaidOut,
  type Printer,
  type PrintWatch,
} from './printer.ts';

export interface ElectronPrinterParts {
  /** Opens a window that nobody sees and that may call the application. */
  openHidden: () => BrowserWindow;
  /** The print page's address, without its fragment. */
  address: string;
  limitMs?: number;
  /** How often the page is asked whether it is ready. */
  pollMs?: number;
}

/**
 * Paper size and margins are the page's own (`@page`), so that the window and the command line print the same;
 * without margins here, Chromium would add a centimeter of its own.
 */
export const PDF_OPTIONS = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
  margins: { top: 0, bottom: 0, left: 0, right: 0 },
} as const satisfies PrintToPDFOptions;

/** Prints in a hidden window of the running application. Each print has a window of its own, which always goes. */
export function createElectronPrinter(parts: ElectronPrinterParts): Printer {
  const { openHidden, address, limitMs = PRINT_LIMIT_MS, pollMs = 20 } = parts;
  const inWindow = async <Result>(
    fragment: string,
    work: (window: BrowserWindow, said: LaidOut) => Promise<Result>,
    { reach, signal }: PrintWatch = {},
  ): Promise<Result> => {
    reach?.('opening');
    const window = openHidden();
    const over = new AbortController();
    try {
      const ready = async () => {
        await window.loadURL(address + fragment);
        reach?.('laying-out');
        return work(window, await untilReady(window, pollMs, over.signal));
      };
      return await Promise.race([
        ready(),
        endOf(window, limitMs, over.signal),
        ...(signal ? [calledOff(signal)] : []),
      ]);
    } catch (cause) {
      if (cause instanceof PrintError) throw cause;
      throw new PrintError({ code: 'print-failed', detail: reasonOf(cause) }, cause);
    } finally {
      over.abort();
      if (!window.isDestroyed()) window.destroy();
    }
  };
  return {
    print: (request, watch) =>
      inWindow(
        printFragment(request),
        async ({ webContents }, { today, notes }) => {
          watch?.note?.(notes);
          watch?.reach?.('writing');
          const pdf = await webContents.printToPDF(PDF_OPTIONS);
          watch?.reach?.('packing');
          return packPdf(new Uint8Array(pdf), today);
        },
        watch,
      ),
    draw: (request) => inWindow(pictureFragment(request), ({ webContents }) => drawPicture(webContents)),
  };
}

const READ_SIZE = `(({ width, height }) => ({ width, height }))(document.querySelector('svg').getBoundingClientRect())`;

/**
 * Over Chromium's own protocol, because `capturePage` sees no more of a page than its window shows, and a window no
 * more than the screen has, in the screen's own scale.
 */
async function drawPicture(
  webContents: Pick<WebContents, 'executeJavaScript' | 'debugger'>,
): Promise<Uint8Array> {
  const { debugger: protocol } = webContents;
  const { width, height } = (await webContents.executeJavaScript(READ_SIZE)) as Record<
    'width' | 'height',
    number
  >;
  assertDrawable(width, height);
  protocol.attach();
  try {
    const { data } = (await protocol.sendCommand('Page.captureScreenshot', {
      format: 'png',
      captureBeyondViewport: true,
      clip: { x: 0, y: 0, width, height, scale: PICTURE_SCALE },
    })) as { data: string };
    return new Uint8Array(Buffer.from(data, 'base64'));
  } finally {
    protocol.detach();
  }
}

/** What the print page writes on its root element when every font is there and nothing will move any more. */
const READ_STATE = `(({ ready = '', problem = '', today, notes }) => ({ ready, problem, today, notes }))({ ...document.documentElement.dataset })`;

/** Answers what the page says of itself. */
async function untilReady(window: BrowserWindow, pollMs: number, over: AbortSignal): Promise<LaidOut> {
  for (;;) {
    const { ready, problem, ...said } = (await window.webContents.executeJavaScript(READ_STATE)) as Record<
      string,
      string | undefined
    >;
    if (ready === 'true') return laidOut(said);
    if (ready === 'failed') throw failed(problem || 'the page could not be laid out');
    await wait(pollMs, undefined, { signal: over });
  }
}

/** Never resolves; rejects when the time is up or the page's process dies, whatever the page is doing then. */
function endOf(window: BrowserWindow, limitMs: number, over: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const limit = setTimeout(
      () => reject(failed(`it was not ready within ${limitMs / 1000} seconds`)),
      limitMs,
    );
    over.addEventListener('abort', () => clearTimeout(limit));
    window.webContents.once('render-process-gone', () => reject(failed('its process ended')));
  });
}

/** Never resolves; rejects when the print is called off. */
function calledOff(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(failed('it was called off'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : 'unknown error';
}
