import { randomBytes } from 'node:crypto';
import type { Failure } from '#shared/contract/failures.ts';
import type { Log } from '#electron/core/context.ts';

/**
 * What a person is told about a thrown value: the failure it carries, or that something unexpected happened, under
 * a reference with which the log says the rest.
 */
export function failureFrom(error: unknown, log: Log): Failure {
  const carried = failureIn(error);
  if (carried) return carried;
  const reference = randomBytes(4).toString('hex');
  log({ level: 'error', reference, ...withoutWords(error) });
  return { code: 'internal', reference };
}

/** Each room has an error of its own that carries a failure; what they have in common is the field. */
function failureIn(error: unknown): Failure | null {
  if (!(error instanceof Error) || !('failure' in error)) return null;
  const { failure } = error;
  return typeof failure === 'object' && failure !== null && 'code' in failure ? (failure as Failure) : null;
}

/** Where it happened and what kind it was. The message stays out: it may quote what the person wrote. */
function withoutWords(error: unknown): { error: string; stack: string } {
  if (!(error instanceof Error)) return { error: typeof error, stack: '' };
  const kind = 'code' in error ? `${error.name} ${String(error.code)}` : error.name;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: kind, stack: frames.map((line) => line.trim()).join('\n') };
}
