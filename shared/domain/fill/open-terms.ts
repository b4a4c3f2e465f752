import type { Term } from '../plan/items.ts';
import { toDay, type DayNumber } from '../time/day.ts';

/** Days from the first one of a term on which schools usually still take a student into a course. */
export const ADD_DAYS = 14;

/**
 * Whether a course may still be put into a term: it has not ended, and if it has begun, no more than two weeks ago.
 * Nobody takes a course in the past, nor one that has been taught for a month.
 */
export function takesCourses({ firstDay, lastDay }: Term, today: DayNumber): boolean {
  return toDay(lastDay) >= today && today < toDay(firstDay) + ADD_DAYS;
}

/** By the day they end, then the day they begin: the order in which "the last term" is the last one. */
export function byEnd(a: Term, b: Term): number {
  return (
    toDay(a.lastDay) - toDay(b.lastDay) ||
    toDay(a.firstDay) - toDay(b.firstDay) ||
    a.index - b.index ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}
