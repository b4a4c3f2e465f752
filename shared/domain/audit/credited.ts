import type { Course, Term } from '../plan/items.ts';
import { attemptsOf, type Attempts } from './attempts.ts';
import { standingOf } from './standing.ts';

/**
 * The courses of a program whose credits count. A course that is repeated brings its credits once: those of the
 * latest attempt that earned them, else of the latest planned.
 */
export function creditedCourses(
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
): ReadonlySet<Course> {
  return new Set(attemptsOf(courses, terms).flatMap(withoutSuperseded));
}

/** The one attempt of a family whose credits count; none where all were failed or withdrawn. */
export function withoutSuperseded(family: Attempts): Course[] {
  const earned = family.findLast((course) => standingOf(course) === 'earned');
  const counted = earned ?? family.findLast((course) => standingOf(course) === 'planned');
  return counted === undefined ? [] : [counted];
}
