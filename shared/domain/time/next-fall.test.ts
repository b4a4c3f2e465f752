import { expect, it } from 'vitest';
import { toDay } from './day.ts';
import { nextFall } from './next-fall.ts';

it.each([
  ['2026-11-23', '2027-08-23'],
  ['2027-08-23', '2027-08-23'],
  ['2027-08-24', '2028-08-21'],
  ['2027-01-01', '2027-08-23'],
])('the fall after %s begins on %s', (today, fall) => {
  expect(nextFall(toDay(today))).toBe(fall);
});
