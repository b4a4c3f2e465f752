import type { PlanDocument } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import { isAhead } from './term-grid.ts';

/** Why a course stays in its term: it is locked there; what is recorded of it is history; the term is not its program's. */
export type MoveRefusal = 'locked' | 'recorded' | 'other-program';

export type MoveOutcome =
  { ok: true; document: PlanDocument; moved: Course[] } | { ok: false; course: Course; why: MoveRefusal };

/** Why a course cannot be taken out of where it is, or `null` when it can. */
export function whyFixed(course: Course): Extract<MoveRefusal, 'locked' | 'recorded'> | null {
  if (!isAhead(course)) return 'recorded';
  return course.locked ? 'locked' : null;
}

/**
 * Puts courses into a term, or with `null` back among those without one: all of them, or none and the first that stays.
 * `moved` are those that were not there already, as they were. Courses and the term must be in the plan.
 */
export function moveCourses(
  doc: PlanDocument,
  courseIds: readonly string[],
  termId: string | null,
): MoveOutcome {
  const wanted = new Set(courseIds);
  const courses = doc.items.filter((item) => item.kind === 'course').filter(({ id }) => wanted.has(id));
  const term = doc.items.find(({ id }) => id === termId);
  for (const course of courses) {
    const why = whyFixed(course);
    if (why !== null) return { ok: false, course, why };
    if (term !== undefined && term.programId !== course.programId)
      return { ok: false, course, why: 'other-program' };
  }
  const moved = courses.filter((course) => course.termId !== termId);
  const moving = new Set(moved.map(({ id }) => id));
  const items = doc.items.map((item) =>
    item.kind === 'course' && moving.has(item.id) ? { ...item, termId } : item,
  );
  return { ok: true, document: moved.length === 0 ? doc : { ...doc, items }, moved };
}
