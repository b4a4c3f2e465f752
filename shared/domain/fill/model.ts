import type { PlanDocument } from '../plan/document.ts';
import { SEASONS, type Course, type Program, type Term } from '../plan/items.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import { limitInUnits, toUnits } from './credits.ts';
import { surveyPlan, type Ground } from './ground.ts';
import { MOST_TERMS, type Instance, type InstanceProgram } from './instance.ts';
import { byEnd } from './open-terms.ts';
import { readRequisites } from './requisites.ts';
import type { FillNote, FillReason } from './types.ts';

/** A plan as a task for the search, what makes it impossible from the outset, and what is worth knowing. */
export interface Model {
  ground: Ground;
  instance: Instance;
  problems: FillReason[];
  notes: FillNote[];
}

/** Reads the task out of a plan: which courses, into which terms, under which rules. */
export function modelPlan(doc: PlanDocument, today: DayNumber): Model {
  const ground = surveyPlan(doc, today);
  const shown = new Map(
    ground.programs.map(({ id }) => [id, (ground.open.get(id) ?? []).slice(0, MOST_TERMS)]),
  );
  const termsOf = ({ programId }: Course): readonly Term[] => shown.get(programId ?? '') ?? [];
  const indexOf = new Map(ground.movable.map(({ id }, index) => [id, index]));
  const programIndex = new Map(ground.programs.map(({ id }, index) => [id, index]));
  const requisites = readRequisites(ground, termsOf, indexOf);
  const instance: Instance = {
    programs: ground.programs.map((program) => readProgram(program, ground, shown.get(program.id) ?? [])),
    courses: ground.movable.map((course) => ({
      id: course.id,
      program: programIndex.get(course.programId ?? '') ?? -1,
      units: toUnits(course.credits ?? 0),
      offered: termsOf(course).reduce(
        (mask, { season }, bit) =>
          course.offered === null || course.offered.includes(season) ? mask | (1 << bit) : mask,
        0,
      ),
    })),
    sets: requisites.sets,
  };
  return {
    ground,
    instance,
    problems: [...withoutTerms(ground), ...neverOffered(ground, termsOf), ...requisites.problems],
    notes: notesOn(ground, requisites.staysBroken),
  };
}

function readProgram({ id }: Program, ground: Ground, shown: readonly Term[]): InstanceProgram {
  const own = [...ground.terms.values()].filter(({ programId }) => programId === id);
  const lastUsed = own
    .filter((term) => ground.used.has(term.id))
    .sort(byEnd)
    .at(-1);
  const terms = shown.map((term) => {
    const placed = toUnits(ground.placedCredits(term.id));
    return {
      id: term.id,
      firstDay: toDay(term.firstDay),
      lastDay: toDay(term.lastDay),
      placed,
      room: Math.max(0, limitInUnits(term.creditLimit) - placed),
    };
  });
  return {
    id,
    terms,
    left: (ground.open.get(id)?.length ?? 0) - shown.length,
    usedUntil: lastUsed === undefined ? -Infinity : toDay(lastUsed.lastDay),
    lastUsed: lastUsed?.id ?? null,
    sequential: terms.every((term, at) => at === 0 || terms[at - 1]!.lastDay < term.firstDay),
  };
}

function* withoutTerms({ programs, movable, open, terms }: Ground): Generator<FillReason> {
  for (const { id } of programs) {
    if (open.has(id)) continue;
    const courses = movable.filter(({ programId }) => programId === id).length;
    const last = [...terms.values()]
      .filter(({ programId }) => programId === id)
      .sort(byEnd)
      .at(-1);
    yield last === undefined
      ? { code: 'no-terms', programId: id, courses }
      : { code: 'no-open-terms', programId: id, courses, lastDay: last.lastDay };
  }
}

function* neverOffered(
  { movable }: Ground,
  termsOf: (course: Course) => readonly Term[],
): Generator<FillReason> {
  for (const course of movable) {
    const { id, offered } = course;
    const terms = termsOf(course);
    if (offered === null || terms.length === 0 || terms.some(({ season }) => offered.includes(season)))
      continue;
    const seasons = SEASONS.filter((season) => terms.some((term) => term.season === season));
    yield { code: 'never-offered', courseId: id, offered, seasons };
  }
}

function notesOn(ground: Ground, staysBroken: readonly string[]): FillNote[] {
  const { movable, lockedOut, programs, terms } = ground;
  const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
  const asking = new Set(programs.map(({ id }) => id));
  const unknown = ids(movable.filter(({ credits }) => credits === null));
  const closed = ids(
    [...terms.values()].filter(({ id, programId }) => asking.has(programId ?? '') && !ground.isOpen(id)),
  );
  const notes: FillNote[] = [
    { code: 'unknown-credits', courseIds: unknown },
    { code: 'locked-out', courseIds: ids(lockedOut) },
    { code: 'closed-terms', termIds: closed },
    { code: 'requisite-stays-broken', courseIds: [...new Set(staysBroken)] },
  ];
  return notes.filter((note) => (note.code === 'closed-terms' ? note.termIds : note.courseIds).length > 0);
}
