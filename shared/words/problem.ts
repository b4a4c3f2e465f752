import type { ComparedField } from '#shared/domain/compare/types.ts';
import { COMPARED_LABELS } from './compared-fields.ts';

/** What a field of an item is called inside a sentence: `credits`, `hours per week`; the name in scripts for any other. */
export function fieldName(field: string): string {
  const label = OTHER_LABELS[field] ?? (isCompared(field) ? COMPARED_LABELS[field] : field);
  return /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const OTHER_LABELS: Readonly<Record<string, string>> = {
  programId: 'Program',
  termId: 'Term',
  requirementId: 'Requirement',
  prefix: 'Code',
  position: 'Order',
};

const isCompared = (field: string): field is ComparedField => Object.hasOwn(COMPARED_LABELS, field);

const COMPARISONS: Record<string, string> = {
  '<=': 'at most ',
  '<': 'below ',
  '>=': 'at least ',
  '>': 'above ',
};

/** What a value must be, without a point: the schema's "Too big: expected number to be <=168" as `must be at most 168`. */
export function problemText(problem: string): string {
  const [, sort, sign = '', limit = ''] =
    /^Too (?:big|small): expected (\w+) to (?:be|have) ([<>]=?)\s?(-?[\d.]+)/.exec(problem) ?? [];
  if (sort === 'string')
    return sign === '>=' ? 'must not be empty' : `must have ${COMPARISONS[sign]}${limit} characters`;
  if (problem.endsWith(', received undefined')) return 'is missing';
  if (sort === 'number') return `must be ${COMPARISONS[sign]}${limit}`;
  return problem.charAt(0).toLowerCase() + problem.slice(1).replace(/\.$/, '');
}
