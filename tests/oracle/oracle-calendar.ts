/**
 * The oracle's own calendar, on plain `Date`s and by counting, so that a mistake in `domain/time` cannot
 * hide in both. Days are whole numbers since 1970-01-01, as in the engine's answers.
 */

const DAY = 24 * 60 * 60 * 1000;

/** Whole days since 1970-01-01 of an ISO day. */
export const daysOf = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);

/** ISO day of a whole number of days since 1970-01-01. */
export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** The same day of the month `months` months later; where that month is too short, its last day (R2). */
export function sameDayMonthsLater(day: number, months: number): number {
  const from = new Date(day * DAY);
  const wanted = from.getUTCDate();
  const firstOfMonth = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1) / DAY;
  const month = new Date(firstOfMonth * DAY).getUTCMonth();
  let last = firstOfMonth;
  while (new Date(last * DAY).getUTCDate() < wanted && new Date((last + 1) * DAY).getUTCMonth() === month)
    last += 1;
  return last;
}

/** The last day from which something still ends by `finish`, found by walking back a day at a time. */
export function lastStartWithin(lastDay: (start: number) => number, finish: number): number {
  let start = finish;
  while (lastDay(start) > finish) start -= 1;
  return start;
}
