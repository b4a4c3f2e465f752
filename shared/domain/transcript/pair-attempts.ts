import type { Course } from '../plan/items.ts';
import { titleKey, type Family } from './families.ts';
import { creditsFrom, isEarned, type UsableRow } from './usable-rows.ts';

/** An attempt at a course: what the transcript says about it, and what the plan does; at least one is there. */
export interface Attempt {
  row: UsableRow | null;
  course: Course | null;
}

/** Where a row or a course is in time, so that attempts can be put in order; `null` without a term. */
export interface Places {
  ofRow: (row: UsableRow) => number | null;
  ofCourse: (course: Course) => number | null;
}

/**
 * Finds out which course of the plan each row of a family speaks about, in order of time. What is recorded already
 * goes first to the row that says the same, then to one of its term; a passed course goes to the latest row left.
 * A failed or withdrawn one without a row of its own stays an attempt of its own. What is planned is taken for the
 * latest attempts, because they are the ones that count.
 */
export function pairAttempts({ rows, courses }: Family<UsableRow>, places: Places): Attempt[] {
  const inTime = rows.toSorted((a, b) => before(places.ofRow(a), places.ofRow(b)) || a.line - b.line);
  const recorded = courses.filter(({ status }) => status !== 'planned');
  const planned = courses
    .filter(({ status }) => status === 'planned')
    .sort((a, b) => before(places.ofCourse(a), places.ofCourse(b)));
  const found = new Map<UsableRow, Course>();
  const taken = new Set<Course>();
  const pair = (list: readonly Course[], fits: (row: UsableRow, course: Course) => boolean) => {
    for (const row of inTime) {
      if (found.has(row)) continue;
      const course = list.find((course) => !taken.has(course) && fits(row, course));
      if (course === undefined) continue;
      found.set(row, course);
      taken.add(course);
    }
  };
  const sameTerm = (row: UsableRow, course: Course) =>
    places.ofRow(row) !== null && places.ofRow(row) === places.ofCourse(course);

  const sameTitle = (row: UsableRow, { title }: Course) => titleKey(row.title) === titleKey(title);
  const same: ((row: UsableRow, course: Course) => boolean)[] = [
    (row, course) => isTheSame(row, course) && sameTerm(row, course),
    (row, course) => saysTheSame(row, course) && sameTerm(row, course),
    sameTerm,
    isTheSame,
    saysTheSame,
  ];
  // Different topics may share a code, so among equals a title that is the same on both sides goes first.
  for (const fits of same) {
    pair(recorded, (row, course) => fits(row, course) && sameTitle(row, course));
    pair(recorded, fits);
  }
  const open = recorded.filter((course) => course.status === 'enrolled' || isEarned(course));
  for (const course of open) {
    if (taken.has(course)) continue;
    const row = inTime.findLast((row) => !found.has(row));
    if (row === undefined) break;
    found.set(row, course);
    taken.add(course);
  }
  const titles = Map.groupBy(planned, ({ title }) => titleKey(title));
  for (const [title, group] of titles) {
    pairLatest(
      inTime.filter((row) => titleKey(row.title) === title),
      group,
      found,
    );
  }
  const used = new Set(found.values());
  pairLatest(
    inTime,
    planned.filter((course) => !used.has(course)),
    found,
  );

  const alone = recorded.filter((course) => !taken.has(course) && !open.includes(course));
  return [
    ...inTime.map((row): Attempt => ({ row, course: found.get(row) ?? null })),
    ...alone.map((course): Attempt => ({ row: null, course })),
  ].sort((a, b) => before(placeOf(a, places), placeOf(b, places)));
}

/** Gives courses in order of time to the latest rows that have none, the last course to the last row. */
function pairLatest(
  rows: readonly UsableRow[],
  courses: readonly Course[],
  found: Map<UsableRow, Course>,
): void {
  if (courses.length === 0) return;
  const open = rows.filter((row) => !found.has(row)).slice(-courses.length);
  for (const [index, row] of open.entries()) {
    const course = courses[index];
    if (course) found.set(row, course);
  }
}

function placeOf({ row, course }: Attempt, { ofRow, ofCourse }: Places): number | null {
  if (row) return ofRow(row);
  return course && ofCourse(course);
}

/** Without a term first: what was transferred was taken before. */
function before(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return (a ?? -Infinity) < (b ?? -Infinity) ? -1 : 1;
}

function isTheSame(row: UsableRow, course: Course): boolean {
  return saysTheSame(row, course) && creditsFrom(row) === course.credits;
}

function saysTheSame(row: UsableRow, { status, grade, credits }: Course): boolean {
  return row.status === status && row.grade === grade && [null, credits].includes(creditsFrom(row));
}
