/**
 * Calendar days. A day travels as `YYYY-MM-DD` text (`IsoDate`) and is computed with as a whole number
 * of days since 1970-01-01 (`DayNumber`). This folder is the only place that converts between the two,
 * by arithmetic alone, so no time zone and no daylight-saving change can move a date.
 */

/** A calendar day as text, `YYYY-MM-DD`, from 1900-01-01 to 2199-12-31. */
export type IsoDate = string;

/** Days since 1970-01-01; may be negative. */
export type DayNumber = number;

const MS_PER_DAY = 86_400_000;
const ZERO = 48;

/** The calendar repeats itself every 400 years; the first such era that counts began in March of the year 0. */
const YEARS_PER_ERA = 400;
const DAYS_PER_ERA = 146_097;
const DAYS_BEFORE_1970 = 719_468;

export const FIRST_DATE: IsoDate = '1900-01-01';
export const LAST_DATE: IsoDate = '2199-12-31';
export const FIRST_DAY: DayNumber = Date.UTC(1900, 0, 1) / MS_PER_DAY;
export const LAST_DAY: DayNumber = Date.UTC(2199, 11, 31) / MS_PER_DAY;

/** True for text that names a real calendar day inside the supported range (so not `2027-02-30`). */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < FIRST_DATE || text > LAST_DATE) return false;
  // A day that its month lacks, or a month that the year lacks, comes back as another one.
  const { month, date } = calendarOf(toDay(text));
  return month === digits(text, 5) && date === digits(text, 8);
}

/** Day number of an ISO date. The text must satisfy `isIsoDate`; the contract checks that at the door. */
export function toDay(iso: IsoDate): DayNumber {
  return dayOf(digits(iso, 0) * 100 + digits(iso, 2), digits(iso, 5), digits(iso, 8));
}

/** The number that two digits of a text make. */
function digits(text: string, place: number): number {
  return text.charCodeAt(place) * 10 + text.charCodeAt(place + 1) - 11 * ZERO;
}

/**
 * Day number of calendar fields: a year of any sign, month 1–12, day of month from 1. Whole-number arithmetic on
 * years that begin in March, so that a leap day is the last of its year: `Date` costs ten times as much, and the
 * schedule asks for tens of thousands of days at once.
 */
export function dayOf(year: number, month: number, date: number): DayNumber {
  const marchYear = month > 2 ? year : year - 1;
  const marchMonth = month > 2 ? month - 3 : month + 9;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + date - 1;
  return era * DAYS_PER_ERA + yearOfEra * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
}

/** ISO date of a day number, `YYYY-MM-DD`. Days past the supported range are written all the same. */
export function toIso(day: DayNumber): IsoDate {
  const { year, month, date } = calendarOf(day);
  // Years of other lengths are none of ours; their spelling is left to those who know it.
  if (year < 1_000 || year > 9_999) {
    const text = new Date(day * MS_PER_DAY).toISOString();
    return text.slice(0, text.indexOf('T'));
  }
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Calendar fields of a day: year, month 1–12, day of month 1–31. The other way round of `dayOf`. */
export function calendarOf(day: DayNumber): { year: number; month: number; date: number } {
  const fromEras = day + DAYS_BEFORE_1970;
  const era = Math.floor(fromEras / DAYS_PER_ERA);
  const dayOfEra = fromEras - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / (DAYS_PER_ERA - 1));
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * YEARS_PER_ERA + yearOfEra + (month > 2 ? 0 : 1);
  return { year, month, date: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 };
}
