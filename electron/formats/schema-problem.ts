import type { z } from 'zod';
import type { FieldProblem } from '#shared/words/plan-file.ts';

/** What the schema finds wrong with a value that came from outside, without the schema's own English. */
export function problemOf(issue: z.core.$ZodIssue, whole: unknown): FieldProblem {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { what: 'unknown', keys: issue.keys };
    case 'invalid_type':
      return valueAt(whole, issue.path) === undefined
        ? { what: 'left-out' }
        : { what: 'type', expected: issue.expected };
    case 'invalid_value':
      return { what: 'choice', options: issue.values.map(String) };
    case 'invalid_union': {
      const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return valueAt(whole, issue.path) === undefined ? { what: 'left-out' } : { what: 'choice', options };
    }
    case 'too_big':
      return {
        what: 'limit',
        of: issue.origin,
        most: Number(issue.maximum),
        including: issue.inclusive === true,
      };
    case 'too_small':
      return {
        what: 'limit',
        of: issue.origin,
        least: Number(issue.minimum),
        including: issue.inclusive === true,
      };
    default:
      return { what: 'other', words: issue.message };
  }
}

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    whole,
  );
}
