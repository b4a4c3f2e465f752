import type { Failure, FailureOf } from '#shared/contract/failures.ts';
import { quoted } from './numbers.ts';
import { fieldName, problemText } from './problem.ts';

/** Which item kept a change of many from being made, and why. `sentenceFor` words any other failure. */
export function itemRefused(
  { title, why }: FailureOf<'item-refused'>,
  sentenceFor: (failure: Failure) => string,
): string {
  return `Nothing was changed because of ${quoted(title)}: ${reason(why, sentenceFor)}`;
}

function reason(why: Failure, sentenceFor: (failure: Failure) => string): string {
  const [problem] = why.code === 'bad-request' ? why.problems : [];
  if (problem === undefined) {
    const sentence = sentenceFor(why);
    return sentence.charAt(0).toLowerCase() + sentence.slice(1);
  }
  const field = problem.path.replace(/^changes\.?/, '').split('.')[0] ?? '';
  const text = problemText(problem.problem);
  if (field === '') return `${text}.`;
  return `${fieldName(field)}${text.startsWith('must ') ? ' ' : ': '}${text}.`;
}
