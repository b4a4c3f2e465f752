import type { ParsedOf } from '#shared/contract/contract.ts';
import type { Failure, FailureOf } from '#shared/contract/failures.ts';
import type { PrintNote, PrintStage } from '#shared/contract/print-options.ts';

/** Turns a plan into a PDF, or its timeline into a PNG, with the Chromium at hand. */
export interface Printer {
  /**
   * The finished PDF.
   * @throws PrintError when there can be none, or when it was called off.
   */
  print(request: PrintRequest, watch?: PrintWatch): Promise<Uint8Array>;
  /**
   * The timeline as a PNG, `PICTURE_SCALE` pixels for each of the picture's own.
   * @throws PrintError when there can be none.
   */
  draw(request: PictureRequest): Promise<Uint8Array>;
}

/** How whoever waits for a PDF hears of it and may call it off. */
export interface PrintWatch {
  reach?: (stage: PrintStage) => void;
  /** Told once, when the pages are laid out: what came out otherwise than asked. */
  note?: (notes: PrintNote[]) => void;
  signal?: AbortSignal;
}

export type PrintRequest = ParsedOf<'print.start'>;
export type PictureRequest = ParsedOf<'plan.draw'>;

/** Pixels of a PNG for one of the picture: sharp on a dense screen and on paper. */
export const PICTURE_SCALE = 2;
/** What Chromium draws whole, in pixels of the PNG: beyond it parts stay empty, and nothing says so. */
export const PICTURE_LIMITS = { side: 16_384, all: 100_000_000 };

/** Thrown by a printer; carries the code that a person is told about. */
export class PrintError extends Error {
  readonly failure: Failure;

  constructor(failure: FailureOf<'print-failed' | 'no-browser' | 'picture-too-large'>, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'PrintError';
    this.failure = failure;
  }
}

export const failed = (detail: string, cause?: unknown): PrintError =>
  new PrintError({ code: 'print-failed', detail }, cause);

/** What the page says of itself when it is laid out: the day as of which it was made, and what there is to say about it. */
export interface LaidOut {
  today: string | null;
  notes: PrintNote[];
}

/** Reads what the page wrote into its root element's data; a picture writes nothing. */
export function laidOut({ today, notes }: { today?: string; notes?: string }): LaidOut {
  return { today: today ?? null, notes: notes === undefined ? [] : (JSON.parse(notes) as PrintNote[]) };
}

/** How long a page may take to lay out the largest plan, in ms. */
export const PRINT_LIMIT_MS = 60_000;

/** The part of the print page's address that tells it what to show. */
export function printFragment(
  request: PrintRequest | { planId: string; picture: Omit<PictureRequest, 'planId'> },
): string {
  return `#${encodeURIComponent(JSON.stringify(request))}`;
}

/** The same for a picture of the timeline. */
export function pictureFragment({ planId, ...picture }: PictureRequest): string {
  return printFragment({ planId, picture });
}

/** Refuses a picture whose PNG would be larger than can be drawn; width and height are its own pixels. */
export function assertDrawable(width: number, height: number): void {
  const [wide, high] = [Math.ceil(width * PICTURE_SCALE), Math.ceil(height * PICTURE_SCALE)];
  const { side, all } = PICTURE_LIMITS;
  if (Math.max(wide, high) > side || wide * high > all)
    throw new PrintError({ code: 'picture-too-large', width: wide, height: high, side, all });
}
