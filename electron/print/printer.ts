import type { PrintOptions } from '#shared/contract/print-options.ts';
import type { Failure, FailureOf } from '#shared/contract/failures.ts';

/** Turns a plan into a PDF with the Chromium at hand. */
export interface Printer {
  /**
   * The finished PDF.
   * @throws PrintError when there can be none.
   */
  print(request: PrintRequest): Promise<Uint8Array>;
}

export interface PrintRequest {
  planId: string;
  options: PrintOptions;
}

/** Thrown by a printer; carries the code that a person is told about. */
export class PrintError extends Error {
  readonly failure: Failure;

  constructor(failure: FailureOf<'print-failed' | 'no-browser'>, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'PrintError';
    this.failure = failure;
  }
}

/** How long a page may take to lay out the largest plan, in ms. */
export const PRINT_LIMIT_MS = 60_000;

/** The part of the print page's address that tells it what to show. */
export function printFragment({ planId, options }: PrintRequest): string {
  return `#${encodeURIComponent(JSON.stringify({ planId, options }))}`;
}
