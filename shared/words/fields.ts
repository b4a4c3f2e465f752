import type { Failure } from '#shared/contract/failures.ts';
import { sentenceFor } from './failures.ts';

/**
 * What to say beside a field whose value was refused. The general sentence about a request that cannot be used
 * names fields as scripts do; beside the field itself, what its value must be is enough: "Must be above 0."
 */
export function fieldSentence(failure: Failure): string {
  const problem = failure.code === 'bad-request' ? failure.problems[0]?.problem : undefined;
  if (problem === undefined) return sentenceFor(failure);
  const limit = limitSentence(problem);
  if (limit !== null) return limit;
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

const COMPARISONS: Record<string, string> = {
  '<=': 'at most ',
  '<': 'below ',
  '>=': 'at least ',
  '>': 'above ',
};

/** The schema's own "Too big: expected number to be <=168" in words; `null` for any other problem. */
function limitSentence(problem: string): string | null {
  const [, sort, sign = '', limit = ''] =
    /^Too (?:big|small): expected (\w+) to (?:be|have) ([<>]=?)\s?(-?[\d.]+)/.exec(problem) ?? [];
  if (sort === 'string')
    return sign === '>=' ? 'Must not be empty.' : `Must have ${COMPARISONS[sign]}${limit} characters.`;
  return sort === 'number' ? `Must be ${COMPARISONS[sign]}${limit}.` : null;
}
