import { sumCredits } from '../audit/standing.ts';
import type { Course, Term } from '../plan/items.ts';

/** The credits of a term against what it allows. */
export interface Load {
  /** Credits of its courses, withdrawn ones left out. */
  credits: number;
  /** How many of these courses have no known credits, and so are missing from the sum. */
  unknown: number;
  limit: number | null;
  minimum: number | null;
  /** `over` its limit, `under` its minimum, `within` both, or `empty`: without credits no minimum is asked. */
  state: 'over' | 'under' | 'within' | 'empty';
}

/** What a term carries when it holds these courses. */
export function loadOf(term: Pick<Term, 'creditLimit' | 'creditMinimum'>, courses: readonly Course[]): Load {
  const { credits, unknown } = sumCredits(courses.filter(({ status }) => status !== 'withdrawn'));
  const { creditLimit: limit, creditMinimum: minimum } = term;
  return { credits, unknown: unknown.length, limit, minimum, state: stateOf(credits, limit, minimum) };
}

function stateOf(credits: number, limit: number | null, minimum: number | null): Load['state'] {
  if (limit !== null && credits > limit) return 'over';
  if (credits === 0) return 'empty';
  return minimum !== null && credits < minimum ? 'under' : 'within';
}
