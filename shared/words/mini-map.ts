import { FIRST_DAY, LAST_DAY, toIso, type DayNumber } from '#shared/domain/time/day.ts';
import { formatMonth } from './dates.ts';
import { formatNumber } from './numbers.ts';

/** Rows in view, counted from 1, of all there are. */
export interface RowsInView {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** What of the plan is in view: `May 2028 to June 2029, rows 1 to 12 of 40`; the rows only where some are out of view. */
export function inViewText(from: DayNumber, to: DayNumber, { first, last, count }: RowsInView): string {
  const [begin, end] = [from, to].map((day) => formatMonth(toIso(keep(day))));
  const months = begin === end ? (begin ?? '') : `${begin} to ${end}`;
  if (first <= 1 && last >= count) return months;
  return `${months}, rows ${formatNumber(first)} to ${formatNumber(last)} of ${formatNumber(count)}`;
}

function keep(day: DayNumber): DayNumber {
  return Math.min(LAST_DAY, Math.max(FIRST_DAY, Math.floor(day)));
}
