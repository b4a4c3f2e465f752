import type { Failure } from '#shared/contract/failures.ts';
import { sentenceFor } from './failures.ts';
import { capitalized } from './numbers.ts';
import { problemText } from './problem.ts';

/**
 * What to say beside a field whose value was refused. The general sentence about a request that cannot be used
 * names fields as scripts do; beside the field itself, what its value must be is enough: "Must be above 0."
 */
export function fieldSentence(failure: Failure): string {
  const problem = failure.code === 'bad-request' ? failure.problems[0]?.problem : undefined;
  if (problem === undefined) return sentenceFor(failure);
  const sentence = capitalized(problemText(problem));
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
