import type { PlanDocument } from '../plan/document.ts';
import type { Course, Term } from '../plan/items.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import { loadOf, type Load } from './load.ts';

/** A term with what is taken in it. */
export interface TermColumn {
  term: Term;
  time: 'past' | 'current' | 'ahead';
  /** In the order of the plan. */
  courses: Course[];
  load: Load;
}

/** The terms of one program side by side, and the courses that are in none. */
export interface ProgramGrid {
  /** `null` for the terms and courses that belong to no program. */
  programId: string | null;
  /** In order of time. */
  columns: TermColumn[];
  /** Courses that are still to be put into a term. */
  backlog: Course[];
  /** Courses without a term that need none: transferred, waived or recorded without one. */
  settled: Course[];
}

/**
 * The term grid of every program, in the order of the plan; one without a program comes last, if there is anything in
 * it. Every course is in exactly one list: in its term, else with its program.
 */
export function gridsOf(doc: PlanDocument, today: DayNumber): ProgramGrid[] {
  const courses = doc.items.filter((item) => item.kind === 'course');
  const terms = doc.items.filter((item) => item.kind === 'term');
  const termIds = new Set(terms.map(({ id }) => id));
  const programIds = doc.items.filter(({ kind }) => kind === 'program').map(({ id }) => id);
  const known = new Set(programIds);
  const homeOf = ({ programId }: Course | Term) =>
    programId !== null && known.has(programId) ? programId : null;

  const coursesIn = Map.groupBy(courses, ({ termId }) => termId);
  const termsOf = Map.groupBy(terms, homeOf);
  const looseOf = Map.groupBy(
    courses.filter(({ termId }) => termId === null || !termIds.has(termId)),
    homeOf,
  );
  const grids = [...programIds, null].map((programId): ProgramGrid => {
    const loose = looseOf.get(programId) ?? [];
    return {
      programId,
      columns: (termsOf.get(programId) ?? []).sort(inTime).map((term) => {
        const own = coursesIn.get(term.id) ?? [];
        return { term, time: timeOf(term, today), courses: own, load: loadOf(term, own) };
      }),
      backlog: loose.filter(isAhead),
      settled: loose.filter((course) => !isAhead(course)),
    };
  });
  const last = grids.at(-1);
  const hasMore = last && last.columns.length + last.backlog.length + last.settled.length > 0;
  return hasMore ? grids : grids.slice(0, -1);
}

/** True for a course that is still to be taken or under way. */
export const isAhead = ({ status }: Pick<Course, 'status'>): boolean =>
  status === 'planned' || status === 'enrolled';

function timeOf({ firstDay, lastDay }: Term, today: DayNumber): TermColumn['time'] {
  if (toDay(lastDay) < today) return 'past';
  return toDay(firstDay) > today ? 'ahead' : 'current';
}

function inTime(a: Term, b: Term): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return a.index - b.index || (a.id < b.id ? -1 : 1);
}
