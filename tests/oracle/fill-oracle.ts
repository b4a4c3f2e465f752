import type { PlanDocument, RequisiteSet } from '#shared/domain/plan/document.ts';
import type { Course, Term } from '#shared/domain/plan/items.ts';

/*
 * Filling the terms by trying everything, written from the rule book alone: no masks, no bounds, no order of search.
 * It shares nothing with the engine but the plan, so a difference between the two is a fault or an ambiguity.
 */

type Choice = ReadonlyMap<string, string>;

export interface OracleAnswer {
  feasible: boolean;
  /** Per program in the order it begins: the last day of its last used term; and the most credits of an open term. */
  last: string[];
  largest: number[];
}

const PASSED = ['A', 'B', 'C', 'D', 'P'];
const BETTER: Record<string, number> = { A: 4, B: 3, C: 2, D: 1 };
const DAY = 86_400_000;

const round = (credits: number): number => Math.round(credits * 1e6) / 1e6;
const coursesIn = (doc: PlanDocument): Course[] => doc.items.filter((item) => item.kind === 'course');
const termsIn = (doc: PlanDocument): Term[] => doc.items.filter((item) => item.kind === 'term');

/** A term takes courses until it is over, and until two weeks after it began. */
export function isOpen(term: Term, today: string): boolean {
  const begun = (Date.parse(today) - Date.parse(term.firstDay)) / DAY;
  return term.lastDay >= today && begun < 14;
}

export function toPlace(doc: PlanDocument): Course[] {
  const placed = new Set(termsIn(doc).map(({ id }) => id));
  return coursesIn(doc).filter(
    (each) => each.status === 'planned' && !each.locked && !placed.has(each.termId ?? ''),
  );
}

/** The terms a course could go into if it were alone. */
export function termsFor(doc: PlanDocument, today: string, course: Course): Term[] {
  return termsIn(doc).filter(
    (term) =>
      term.programId === course.programId &&
      isOpen(term, today) &&
      (course.offered === null || course.offered.includes(term.season)),
  );
}

/** How many arrangements there would be to try. */
export function sizeOf(doc: PlanDocument, today: string): number {
  return toPlace(doc).reduce((size, course) => size * termsFor(doc, today, course).length, 1);
}

/** Every rule that an arrangement breaks, in words; none for a sound one. */
export function faultsOf(doc: PlanDocument, today: string, choice: Choice): string[] {
  const terms = new Map(termsIn(doc).map((term) => [term.id, term]));
  const all = coursesIn(doc);
  const free = toPlace(doc);
  const faults: string[] = [];

  for (const course of free) {
    const term = terms.get(choice.get(course.id) ?? '');
    if (!term) faults.push(`${course.id} has no term`);
    else if (!termsFor(doc, today, course).includes(term))
      faults.push(`${course.id} must not be in ${term.id}`);
  }
  for (const id of choice.keys())
    if (!free.some((course) => course.id === id)) faults.push(`${id} was moved`);

  for (const term of terms.values()) {
    const there = all.filter(({ termId, status }) => termId === term.id && status !== 'withdrawn');
    const added = sum(free.filter(({ id }) => choice.get(id) === term.id));
    if (added > 0 && term.creditLimit !== null && round(sum(there) + added) > term.creditLimit)
      faults.push(`${term.id} is too full`);
  }

  for (const set of doc.requisiteSets) {
    const owner = all.find(({ id }) => id === set.courseId);
    if (!owner) continue;
    const moves = choice.has(owner.id);
    const term = terms.get(choice.get(owner.id) ?? owner.termId ?? '');
    if (!term || (owner.status !== 'planned' && owner.status !== 'enrolled')) continue;
    // What a placed course lacks for good is a finding already; a proposal has to bring what it can bring.
    if (!moves && !isOpen(term, today)) continue;
    const met = set.needs.filter((need) => isMet(need, set, term));
    const bringable = set.needs.filter(
      (need) => isMet(need, set, term) || attemptsAt(need.courseId).some(({ id }) => choice.has(id)),
    );
    const asked = set.need ?? set.needs.length;
    if (met.length < (moves ? asked : Math.min(asked, bringable.length)))
      faults.push(`${owner.id} lacks a requisite (${set.id})`);
  }
  return faults;

  function isMet(need: RequisiteSet['needs'][number], { kind }: RequisiteSet, term: Term): boolean {
    return attemptsAt(need.courseId).some((attempt) => {
      if (attempt.status === 'transferred' || attempt.status === 'exempt') return true;
      if (attempt.status === 'completed') return isGoodEnough(attempt.grade, need.minGrade);
      if (attempt.status === 'withdrawn') return false;
      const own = terms.get(choice.get(attempt.id) ?? attempt.termId ?? '');
      if (!own) return false;
      if (kind === 'strict') return own.id === term.id;
      return own.lastDay < term.firstDay || (kind === 'co' && own.id === term.id);
    });
  }

  function attemptsAt(id: string): Course[] {
    const found = all.filter((course) => course.id === id);
    for (let more = true; more;) {
      const next = all.filter(
        (course) => found.some((each) => each.id === course.repeatsId) && !found.includes(course),
      );
      found.push(...next);
      more = next.length > 0;
    }
    return found;
  }
}

