import type { Instance, InstanceNeed, InstanceSet } from './instance.ts';

/** An instance made ready for the search: whole numbers, look-ups, and what can be told of it before any limit. */
export interface Task {
  instance: Instance;
  count: number;
  /** Credits of each course as a multiple of `step` units. */
  sizes: Int32Array | Float64Array;
  step: number;
  programOf: Int32Array;
  coursesOf: number[][];
  /** Indices of the sets that a course asks by, and of those it is needed in. */
  setsOf: number[][];
  /** Courses that have to end later, directly or not; the more, the more urgent. */
  followers: Int32Array;
  /** Pairs of courses that may change places in every arrangement: the first comes no later than the second. */
  twins: [number, number][];
  /** Whether a course that moves to an earlier term could break something. */
  rigid: boolean[];
  /** Place of each term among those of all programs, by the day it ends. */
  rankOf: number[][];
  /** One program whose terms follow each other: then what is left to do depends only on what is done. */
  sequential: boolean;
}

export function prepareTask(instance: Instance): Task {
  const { courses, programs, sets } = instance;
  const count = courses.length;
  const step = courses.reduce((divisor, { units }) => commonDivisor(divisor, units), 0) || 1;
  const setsOf: number[][] = courses.map(() => []);
  sets.forEach((set, index) => {
    for (const course of new Set(membersOf(set))) setsOf[course]?.push(index);
  });
  const days = [...new Set(programs.flatMap(({ terms }) => terms.map(({ lastDay }) => lastDay)))].sort(
    (a, b) => a - b,
  );
  return {
    instance,
    count,
    sizes: Float64Array.from(courses, ({ units }) => units / step),
    step,
    programOf: Int32Array.from(courses, ({ program }) => program),
    coursesOf: programs.map((_, program) =>
      courses.flatMap((course, index) => (course.program === program ? [index] : [])),
    ),
    setsOf,
    followers: countFollowers(instance),
    twins: findTwins(instance),
    rigid: courses.map((_, course) => sets.some((set) => pinsDown(set, course))),
    rankOf: programs.map(({ terms }) => terms.map(({ lastDay }) => days.indexOf(lastDay))),
    sequential: programs.length === 1 && programs[0]!.sequential,
  };
}

function membersOf({ owner, needs }: InstanceSet): number[] {
  const members = needs.flatMap(({ attempts }) => attempts.map(({ course }) => course));
  return owner < 0 ? members : [owner, ...members];
}

function commonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** A need that an earlier term serves no better than a later one: the terms that serve it are not the first ones. */
function pinsDown({ needs }: InstanceSet, course: number): boolean {
  return needs.some(({ attempts }) =>
    attempts.some(
      (attempt) => attempt.course === course && attempt.terms.some((mask) => (mask & (mask + 1)) !== 0),
    ),
  );
}

function countFollowers({ courses, sets }: Instance): Int32Array {
  const next: Set<number>[] = courses.map(() => new Set());
  for (const { owner, needs } of sets) {
    for (const { attempts } of needs)
      for (const { course } of attempts) if (owner >= 0) next[course]?.add(owner);
  }
  return Int32Array.from(courses, (_, course) => {
    const reached = new Set([course]);
    for (const at of reached) for (const follower of next[at] ?? []) reached.add(follower);
    return reached.size - 1;
  });
}

/**
 * Courses with the same credits, offerings, requisites and uses are the same to the search: of all their orders one
 * is enough.
 */
function findTwins({ courses, sets }: Instance): [number, number][] {
  const roles: string[][] = courses.map(() => []);
  sets.forEach((set, index) => {
    const form = JSON.stringify([set.need, set.needs]);
    if (set.owner >= 0) roles[set.owner]?.push(`asks ${form}`);
    for (const need of set.needs) noteRoles(roles, set, index, need);
  });
  const pairs: [number, number][] = [];
  const latest = new Map<string, number>();
  courses.forEach(({ program, units, offered }, index) => {
    const key = JSON.stringify([program, units, offered, roles[index]?.sort()]);
    const before = latest.get(key);
    if (before !== undefined) pairs.push([before, index]);
    latest.set(key, index);
  });
  return pairs;
}

function noteRoles(roles: string[][], set: InstanceSet, index: number, need: InstanceNeed): void {
  const [only, ...others] = need.attempts;
  // A need with several ways out is seldom the same for two courses; it is not worth looking.
  const form =
    only === undefined || others.length > 0
      ? `alone in ${index}`
      : set.needs.length === 1
        ? `for ${set.owner}: ${need.always} ${only.terms.join()}`
        : `in ${index}: ${need.always} ${only.terms.join()}`;
  for (const { course } of need.attempts)
    roles[course]?.push(others.length > 0 ? `${form} as ${course}` : form);
}
