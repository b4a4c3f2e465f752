import type { PlanDocument } from '../plan/document.ts';
import type { Course, Term } from '../plan/items.ts';
import { limitInUnits, toUnits } from './credits.ts';
import { surveyPlan } from './ground.ts';
import type { NewTerm } from './new-terms.ts';
import type { Placement } from './types.ts';

export type PlaceRefusal = 'placed' | 'locked' | 'not-planned' | 'other-program' | 'full' | 'twice';

/**
 * Whether a proposal still fits the plan, which may have changed since it was made: the first course that cannot go
 * where it should, and why; `null` when all can. Courses and terms it names must be there.
 */
export function checkPlacements(
  doc: PlanDocument,
  newTerms: readonly NewTerm[],
  placements: readonly Placement[],
): { course: Course; why: PlaceRefusal } | null {
  // What is open today does not matter here: a person may put a course into any term of its program.
  const ground = surveyPlan(doc, -Infinity);
  const added = new Map(newTerms.map((term) => [term.key, term]));
  const room = new Map<string, number>();
  const seen = new Set<string>();
  for (const { courseId, termId } of placements) {
    const course = ground.courses.get(courseId)!;
    const term = added.get(termId) ?? ground.terms.get(termId)!;
    const why = seen.has(courseId) ? 'twice' : whyNot(course, term);
    if (why !== null) return { course, why };
    seen.add(courseId);
    const units = toUnits(course.credits ?? 0);
    const left =
      (room.get(termId) ?? limitInUnits(term.creditLimit) - toUnits(ground.placedCredits(termId))) - units;
    if (units > 0 && left < 0) return { course, why: 'full' };
    room.set(termId, left);
  }
  return null;

  function whyNot(course: Course, { programId }: Pick<Term, 'programId'>): PlaceRefusal | null {
    if (course.status !== 'planned') return 'not-planned';
    if (ground.terms.has(course.termId ?? '')) return 'placed';
    if (course.locked) return 'locked';
    return course.programId === programId ? null : 'other-program';
  }
}
