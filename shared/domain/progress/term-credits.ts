import { creditedCourses } from '../audit/credited.ts';
import { gpaOf } from '../audit/gpa.ts';
import { standingOf, sumCredits } from '../audit/standing.ts';
import type { Course, Item, Program, Term } from '../plan/items.ts';

/**
 * Credits and GPA of one term, or of the courses of a program that are in no term (`term` is `null`). Sums leave out
 * unknown credits; `unknown` names the courses.
 */
export interface TermCredits {
  readonly term: Term | null;
  readonly earned: number;
  readonly planned: number;
  /** Part of the load that brings nothing: failed, or another attempt counts. */
  readonly other: number;
  readonly unknown: readonly string[];
  /** GPA of the courses of this term alone, unrounded; `null` without a graded one. */
  readonly gpa: number | null;
  /** GPA of everything graded up to the end of this term; `null` after the last term with a grade. */
  readonly cumulative: number | null;
}

/**
 * The terms of a program in order of time, then the courses that are in none, if there are any. Earned and planned
 * credits add up to those of the audit.
 */
export function termCredits(program: Program, items: readonly Item[]): TermCredits[] {
  const own = <Kind extends Item['kind']>(kind: Kind) =>
    items.filter(
      (item): item is Extract<Item, { kind: Kind }> => item.kind === kind && item.programId === program.id,
    );
  const allTerms = new Map(items.filter((item) => item.kind === 'term').map((term) => [term.id, term]));
  const courses = own('course');
  const credited = creditedCourses(courses, allTerms);
  const terms = own('term').toSorted(byTime);
  const place = new Map(terms.map(({ id }, index) => [id, index]));
  const inTerm = Map.groupBy(courses, ({ termId }) => place.get(termId ?? '') ?? -1);

  const rows = terms.map((term, index): TermCredits => {
    const here = inTerm.get(index) ?? [];
    const until = courses.filter((course) => isUntil(course, term, allTerms));
    return {
      term,
      ...creditsOf(here, credited),
      gpa: gpaOf(program, here, allTerms).gpa,
      cumulative: gpaOf(program, until, allTerms).gpa,
    };
  });
  const lastGraded = rows.findLastIndex(({ gpa }) => gpa !== null);
  const shown = rows.map((row, index) => (index > lastGraded ? { ...row, cumulative: null } : row));
  const outside = (inTerm.get(-1) ?? []).filter(({ status }) => status !== 'withdrawn');
  if (outside.length === 0) return shown;
  return [...shown, { term: null, ...creditsOf(outside, credited), gpa: null, cumulative: null }];
}

function creditsOf(courses: readonly Course[], credited: ReadonlySet<Course>) {
  const load = courses.filter(({ status }) => status !== 'withdrawn');
  const of = (standing: 'earned' | 'planned') =>
    sumCredits(load.filter((course) => credited.has(course) && standingOf(course) === standing)).credits;
  const all = sumCredits(load);
  const [earned, planned] = [of('earned'), of('planned')];
  const other = Math.max(0, Math.round((all.credits - earned - planned) * 1e6) / 1e6);
  return { earned, planned, other, unknown: all.unknown };
}

/** Every course, so that a withdrawn attempt does not part a chain; one without a day comes first, as among attempts. */
function isUntil(course: Course, { lastDay }: Term, terms: ReadonlyMap<string, Term>): boolean {
  return (terms.get(course.termId ?? '')?.lastDay ?? course.actualEnd ?? '') <= lastDay;
}

function byTime(a: Term, b: Term): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return a.index - b.index;
}
