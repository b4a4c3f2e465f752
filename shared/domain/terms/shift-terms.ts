import type { PlanDocument } from '../plan/document.ts';
import type { Course, Program, Term } from '../plan/items.ts';
import { usualTerm } from '../template/usual-term.ts';
import { FIRST_DAY, LAST_DAY, toDay, toIso, type DayNumber } from '../time/day.ts';
import { countTerms, nameOfTerm, rhythmOf, termLater } from './slots.ts';
import { retitle } from './term-title.ts';

/** Why terms stay where they are; `title` names the term that is in the way. */
export type ShiftRefusal =
  | { reason: 'unknown-term' }
  | { reason: 'no-shift' }
  | { reason: 'recorded'; title: string }
  | { reason: 'occupied'; title: string; by: string }
  | { reason: 'out-of-season'; title: string }
  | { reason: 'out-of-range' };

/** A term that moves, as it is and as it will be. */
export interface ShiftedTerm {
  term: Term;
  changes: Pick<Term, 'title' | 'season' | 'firstDay' | 'lastDay'>;
}

export type ShiftOutcome =
  { ok: true; document: PlanDocument; shifted: ShiftedTerm[] } | { ok: false; refusal: ShiftRefusal };

/**
 * Moves a term and every later term of its program by `by` terms (negative: earlier). Each goes to the season
 * that lies that many terms on in the rhythm of its program, keeps its distance in days from the usual calendar,
 * its courses and its place; so a shift back by as many gives the same document. (Unless the rhythm itself went:
 * when the only summer becomes a fall, the program has no summers any more.) Nothing but these terms changes.
 */
export function shiftTerms(doc: PlanDocument, termId: string, by: number, today: DayNumber): ShiftOutcome {
  const chosen = doc.items.find((item) => item.id === termId);
  const program = doc.items.find((item) => item.id === chosen?.programId);
  if (chosen?.kind !== 'term' || program?.kind !== 'program') return refuse({ reason: 'unknown-term' });
  if (by === 0) return refuse({ reason: 'no-shift' });

  const terms = doc.items
    .filter((item) => item.kind === 'term')
    .filter(({ programId }) => programId === program.id)
    .sort(inTime);
  const moving = terms.slice(terms.indexOf(chosen));
  const recorded = moving.find((term) => toDay(term.firstDay) <= today && hasRecord(doc, term));
  if (recorded) return refuse({ reason: 'recorded', title: recorded.title });

  const shifted = moveAll(program, terms, moving, by);
  const refusal = findObstacle(terms.slice(0, terms.indexOf(chosen)), shifted);
  if (refusal) return refuse(refusal);
  const changes = new Map(shifted.map(({ term, changes }) => [term.id, changes]));
  const items = doc.items.map((item) => {
    const own = changes.get(item.id);
    return own && item.kind === 'term' ? { ...item, ...own } : item;
  });
  return { ok: true, document: { ...doc, items }, shifted };
}

function refuse(refusal: ShiftRefusal): ShiftOutcome {
  return { ok: false, refusal };
}

function inTime(a: Term, b: Term): number {
  if (a.firstDay !== b.firstDay) return a.firstDay < b.firstDay ? -1 : 1;
  return a.index - b.index || (a.id < b.id ? -1 : 1);
}

/** What was taken, or is being taken, in a term that has begun, was taken then. */
function hasRecord(doc: PlanDocument, term: Term): boolean {
  const isRecorded = ({ status }: Course) =>
    status === 'completed' || status === 'enrolled' || status === 'withdrawn';
  return doc.items.some((item) => item.kind === 'course' && item.termId === term.id && isRecorded(item));
}

function moveAll(
  program: Program,
  terms: readonly Term[],
  moving: readonly Term[],
  by: number,
): ShiftedTerm[] {
  const { system } = program;
  const rhythm = rhythmOf(system, terms);
  const [first] = terms;
  const start = first === undefined ? 0 : countTerms(nameOfTerm(first, system), rhythm);
  const studyYear = (count: number) => Math.floor((count - start) / rhythm.length);
  return moving.map((term) => {
    const from = nameOfTerm(term, system);
    const to = termLater(from, by, rhythm);
    const [usual, next] = [usualTerm(system, from), usualTerm(system, to)];
    // A program that moves as a whole begins with its first year of study wherever it goes.
    const years =
      moving.length === terms.length
        ? 0
        : studyYear(countTerms(to, rhythm)) - studyYear(countTerms(from, rhythm));
    return {
      term,
      changes: {
        title: retitle(term.title, from, to, years),
        season: to.season,
        firstDay: toIso(toDay(term.firstDay) + next.firstDay - usual.firstDay),
        lastDay: toIso(toDay(term.lastDay) + next.lastDay - usual.lastDay),
      },
    };
  });
}

function findObstacle(staying: readonly Term[], shifted: readonly ShiftedTerm[]): ShiftRefusal | null {
  for (const [index, { term, changes }] of shifted.entries()) {
    const { firstDay, lastDay } = changes;
    if (toDay(firstDay) < FIRST_DAY || toDay(lastDay) > LAST_DAY) return { reason: 'out-of-range' };
    const previous = shifted[index - 1];
    const outOfOrder =
      previous !== undefined &&
      previous.term.firstDay < term.firstDay &&
      previous.changes.firstDay >= firstDay;
    if (lastDay < firstDay || outOfOrder) return { reason: 'out-of-season', title: term.title };
    const earlier = firstDay < term.firstDay;
    const met = earlier ? staying.find((other) => other.lastDay >= firstDay) : undefined;
    if (met) return { reason: 'occupied', title: term.title, by: met.title };
  }
  return null;
}
