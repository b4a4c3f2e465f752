import { isIsoDate, type IsoDate } from '../time/day.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[.\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})$/;

/**
 * A day as people and spreadsheets write it: `2027-08-23`, `8/23/2027`, `23.8.2027`, `Aug 23, 2027`, `23 August 2027`.
 * Numbers with points begin with the day; with other marks the month comes first, as in the United States, unless
 * only the other order makes a day. `null` for text that is no day between 1900 and 2199.
 */
export function readDate(text: string): IsoDate | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const first = YEAR_FIRST.exec(plain);
  if (first) return dateOf(first[1], first[2], first[3]);
  const numbers = NUMBERS.exec(plain);
  if (numbers) {
    const [, a, mark, b, year] = numbers;
    const [dayFirst, monthFirst] = [dateOf(year, b, a), dateOf(year, a, b)];
    return mark === '.' ? dayFirst : (monthFirst ?? dayFirst);
  }
  const named = MONTH_FIRST.exec(plain);
  if (named) return dateOf(named[3], monthOf(named[1]), named[2]);
  const reversed = DAY_FIRST.exec(plain);
  return reversed && dateOf(reversed[3], monthOf(reversed[2]), reversed[1]);
}

function monthOf(name = ''): string | undefined {
  const place = MONTHS.findIndex((month) => month.startsWith(name));
  return place < 0 ? (name === 'sept' ? '9' : undefined) : String(place + 1);
}

/** Two digits of a year mean one from 1970 to 2069. */
function dateOf(year = '', month = '', date = ''): IsoDate | null {
  const full = year.length === 2 ? `${Number(year) < 70 ? '20' : '19'}${year}` : year;
  const iso = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}
