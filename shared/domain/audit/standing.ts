import type { Course } from '../plan/items.ts';
import { isPassing, meetsMinimum } from './grades.ts';

/** What a course is worth to an audit: credit earned, credit planned, a requirement waived, or nothing. */
export type Standing = 'earned' | 'planned' | 'exempt' | 'none';

/** The standing of a course; failed and withdrawn courses have none. */
export function standingOf({ status, grade }: Course): Standing {
  switch (status) {
    case 'completed':
      return isPassing(grade) ? 'earned' : 'none';
    case 'transferred':
      return 'earned';
    case 'exempt':
      return 'exempt';
    case 'planned':
    case 'enrolled':
      return 'planned';
    case 'withdrawn':
      return 'none';
  }
}

/** True when the course can count where this minimum grade is asked. A grade still to come is taken to be good enough. */
export function countsWith(course: Course, minGrade: string | null): boolean {
  if (course.status === 'completed') return meetsMinimum(course.grade, minGrade);
  return standingOf(course) !== 'none';
}

/** Credits a course brings, 0 when exempt, `null` when not known. */
export function creditsOf(course: Course): number | null {
  return course.status === 'exempt' ? 0 : course.credits;
}

/** The sum of the known credits and the ids of the courses left out because theirs are not known. */
export function sumCredits(courses: readonly Course[]): { credits: number; unknown: string[] } {
  let sum = 0;
  const unknown: string[] = [];
  for (const course of courses) {
    const credits = creditsOf(course);
    if (credits === null) unknown.push(course.id);
    else sum += credits;
  }
  // Credits have few decimals; adding them as binary fractions must not show 8.999999999999998.
  return { credits: Math.round(sum * 1e6) / 1e6, unknown };
}
