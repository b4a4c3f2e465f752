import { calendarOf, toDay, toIso, type DayNumber, type IsoDate } from './day.ts';

/** The next day on which a fall term usually begins: the first Monday after August 19 that is not past. */
export function nextFall(today: DayNumber): IsoDate {
  const { year } = calendarOf(today);
  const fallOf = (year: number): DayNumber => {
    const first = toDay(`${year}-08-20`);
    // Day 0, 1970-01-01, was a Thursday.
    const weekday = (((first + 3) % 7) + 7) % 7;
    return first + ((7 - weekday) % 7);
  };
  const fall = fallOf(year);
  return toIso(fall >= today ? fall : fallOf(year + 1));
}
