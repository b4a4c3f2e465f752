import type { Schedule } from '../schedule/schedule.ts';
import { toDay, toIso, type DayNumber, type IsoDate } from '../time/day.ts';
import type { Days } from './types.ts';

/** First and last day of an item in a schedule; `null` for one that is not in it. */
export function daysIn(schedule: Schedule, id: string): Days | null {
  if (!schedule.has(id)) return null;
  const { start, end } = schedule.dates(id);
  return { start: isoOrNull(start), end: isoOrNull(end) };
}

/** Days from one date to another, `null` where one is not known. */
export function daysBetween(from: IsoDate | null | undefined, to: IsoDate | null | undefined): number | null {
  return from == null || to == null ? null : toDay(to) - toDay(from);
}

const isoOrNull = (day: DayNumber | null): IsoDate | null => (day === null ? null : toIso(day));
