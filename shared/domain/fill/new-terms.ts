import { blankItem } from '../plan/blank-item.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course, Program, Season, Term } from '../plan/items.ts';
import { dateTerms, usualStart } from '../template/date-terms.ts';
import { LAST_DATE, toDay, type DayNumber, type IsoDate } from '../time/day.ts';
import { surveyPlan } from './ground.ts';
import type { Placement } from './types.ts';

/** Terms that a person wants added before the courses are placed, to each program that has some to place. */
export interface NewTermsWish {
  count: number;
  /** The first day of the first one; `null` for after the last term there is, or the next usual one. */
  start: IsoDate | null;
  creditLimit: number | null;
  /** Only to this program; `null` for all. */
  programId: string | null;
}

/** A term that is proposed along with what goes into it. `key` stands for its id until it has one. */
export interface NewTerm {
  key: string;
  programId: string;
  title: string;
  index: number;
  season: Season;
  firstDay: IsoDate;
  lastDay: IsoDate;
  creditLimit: number | null;
}

export type NewTermsRefusal =
  | { code: 'unusable-value'; field: string; value: string; expected: string }
  | { code: 'dates-out-of-range'; last: IsoDate };

/**
 * Drafts the terms of a wish, by the calendar that imports and templates use. Programs without a course to place get
 * none. Refused when the first day lies inside the terms there are, or the last one past 2199.
 */
export function draftTerms(
  doc: PlanDocument,
  today: DayNumber,
  wish: NewTermsWish,
  titleOf: (studyYear: number, season: Season) => string,
): { ok: true; terms: NewTerm[] } | { ok: false; reason: NewTermsRefusal } {
  const { programs } = surveyPlan(doc, today);
  const terms: NewTerm[] = [];
  for (const program of programs) {
    if (wish.programId !== null && wish.programId !== program.id) continue;
    const present = doc.items.filter(
      (item) => item.kind === 'term' && item.programId === program.id,
    ) as Term[];
    const last = present
      .map(({ lastDay }) => lastDay)
      .sort()
      .at(-1);
    if (wish.start !== null && last !== undefined && wish.start <= last) {
      const expected = `a day after ${last}, when the terms of ${program.title} end`;
      return { ok: false, reason: { code: 'unusable-value', field: 'start', value: wish.start, expected } };
    }
    terms.push(...draft(program, present, wish, today, titleOf));
  }
  if (terms.some(({ lastDay }) => lastDay > LAST_DATE || lastDay.length > LAST_DATE.length))
    return { ok: false, reason: { code: 'dates-out-of-range', last: LAST_DATE } };
  return { ok: true, terms };
}

function draft(
  { id, system }: Program,
  present: readonly Term[],
  { count, start, creditLimit }: NewTermsWish,
  today: DayNumber,
  titleOf: (studyYear: number, season: Season) => string,
): NewTerm[] {
  // After terms that are long over the next ones would lie in the past as well.
  const over = present.every(({ lastDay }) => toDay(lastDay) < today);
  const from = start ?? (over ? usualStart(system, today) : null);
  const first = present.reduce((most, { index }) => Math.max(most, index), 0) + 1;
  return dateTerms(system, count, from, present).map(({ studyYear, ...term }, index) => ({
    ...term,
    key: `new-${id}-${first + index}`,
    programId: id,
    title: titleOf(studyYear, term.season),
    index: first + index,
    creditLimit,
  }));
}

/** The plan as it would be with these terms and placements. */
export function applyFilling(
  doc: PlanDocument,
  newTerms: readonly NewTerm[],
  placements: readonly Placement[],
): PlanDocument {
  const termOf = new Map(placements.map(({ courseId, termId }) => [courseId, termId]));
  const last = doc.items.reduce((most, { position }) => Math.max(most, position), 0);
  return {
    ...doc,
    items: [
      ...doc.items.map((item) =>
        termOf.has(item.id) ? ({ ...item, termId: termOf.get(item.id) } as Course) : item,
      ),
      ...newTerms.map((term, index) => termItem(term, term.key, last + 1 + index)),
    ],
  };
}

/** A new term as an item of the plan. */
export function termItem({ key: _, title, ...fields }: NewTerm, id: string, position: number): Term {
  return { ...blankItem('term', id, title, position), ...fields };
}
