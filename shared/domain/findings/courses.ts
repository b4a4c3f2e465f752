import { attemptsOf } from '../audit/attempts.ts';
import { isPassing } from '../audit/grades.ts';
import { sumCredits } from '../audit/standing.ts';
import { codeOf } from '../plan/course-code.ts';
import type { Course } from '../plan/items.ts';
import { toDay, toIso } from '../time/day.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/** `credit-overload`: a term holds more credits than its limit. */
export function findOverload(context: Context): Raised<'credit-overload'>[] {
  return [...context.terms.values()].flatMap((term): Raised<'credit-overload'>[] => {
    const { credits, unknown } = load(context, term.id);
    const limit = term.creditLimit;
    if (limit === null || credits <= limit) return [];
    const facts = { credits, limit, unknown: unknown.length };
    return [{ code: 'credit-overload', severity: 'warning', itemIds: [term.id], facts }];
  });
}

/** `credit-underload`: a term that is used at all holds fewer credits than its minimum. */
export function findUnderload(context: Context): Raised<'credit-underload'>[] {
  return [...context.terms.values()].flatMap((term): Raised<'credit-underload'>[] => {
    const { credits, unknown } = load(context, term.id);
    const minimum = term.creditMinimum;
    if (minimum === null || credits >= minimum || credits === 0) return [];
    const facts = { credits, minimum, unknown: unknown.length };
    return [{ code: 'credit-underload', severity: 'info', itemIds: [term.id], facts }];
  });
}

function load({ coursesIn }: Context, termId: string) {
  return sumCredits((coursesIn.get(termId) ?? []).filter(({ status }) => status !== 'withdrawn'));
}

/** `unplaced-course`: planned, but in no term. */
export function findUnplaced({ courses, terms }: Context): Raised<'unplaced-course'>[] {
  return courses
    .filter((course) => course.status === 'planned' && !terms.has(course.termId ?? ''))
    .map(({ id }) => ({ code: 'unplaced-course', severity: 'warning', itemIds: [id], facts: {} }));
}

/**
 * `duplicate-course`: the same prefix and number twice in one program. A course taken again after it was failed
 * or withdrawn from, or marked as a repeat of the other (or of one that it repeats, and so on), is none.
 */
export function findDuplicates({ courses, terms }: Context): Raised<'duplicate-course'>[] {
  // Placed courses by their term, those done without a term before them, those not placed yet last.
  const dayOf = ({ termId, status }: Course) =>
    terms.get(termId ?? '')?.firstDay ?? (status === 'planned' || status === 'enrolled' ? '9' : '0');
  const inTime = courses
    .filter(({ status }) => status !== 'withdrawn')
    .toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
  const families = attemptsOf(courses, terms);
  const familyOf = new Map(families.flatMap((family) => family.map(({ id }) => [id, family] as const)));
  const latest = new Map<string, Course>();
  const found: Raised<'duplicate-course'>[] = [];
  for (const course of inTime) {
    const number = codeOf(course);
    if (number === null) continue;
    const key = JSON.stringify([course.programId, number]);
    const earlier = latest.get(key);
    if (earlier !== undefined && familyOf.get(course.id) !== familyOf.get(earlier.id)) {
      const itemIds = [course.id, earlier.id];
      found.push({
        code: 'duplicate-course',
        severity: 'warning',
        itemIds,
        facts: { number: number.trim() },
      });
    }
    if (course.status !== 'completed' || isPassing(course.grade)) latest.set(key, course);
  }
  return found;
}

/** `deadline-passed`: a milestone before today that is not done, or a course still ahead whose term is over. */
export function findPassedDeadlines({
  doc,
  courses,
  terms,
  schedule,
  today,
}: Context): Raised<'deadline-passed'>[] {
  const overdue = doc.items.flatMap((item): Raised<'deadline-passed'>[] => {
    if (item.kind !== 'milestone' || (item.doneOn ?? item.actualEnd ?? item.actualStart) !== null) return [];
    const start = schedule.days(item.id)?.start ?? null;
    if (start === null || start >= today) return [];
    return [
      {
        code: 'deadline-passed',
        severity: 'error',
        itemIds: [item.id],
        facts: { kind: 'milestone', day: toIso(start) },
      },
    ];
  });
  const left = courses.flatMap((course): Raised<'deadline-passed'>[] => {
    const term = terms.get(course.termId ?? '');
    if (term === undefined || (course.status !== 'planned' && course.status !== 'enrolled')) return [];
    if (toDay(term.lastDay) >= today) return [];
    const facts = { kind: 'course', day: term.lastDay } as const;
    return [{ code: 'deadline-passed', severity: 'error', itemIds: [course.id], facts }];
  });
  return [...overdue, ...left];
}
