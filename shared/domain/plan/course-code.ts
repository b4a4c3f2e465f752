import type { Course } from './items.ts';

/** A course as a catalog names it, prefix and number: `HSA 300`; empty when it has neither. */
export function codeText({ prefix, number }: Pick<Course, 'prefix' | 'number'>): string {
  return `${prefix.trim()} ${number.trim()}`.trim();
}

/** What a course is called in a list, by its code and title: `HSA 300 Health Policy`. */
export function courseName(course: Pick<Course, 'prefix' | 'number' | 'title'>): string {
  return `${codeText(course)} ${course.title}`.trim();
}

/**
 * Prefix and number in one spelling, for comparing; `null` for placeholders such as `XX XX` or `elec 1xx`: a
 * number that names one course is all digits plus at most one letter.
 */
export function codeOf({ prefix, number }: Pick<Course, 'prefix' | 'number'>): string | null {
  const plain = number.trim().toUpperCase();
  return /^\d+[A-Z]?$/.test(plain) ? `${prefix.trim().toUpperCase().replaceAll(/\s+/g, ' ')} ${plain}` : null;
}
