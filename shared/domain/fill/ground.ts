import { sumCredits } from '../audit/standing.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course, Program, Term } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { byEnd, takesCourses } from './open-terms.ts';

/** The plan with the look-ups that filling needs. */
export interface Ground {
  doc: PlanDocument;
  courses: ReadonlyMap<string, Course>;
  terms: ReadonlyMap<string, Term>;
  /** The programs that have a course to place, in the order of the plan, and what is to be placed. */
  programs: readonly Program[];
  movable: readonly Course[];
  /** Unplaced, but locked. */
  lockedOut: readonly Course[];
  /** Per program the terms that take courses, in the order in which they end. */
  open: ReadonlyMap<string, Term[]>;
  isOpen(termId: string): boolean;
  /** Credits already in a term, of courses not withdrawn. */
  placedCredits(termId: string): number;
  /** Ids of the terms that hold a course not withdrawn. */
  used: ReadonlySet<string>;
}

/** Looks at a plan with the eyes of somebody who has courses to place. */
export function surveyPlan(doc: PlanDocument, today: DayNumber): Ground {
  const courses = doc.items.filter((item) => item.kind === 'course');
  const terms = new Map(doc.items.filter((item) => item.kind === 'term').map((term) => [term.id, term]));
  const programs = doc.items.filter((item) => item.kind === 'program');
  const programIds = new Set(programs.map(({ id }) => id));
  const unplaced = courses.filter(
    ({ status, termId, programId }) =>
      status === 'planned' && !terms.has(termId ?? '') && programIds.has(programId ?? ''),
  );
  const movable = unplaced.filter(({ locked }) => !locked);
  const asking = new Set(movable.map(({ programId }) => programId));
  const staying = Map.groupBy(
    courses.filter(({ status }) => status !== 'withdrawn'),
    ({ termId }) => termId ?? '',
  );
  const openTerms = [...terms.values()].filter((term) => takesCourses(term, today)).sort(byEnd);
  const openIds = new Set(openTerms.map(({ id }) => id));
  return {
    doc,
    courses: new Map(courses.map((course) => [course.id, course])),
    terms,
    programs: programs.filter(({ id }) => asking.has(id)),
    movable,
    lockedOut: unplaced.filter(({ locked }) => locked),
    open: Map.groupBy(openTerms, ({ programId }) => programId ?? ''),
    isOpen: (termId) => openIds.has(termId),
    placedCredits: (termId) => sumCredits(staying.get(termId) ?? []).credits,
    used: new Set(staying.keys()),
  };
}
