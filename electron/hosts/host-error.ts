import type { HostFailure } from '#shared/contract/failures.ts';

/** Thrown when a host cannot start; carries the code that a person is told about. */
export class HostError extends Error {
  readonly failure: HostFailure;

  constructor(failure: HostFailure, cause?: unknown) {
    super(failure.code, { cause });
    this.name = 'HostError';
    this.failure = failure;
  }
}
