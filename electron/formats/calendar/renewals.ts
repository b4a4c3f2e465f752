import type { Credential } from '#shared/domain/plan/items.ts';
import { calendarOf, LAST_DAY, toDay, type DayNumber } from '#shared/domain/time/day.ts';
import { lastDayOf, spanOfMonths } from '#shared/domain/time/length.ts';

/** The day by which a credential must be renewed, and the rule by which that comes again; `null` for once. */
export interface Renewal {
  day: DayNumber;
  rule: string | null;
}

/**
 * The renewal of a credential that is issued on `issued`: on the day it expires, else when the first period is over.
 * `null` when neither is known, or when it would be past 2199.
 */
export function renewalOf({ expires, renewMonths }: Credential, issued: DayNumber | null): Renewal | null {
  const periodEnd =
    issued === null || renewMonths === null ? null : lastDayOf(issued, spanOfMonths(renewMonths));
  const day = expires === null ? periodEnd : toDay(expires);
  if (day === null || day > LAST_DAY) return null;
  return { day, rule: renewMonths === null ? null : monthlyRule(day, renewMonths) };
}

const MONTHS = 12;
const FEBRUARY = 2;
/** The days of each month in a year that is no leap year, January first. */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Every so many months on the same day; where a month lacks it, on its last one (R2). A plain rule would skip such a
 * month. The shortest rule that says so is taken, because not every calendar reads the longer ones right.
 */
function monthlyRule(day: DayNumber, months: number): string {
  const rule = `FREQ=MONTHLY;INTERVAL=${months}`;
  const { month, date } = calendarOf(day);
  const reached = Array.from({ length: MONTHS }, (_, nth) => ((month - 1 + nth * months) % MONTHS) + 1);
  const lacking = reached.filter((each) => date > (LENGTHS[each - 1] ?? 0));
  if (lacking.length === 0) return rule;
  const always = date === 31 || reached.every((each) => each === FEBRUARY);
  if (always) return `${rule};BYMONTHDAY=-1`;
  const days = Array.from({ length: date - 27 }, (_, nth) => 28 + nth);
  return `${rule};BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}