function isGoodEnough(grade: string | null, minimum: string | null): boolean {
  if (grade === null) return true;
  if (!PASSED.includes(grade)) return false;
  const [own, asked] = [BETTER[grade], BETTER[minimum ?? '']];
  return own === undefined || asked === undefined || own >= asked;
}

/** What an arrangement is worth, per program with something to place, the program that begins first first. */
export function worthOf(
  doc: PlanDocument,
  today: string,
  choice: Choice,
): Pick<OracleAnswer, 'last' | 'largest'> {
  const free = toPlace(doc);
  const programs = doc.items.filter(
    ({ id, kind }) => kind === 'program' && free.some((each) => each.programId === id),
  );
  const begin = (id: string): string =>
    termsIn(doc)
      .filter((term) => term.programId === id && isOpen(term, today))
      .sort((a, b) =>
        a.lastDay < b.lastDay ? -1 : Number(a.lastDay > b.lastDay) || (a.firstDay < b.firstDay ? -1 : 1),
      )
      .map(({ firstDay }) => firstDay)[0] ?? '9';
  const inOrder = programs.toSorted((a, b) =>
    begin(a.id) < begin(b.id) ? -1 : Number(begin(a.id) > begin(b.id)),
  );
  const holding = (term: Term): Course[] =>
    coursesIn(doc).filter(
      ({ id, termId, status }) => status !== 'withdrawn' && (choice.get(id) ?? termId) === term.id,
    );
  return {
    last: inOrder.map(({ id }) => {
      const used = termsIn(doc).filter((term) => term.programId === id && holding(term).length > 0);
      return (
        used
          .map(({ lastDay }) => lastDay)
          .sort()
          .at(-1) ?? ''
      );
    }),
    largest: inOrder.map(({ id }) =>
      Math.max(
        0,
        ...termsIn(doc)
          .filter((term) => term.programId === id && isOpen(term, today))
          .map((term) => round(sum(holding(term)))),
      ),
    ),
  };
}

/** Tries every arrangement. Exponential: for plans with a few courses. */
export function tryEverything(doc: PlanDocument, today: string): OracleAnswer {
  const free = toPlace(doc);
  const options = free.map((course) => termsFor(doc, today, course).map(({ id }) => id));
  let best: OracleAnswer = { feasible: false, last: [], largest: [] };
  const choice = new Map<string, string>();
  const added = new Map<string, number>();
  const room = new Map(
    termsIn(doc).map(({ id, creditLimit }) => {
      const there = coursesIn(doc).filter(({ termId, status }) => termId === id && status !== 'withdrawn');
      return [id, creditLimit === null ? Infinity : Math.max(0, round(creditLimit - sum(there)))];
    }),
  );

  const walk = (at: number): void => {
    const course = free[at];
    if (course === undefined) {
      if (faultsOf(doc, today, choice).length > 0) return;
      const worth = worthOf(doc, today, choice);
      if (!best.feasible || isBetter(worth, best)) best = { feasible: true, ...worth };
      return;
    }
    for (const termId of options[at] ?? []) {
      const before = added.get(termId) ?? 0;
      // The one shortcut: a term that is too full already stays so.
      if (round(before + (course.credits ?? 0)) > (room.get(termId) ?? 0)) continue;
      added.set(termId, before + (course.credits ?? 0));
      choice.set(course.id, termId);
      walk(at + 1);
      added.set(termId, before);
    }
    choice.delete(course.id);
  };
  walk(0);
  return best;
}

function isBetter(
  a: Pick<OracleAnswer, 'last' | 'largest'>,
  b: Pick<OracleAnswer, 'last' | 'largest'>,
): boolean {
  for (const [index, day] of a.last.entries()) if (day !== b.last[index]) return day < (b.last[index] ?? '');
  for (const [index, credits] of a.largest.entries())
    if (credits !== b.largest[index]) return credits < (b.largest[index] ?? 0);
  return false;
}

const sum = (courses: readonly Course[]): number =>
  courses.reduce((credits, course) => credits + (course.status === 'exempt' ? 0 : (course.credits ?? 0)), 0);
