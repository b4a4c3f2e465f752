import type { DocumentProblem } from '#shared/domain/plan/check-document.ts';
import type { ItemProblem } from '#shared/domain/plan/check-item.ts';
import { choiceOf, countOf, formatNumber, listOf, quoted } from './numbers.ts';

/** What is wrong with one value of a plan file, before its parts are compared with each other. */
export type FieldProblem =
  | { what: 'left-out' }
  | { what: 'unknown'; keys: string[] }
  /** `expected` is the schema's name of a type. */
  | { what: 'type'; expected: string }
  | { what: 'choice'; options: string[] }
  /** A number, or the count of characters (`string`) or entries (`array`). */
  | { what: 'limit'; of: string; least?: number; most?: number; including: boolean }
  | { what: 'other'; words: string };

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object in braces',
};

/** What is wrong with one value, as the end of a sentence whose subject is its place. */
export function describeFieldProblem(problem: FieldProblem): string {
  switch (problem.what) {
    case 'left-out':
      return 'is missing';
    case 'unknown':
      return `has ${listOf(problem.keys.map(quoted))}, which no plan file has there`;
    case 'type':
      return `must be ${TYPES[problem.expected] ?? problem.expected}`;
    case 'choice':
      return `must be ${choiceOf(problem.options.map(quoted))}`;
    case 'limit':
      return describeLimit(problem);
    case 'other':
      return problem.words;
  }
}

function describeLimit({ of, least, most, including }: Extract<FieldProblem, { what: 'limit' }>): string {
  if (of === 'string' || of === 'array') {
    const [one, many] = of === 'string' ? ['character', 'characters'] : ['entry', 'entries'];
    return most === undefined ? 'must not be empty' : `must have at most ${countOf(most, one, many)}`;
  }
  return most === undefined
    ? `must be ${including ? 'at least' : 'above'} ${formatNumber(least ?? 0)}`
    : `must be ${including ? 'at most' : 'below'} ${formatNumber(most)}`;
}

/** What is wrong at a place of a plan file, as the end of a sentence whose subject is that place. */
export function describeDocumentProblem(problem: DocumentProblem): string {
  switch (problem.what) {
    case 'missing':
      return `names “${problem.id}”, which is not in the file`;
    case 'duplicate':
      return `repeats “${problem.id}”, which may be there only once`;
    case 'kind':
      return `names “${problem.id}”, which is not a ${problem.expected}`;
    case 'item':
      return describeItemProblem(problem.problem);
    case 'need':
      return `asks for ${problem.need} of only ${problem.members} courses`;
    case 'itself':
      return `joins “${problem.id}” to itself`;
    case 'link-again':
      return 'joins two items that another link joins in the same way';
    case 'window':
      return 'has a window, which only a finish-to-start link can have';
    case 'group':
      return `names the group “${problem.id}”, which is not there or leads to another item`;
    case 'program-of-program':
      return 'puts a program inside a program';
    case 'other-plan':
      return `is “${problem.id}”, which is not the plan of this file`;
  }
}

/** What is wrong with the fields of one item, as the end of a sentence. */
export function describeItemProblem(problem: ItemProblem): string {
  switch (problem.code) {
    case 'dates-reversed':
      return `ends on ${problem.last}, before it starts on ${problem.first}`;
    case 'pin-without-start':
      return 'has a pinned end but no pinned start';
    case 'length-without-unit':
      return 'has a length without a unit';
    case 'length-not-whole':
      return `has a length that is not a whole number of ${problem.unit}s`;
    case 'needs-program':
      return `is a ${problem.noun} without a program`;
  }
}
