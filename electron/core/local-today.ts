import type { IsoDate } from '#shared/domain/time/day.ts';

/** The calendar day it is here now. The only place of the command line that reads the clock. */
export function localToday(now = new Date()): IsoDate {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
