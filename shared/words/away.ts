import { countOf } from './numbers.ts';

/** From here on, in days, months and days say more than anybody asks. */
const YEARS_FROM = 730;

/** How far a day is from today, roughly, as people say it: `today`, `in 12 days`, `5 months ago`, `in 2 years`. */
export function formatAway(days: number): string {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const size = Math.abs(days);
  const distance =
    size < 60
      ? countOf(size, 'day')
      : size < YEARS_FROM
        ? countOf(Math.round(size / 30.44), 'month')
        : countOf(Math.round(size / 365.25), 'year');
  return days > 0 ? `in ${distance}` : `${distance} ago`;
}

/** How far a day is from today to the day, where that is what counts, of far ones in years: `today`, `in 69 days`, `in 3 years`. */
export function formatDaysAway(days: number): string {
  if (Math.abs(days) <= 1 || Math.abs(days) >= YEARS_FROM) return formatAway(days);
  const distance = countOf(Math.abs(days), 'day');
  return days > 0 ? `in ${distance}` : `${distance} ago`;
}
