import type { Instance } from './instance.ts';

/** A part of an instance that shares no rule with the rest, and where its courses stand in the whole. */
export interface Part {
  instance: Instance;
  /** Index in the whole of each course and program of the part. */
  courses: number[];
  programs: number[];
}

/** Programs that no requisite joins are tasks of their own: apart they are solved in a fraction of the time. */
export function partsOf({ courses, programs, sets }: Instance): Part[] {
  const leader = programs.map((_, index) => index);
  const leaderOf = (program: number): number => {
    while (leader[program] !== program) program = leader[program]!;
    return program;
  };
  const programsIn = ({ owner, needs }: Instance['sets'][number]): number[] =>
    [owner, ...needs.flatMap(({ attempts }) => attempts.map(({ course }) => course))].flatMap((course) =>
      course < 0 ? [] : [courses[course]!.program],
    );
  for (const set of sets) {
    const [first, ...others] = programsIn(set);
    for (const other of others) leader[leaderOf(other)] = leaderOf(first!);
  }
  const groups = Map.groupBy(leader.keys(), leaderOf);
  return [...groups.values()].map((group) => {
    // The program that begins first is made as short as it can be before the next one is looked at.
    const members = group.sort((a, b) => beginOf(programs[a]!) - beginOf(programs[b]!) || a - b);
    const own = courses.flatMap(({ program }, index) => (members.includes(program) ? [index] : []));
    const place = new Map(own.map((course, index) => [course, index]));
    return {
      courses: own,
      programs: members,
      instance: {
        programs: members.map((program) => programs[program]!),
        courses: own.map((course) => ({
          ...courses[course]!,
          program: members.indexOf(courses[course]!.program),
        })),
        sets: sets
          .filter((set) => members.includes(programsIn(set)[0]!))
          .map((set) => ({
            ...set,
            owner: set.owner < 0 ? -1 : place.get(set.owner)!,
            needs: set.needs.map((need) => ({
              ...need,
              attempts: need.attempts.map(({ course, terms }) => ({ course: place.get(course)!, terms })),
            })),
          })),
      },
    };
  });
}

const beginOf = ({ terms }: Instance['programs'][number]): number => terms[0]?.firstDay ?? Infinity;
