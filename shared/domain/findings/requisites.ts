import { countsWith, standingOf } from '../audit/standing.ts';
import type { RequisiteSet } from '../plan/document.ts';
import type { Course, Term } from '../plan/items.ts';
import { loopsOf } from '../metrics/components.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/** `requisite-order` (R11): one finding per set of requisites of a placed course that is still ahead or under way. */
export function findRequisiteOrder({ doc, courses, terms }: Context): Raised<'requisite-order'>[] {
  const byId = new Map(courses.map((course) => [course.id, course]));
  const repeats = Map.groupBy(courses, ({ repeatsId }) => repeatsId);
  return doc.requisiteSets.flatMap((set): Raised<'requisite-order'>[] => {
    const course = byId.get(set.courseId);
    const term = terms.get(course?.termId ?? '');
    if (course === undefined || term === undefined || standingOf(course) !== 'planned') return [];
    const missing = set.needs.filter((need) => {
      const attempts = attemptsAt(byId.get(need.courseId), repeats);
      return !attempts.some(
        (attempt) => isSatisfied(attempt, need.minGrade) || isInOrder(attempt, set.kind, term, terms),
      );
    });
    const needed = (set.need ?? set.needs.length) - (set.needs.length - missing.length);
    if (needed <= 0) return [];
    const itemIds = [course.id, ...missing.map(({ courseId }) => courseId)];
    return [{ code: 'requisite-order', severity: 'error', itemIds, facts: { kind: set.kind, needed } }];
  });
}

/** A course and those that repeat it: whoever passes the repeat has the requisite. */
function attemptsAt(course: Course | undefined, repeats: ReadonlyMap<string | null, Course[]>): Course[] {
  const attempts = new Set(course === undefined ? [] : [course]);
  // A set hands out what is added to it while it is walked.
  for (const attempt of attempts) for (const repeat of repeats.get(attempt.id) ?? []) attempts.add(repeat);
  return [...attempts];
}

function isSatisfied(course: Course, minGrade: string | null): boolean {
  return standingOf(course) !== 'planned' && countsWith(course, minGrade);
}

function isInOrder(
  course: Course,
  kind: RequisiteSet['kind'],
  term: Term,
  terms: ReadonlyMap<string, Term>,
): boolean {
  const own = terms.get(course.termId ?? '');
  if (own === undefined || standingOf(course) !== 'planned') return false;
  const together = own.id === term.id;
  if (kind === 'strict') return together;
  return own.lastDay < term.firstDay || (kind === 'co' && together);
}

/**
 * `cycle` (R12): courses that require each other, unless by corequisites only, which mean "same term"; and items
 * whose links run in a circle, which only an imported plan can hold.
 */
export function findCycles(context: Context): Raised<'cycle'>[] {
  const ofRequisites = requisiteLoops(context).map((itemIds) => ({ itemIds, of: 'requisites' as const }));
  const ofLinks = context.schedule.loops.map((itemIds) => ({ itemIds, of: 'links' as const }));
  return [...ofRequisites, ...ofLinks].map(({ itemIds, of }) => ({
    code: 'cycle',
    severity: 'error',
    itemIds,
    facts: { of },
  }));
}

function requisiteLoops({ doc, courses }: Context): string[][] {
  const indexOf = new Map(courses.map((course, index) => [course.id, index]));
  const successors: number[][] = courses.map(() => []);
  const prerequisites: [number, number][] = [];
  for (const { courseId, kind, needs } of doc.requisiteSets) {
    const to = indexOf.get(courseId);
    for (const need of needs) {
      const from = indexOf.get(need.courseId);
      if (to === undefined || from === undefined) continue;
      successors[from]?.push(to);
      if (kind === 'pre') prerequisites.push([from, to]);
    }
  }
  const loops = loopsOf(successors);
  const loopOf = new Map(loops.flatMap((loop) => loop.map((course) => [course, loop] as const)));
  // Inside a loop every edge lies on a way round, so one prerequisite in it is enough.
  const hasPrerequisite = new Set(
    prerequisites
      .filter(([from, to]) => loopOf.get(from) === loopOf.get(to))
      .map(([from]) => loopOf.get(from)),
  );
  return loops
    .filter((loop) => hasPrerequisite.has(loop))
    .sort(([a = 0], [b = 0]) => a - b)
    .map((loop) => loop.map((index) => courses[index]?.id).filter((id) => id !== undefined));
}
