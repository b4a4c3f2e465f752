import type { IsoDate } from '#shared/domain/time/day.ts';
import { countOf } from './numbers.ts';

const LANGUAGE = 'en-US';

// Days have no zone; they are formatted in the one in which `Date.parse` reads them.
const short = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' });
const long = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'full', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat(LANGUAGE, { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day for a sentence or a cell: `Apr 4, 2029`. */
export function formatDay(day: IsoDate): string {
  return short.format(Date.parse(day));
}

/** A day with its weekday, for screen readers and titles: `Wednesday, April 4, 2029`. */
export function formatLongDay(day: IsoDate): string {
  return long.format(Date.parse(day));
}

/** The month a day is in: `April 2029`. */
export function formatMonth(day: IsoDate): string {
  return month.format(Date.parse(day));
}

/** A day, or what to show where none is known. */
export function formatDayOr(day: IsoDate | null, otherwise: string): string {
  return day === null ? otherwise : formatDay(day);
}

/** First and last day of a span, the year once when it is the same: `Aug 24 – Dec 11, 2026`. */
export function formatSpan(first: IsoDate, last: IsoDate): string {
  // Intl puts thin spaces around the dash, which the bundled fonts do not have.
  return short.formatRange(Date.parse(first), Date.parse(last)).replaceAll('\u2009', ' ');
}

/** A number of days without its sign: `1 day`, `175 days`. */
export function formatDays(days: number): string {
  return countOf(Math.abs(days), 'day');
}

/** How a date moved: `175 days later`, `1 day earlier`, `no change`. */
export function formatShift(days: number): string {
  if (days === 0) return 'no change';
  return `${formatDays(days)} ${days > 0 ? 'later' : 'earlier'}`;
}
