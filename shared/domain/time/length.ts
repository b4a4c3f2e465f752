import { calendarOf, dayOf, type DayNumber } from './day.ts';

/**
 * How long an item takes (R2), packed into one number so that the schedule's passes can keep it in a typed
 * array: whole days when positive, calendar months when negative (−3 is three months), 0 when not known.
 */
export type Span = number;

export const UNKNOWN_SPAN: Span = 0;

/** Longest span kept, in days or months. Longer ones are cut to it, so that sums of days cannot overflow. */
const LONGEST = 1_000_000;
const MONTHS_PER_YEAR = 12;
const SHORTEST_MONTH = 28;
const DAYS_PER_WEEK = 7;

/** Hours are counted in millionths, so that 0.1 + 0.2 hours are 0.3 hours. */
const HOUR_PARTS = 1_000_000;

/** Span of `count` days, at least one day. */
export function spanOfDays(count: number): Span {
  return Math.min(LONGEST, Math.max(1, Math.ceil(count)));
}

/** Span of `count` weeks, at least one day. */
export function spanOfWeeks(count: number): Span {
  return spanOfDays(count * DAYS_PER_WEEK);
}

/** Span of `count` calendar months, at least one. */
export function spanOfMonths(count: number): Span {
  return -Math.min(LONGEST, Math.max(1, Math.ceil(count)));
}

/** Hours as a whole number of millionths: sums and differences of these are exact. */
export function hourParts(hours: number): number {
  return Math.round(hours * HOUR_PARTS);
}

/**
 * Whole days that `hours` take at `hoursPerWeek`: `ceil(hours × 7 / hoursPerWeek)`, multiplied first, exact for
 * hours with up to six decimals. `null` when the pace is not a positive number.
 */
export function daysForHours(hours: number, hoursPerWeek: number): number | null {
  const pace = hourParts(hoursPerWeek);
  if (!(pace > 0)) return null;
  const work = hourParts(hours) * DAYS_PER_WEEK;
  const spare = work % pace;
  return Math.max(0, (work - spare) / pace + (spare > 0 ? 1 : 0));
}

/** The same day `count` months later (or earlier, when negative); a day the month lacks is its last one. */
export function addMonths(day: DayNumber, count: number): DayNumber {
  const { year, month, date } = calendarOf(day);
  const first = firstOfMonth(year, month + count);
  if (date <= SHORTEST_MONTH) return first + date - 1;
  return first + Math.min(date, firstOfMonth(year, month + count + 1) - first) - 1;
}

/** The first day of a month counted from January of `year`: 0 is the December before, 13 the January after. */
function firstOfMonth(year: number, month: number): DayNumber {
  const years = Math.floor((month - 1) / MONTHS_PER_YEAR);
  return dayOf(year + years, month - years * MONTHS_PER_YEAR, 1);
}

/** Last day of an item that starts on `start` and takes `span`, which must be known. */
export function lastDayOf(start: DayNumber, span: Span): DayNumber {
  return span > 0 ? start + span - 1 : addMonths(start, -span) - 1;
}

/** The last day on which an item of `span` can start and still end by `end`. */
export function lastStartEndingBy(end: DayNumber, span: Span): DayNumber {
  if (span > 0) return end - span + 1;
  let start = addMonths(end + 1, span);
  while (lastDayOf(start, span) > end) start -= 1;
  while (lastDayOf(start + 1, span) <= end) start += 1;
  return start;
}

/** The first day on which an item of `span` can start so that it does not end before `end`. */
export function firstStartEndingFrom(end: DayNumber, span: Span): DayNumber {
  if (span > 0) return end - span + 1;
  let start = addMonths(end + 1, span);
  while (lastDayOf(start, span) < end) start += 1;
  while (lastDayOf(start - 1, span) >= end) start -= 1;
  return start;
}
