import {
  CalendarDate,
  getLocalTimeZone,
  parseDate,
  today as todayIn,
  type DateValue,
} from '@internationalized/date';

/** The day of a `YYYY-MM-DD` text; `undefined` for none and for text that is no day. */
export function dateFrom(iso: string | null): CalendarDate | undefined {
  if (iso === null) return undefined;
  try {
    return parseDate(iso);
  } catch {
    return undefined;
  }
}

/** `YYYY-MM-DD` of a day, `null` for none. */
export function isoFrom(date: DateValue | undefined): string | null {
  if (date === undefined) return null;
  const { year, month, day } = date;
  return new CalendarDate(year, month, day).toString();
}

/** Today where the reader is: where an empty field's calendar opens. */
export function today(): CalendarDate {
  return todayIn(getLocalTimeZone());
}
