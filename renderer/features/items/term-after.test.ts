import { expect, it } from 'vitest';
import { calendarOf, toDay } from '#shared/domain/time/day.ts';
import { termAfter } from './term-after.ts';

const today = toDay('2026-11-23');
const weekday = (iso: string) => new Date(`${iso}T00:00:00Z`).getUTCDay();

it.each([
  ['semester', '2026-12-11', 'spring', 2027],
  ['semester', '2027-05-07', 'fall', 2027],
  ['semester', '2027-08-10', 'fall', 2027],
  ['quarter', '2026-12-11', 'winter', 2027],
  ['quarter', '2027-03-20', 'spring', 2027],
  ['quarter', '2027-06-11', 'fall', 2027],
] as const)('after a %s that ends on %s comes the %s of %i', (system, lastDay, season, year) => {
  const next = termAfter({ lastDay }, system, today);
  expect(next.season).toBe(season);
  expect(calendarOf(toDay(next.firstDay)).year).toBe(year);
  expect(toDay(next.firstDay)).toBeGreaterThan(toDay(lastDay));
  // Monday to Friday.
  expect([weekday(next.firstDay), weekday(next.lastDay)]).toEqual([1, 5]);
});

it('begins after today where there is no term yet', () => {
  expect(termAfter(null, 'semester', today)).toMatchObject({ season: 'spring', firstDay: '2027-01-18' });
});
