import type { Course, Term } from '../plan/items.ts';

/** The attempts at one course, in the order in which they were or will be made. */
export type Attempts = readonly Course[];

/**
 * Puts the courses of a program together that are attempts at the same thing: those joined by `repeatsId`, and
 * with a `sameAs` those to which it gives the same key. Families are in the order of their first course.
 * Attempts are in order of their day (the end of the term, else the recorded end), undated ones first; a course
 * always comes after the one it repeats.
 */
export function attemptsOf(
  courses: readonly Course[],
  terms: ReadonlyMap<string, Term>,
  sameAs: (course: Course) => string | null = () => null,
): Attempts[] {
  const indexOf = new Map(courses.map((course, index) => [course.id, index]));
  const parent = courses.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const join = (a: number, b: number) => {
    const [first, second] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number];
    parent[second] = first;
  };

  const firstWith = new Map<string, number>();
  courses.forEach((course, index) => {
    const repeated = course.repeatsId === null ? undefined : indexOf.get(course.repeatsId);
    if (repeated !== undefined) join(index, repeated);
    const key = sameAs(course);
    if (key === null) return;
    const other = firstWith.get(key);
    if (other === undefined) firstWith.set(key, index);
    else join(index, other);
  });

  const families = new Map<number, Course[]>();
  courses.forEach((course, index) => {
    const family = families.get(rootOf(index));
    if (family === undefined) families.set(rootOf(index), [course]);
    else family.push(course);
  });
  return [...families.values()].map((family) => (family.length === 1 ? family : inOrder(family, terms)));
}

function inOrder(family: readonly Course[], terms: ReadonlyMap<string, Term>): Course[] {
  const byId = new Map(family.map((course) => [course.id, course]));
  const dayOf = (course: Course) => terms.get(course.termId ?? '')?.lastDay ?? course.actualEnd ?? '';
  const byDay = family.toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : Number(dayOf(a) > dayOf(b))));
  const placed = new Set<Course>();
  for (const course of byDay) {
    // What it repeats, and what that repeats, goes first; courses that repeat each other in a ring stop it.
    const chain = new Set<Course>();
    for (let at: Course | undefined = course; at !== undefined && !placed.has(at) && !chain.has(at);) {
      chain.add(at);
      at = byId.get(at.repeatsId ?? '');
    }
    for (const each of [...chain].reverse()) placed.add(each);
  }
  return [...placed];
}
