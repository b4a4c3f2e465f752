/**
 * Calendar days. A day travels as `YYYY-MM-DD` text (`IsoDate`) and is computed with as a whole number
 * of days since 1970-01-01 (`DayNumber`). This folder is the only place that converts between the two,
 * always in UTC, so no time zone and no daylight-saving change can move a date.
 */

/** A calendar day as text, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. */
export type IsoDate = string;

/** Days since 1970-01-01; may be negative. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;

export const FIRST_DATE: IsoDate = '1900-01-01';
export const LAST_DATE: IsoDate = '2199-12-31';
export const FIRST_DAY: DayNumber = Date.UTC(1900, 0, 1) / MS_PER_DAY;
export const LAST_DAY: DayNumber = Date.UTC(2199, 11, 31) / MS_PER_DAY;

/** True for text that names a real calendar day inside the supported range (so not `2027-02-30`). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DATE || text > LAST_DATE) return false;
  return toIso(toDay(text)) === text;
}

/** Day number of an ISO date. The text must satisfy `isIsoDate`; the contract checks that at the door. */
export function toDay(iso: IsoDate): DayNumber {
  return (
    Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10))) / MS_PER_DAY
  );
}

/** ISO date of a day number, `YYYY-MM-DD`. Days past the supported range are written all the same. */
export function toIso(day: DayNumber): IsoDate {
  const text = new Date(day * MS_PER_DAY).toISOString();
  return text.slice(0, text.indexOf('T'));
}

/** UTC calendar fields of a day: year, month 1–12, day of month 1–31. */
export function calendarOf(day: DayNumber): { year: number; month: number; date: number } {
  const at = new Date(day * MS_PER_DAY);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}
