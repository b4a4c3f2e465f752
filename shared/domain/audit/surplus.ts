import type { Requirement } from '../plan/document.ts';
import type { Course } from '../plan/items.ts';
import { creditsOf, standingOf } from './standing.ts';

/**
 * The courses a group could do without, in document order: leaving all of them out changes nothing about how far it
 * is met, leaving out one more does. Planned courses go before earned ones and later before earlier ones. A course
 * without credits, or with unknown ones, takes no room in a group of credits. `isListed` says whether a group of all
 * its listed courses asked for this one.
 */
export function surplusOf(
  rule: Requirement['rule'],
  asked: number,
  courses: readonly Course[],
  isListed: (course: Course) => boolean,
): Course[] {
  if (rule === 'all') return courses.filter((course) => !isListed(course));
  const weightOf = (course: Course) =>
    rule === 'choose' ? 1 : Math.round((creditsOf(course) ?? 0) * THOUSANDTHS);
  const needed = Math.round(asked * (rule === 'choose' ? 1 : THOUSANDTHS));
  let room = courses.reduce((sum, course) => sum + weightOf(course), 0) - needed;
  const spare = new Set<Course>();
  for (const course of leastSureFirst(courses)) {
    const weight = weightOf(course);
    if (weight === 0 || weight > room) continue;
    spare.add(course);
    room -= weight;
  }
  return courses.filter((course) => spare.has(course));
}

/** Credits are compared in whole thousandths, so that sums are exact. */
const THOUSANDTHS = 1_000;

function leastSureFirst(courses: readonly Course[]): Course[] {
  const backwards = courses.toReversed();
  const isPlanned = (course: Course) => standingOf(course) === 'planned';
  return [...backwards.filter(isPlanned), ...backwards.filter((course) => !isPlanned(course))];
}
