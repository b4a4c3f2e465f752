import { contextOf } from '../findings/context.ts';
import { findingsNotAmong } from '../findings/foresee.ts';
import { findRequisiteOrder } from '../findings/requisites.ts';
import type { Raised } from '../findings/types.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Course, Term } from '../plan/items.ts';
import { effectOf } from '../schedule/effect.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { loadOf, type Load } from './load.ts';

/** What a move of courses would do, before it is made. */
export interface Consequence {
  /** The term they would go to, and its credits then; `null` for none. */
  term: Term | null;
  load: Load | null;
  /** Requisites that would be broken and are not now; and those that would be in order again. */
  broken: Raised<'requisite-order'>[];
  mended: Raised<'requisite-order'>[];
  /** Moved courses that are not taught in the season of the term. */
  notOffered: Course[];
  /** True when the term is over. */
  isPast: boolean;
  /** Days by which the goal moves, positive for later; `null` where it has no date before or after. */
  goalDays: number | null;
}

/** Compares the plan of a schedule with what it would be after a move; same today. */
export function consequenceOf(
  unchanged: Schedule,
  after: PlanDocument,
  moved: readonly Course[],
  termId: string | null,
): Consequence {
  const { today, document: before } = unchanged;
  const { days, schedule } = effectOf(unchanged, after);
  const findingsThen = findRequisiteOrder(contextOf(after, schedule, today, []));
  const findingsNow = findRequisiteOrder(contextOf(before, unchanged, today, []));
  const term = after.items.find((item): item is Term => item.kind === 'term' && item.id === termId) ?? null;
  const there = after.items.filter(
    (item): item is Course => item.kind === 'course' && term !== null && item.termId === term.id,
  );
  return {
    term,
    load: term && loadOf(term, there),
    broken: findingsNotAmong(findingsThen, findingsNow),
    mended: findingsNotAmong(findingsNow, findingsThen),
    notOffered: moved.filter(({ offered }) => term !== null && offered?.includes(term.season) === false),
    isPast: term !== null && toDay(term.lastDay) < today,
    goalDays: days,
  };
}
