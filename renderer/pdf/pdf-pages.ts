/** A PDF that can be looked at page by page. */
export interface PdfPages {
  readonly count: number;
  /** Width and height of a page, in points. Pages count from 1. */
  sizeOf(number: number): Promise<{ width: number; height: number }>;
  /** A picture of a page so many pixels wide. Rejects when `signal` is aborted before it is finished. */
  draw(number: number, pixels: number, signal: AbortSignal): Promise<HTMLCanvasElement>;
  close(): void;
}

/** Opens a PDF. The reader is large, so it is loaded by whoever looks at one first. */
export async function openPdf(base64: string): Promise<PdfPages> {
  const reader = import('pdfjs-dist/legacy/build/pdf.mjs');
  // @ts-expect-error: the half of the reader that would run in a worker comes without types.
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const { getDocument } = await reader;
  // In this thread: a few pages take little time, and the page's content policy allows no other.
  Object.assign(globalThis, { pdfjsWorker: worker });
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const task = getDocument({ data, verbosity: 0, useSystemFonts: false, useWasm: false });
  const pdf = await task.promise;
  return {
    count: pdf.numPages,
    sizeOf: async (number) => {
      const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
      return { width, height };
    },
    draw: async (number, pixels, signal) => {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: pixels / page.getViewport({ scale: 1 }).width });
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      signal.throwIfAborted();
      const drawing = page.render({ canvas, viewport });
      const stop = () => drawing.cancel();
      signal.addEventListener('abort', stop, { once: true });
      await drawing.promise;
      signal.removeEventListener('abort', stop);
      return canvas;
    },
    close: () => void task.destroy(),
  };
}
