import type { Course, Item, Term } from '#shared/domain/plan/items.ts';

/** The terms of a plan by their ids. */
export function termsIn(items: ReadonlyMap<string, Item>): Map<string, Term> {
  const terms = new Map<string, Term>();
  for (const item of items.values()) if (item.kind === 'term') terms.set(item.id, item);
  return terms;
}

/** Those of the grades that are for one of the courses. */
export function gradesFor(
  courses: readonly Course[],
  grades: ReadonlyMap<string, string>,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const { id } of courses) {
    const grade = grades.get(id);
    if (grade !== undefined) found.set(id, grade);
  }
  return found;
}
