import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Course, Term } from '#shared/domain/plan/items.ts';

/** The id each course has in the file, a whole number: the one it was imported with if it is free, else the next. */
export function numberCourses(courses: readonly Course[]): Map<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, importedId } of courses) {
    if (importedId === null || !/^(0|[1-9]\d{0,8})$/.test(importedId) || taken.has(importedId)) continue;
    ids.set(id, importedId);
    taken.add(importedId);
  }
  let next = 1;
  for (const { id } of courses) {
    if (ids.has(id)) continue;
    while (taken.has(String(next))) next += 1;
    ids.set(id, String(next));
    taken.add(String(next));
  }
  return ids;
}

/** The number of each term that holds a course, from 1 without gaps, in the order of their days. */
export function numberTerms({ items }: PlanDocument, courses: readonly Course[]): Map<string, number> {
  const used = new Set(courses.map(({ termId }) => termId));
  const terms = items.filter((item): item is Term => item.kind === 'term' && used.has(item.id));
  const inTime = terms.toSorted(
    (a, b) => compare(a.firstDay, b.firstDay) || a.index - b.index || compare(a.id, b.id),
  );
  return new Map(inTime.map(({ id }, nth) => [id, nth + 1]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
