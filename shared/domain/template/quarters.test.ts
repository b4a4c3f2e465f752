import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, FIRST_DAY, LAST_DAY, toDay, toIso } from '../time/day.ts';
import { layOutQuarters, type Quarter } from './quarters.ts';

const dates = (quarters: Quarter[]) =>
  quarters.map(({ season, firstDay, lastDay }) => `${season} ${toIso(firstDay)} ${toIso(lastDay)}`);
const weekday = (day: number): number => new Date(day * 86_400_000).getUTCDay();

describe('layOutQuarters', () => {
  it('begins a fall on the day given and goes on with winter, spring and fall', () => {
    expect(dates(layOutQuarters(4, toDay('2026-09-23')))).toEqual([
      'fall 2026-09-23 2026-12-04',
      'winter 2027-01-04 2027-03-19',
      'spring 2027-03-29 2027-06-11',
      'fall 2027-09-27 2027-12-10',
    ]);
  });

  it.each([
    ['2027-01-04', 'winter'],
    ['2027-02-13', 'winter'],
    ['2027-02-14', 'spring'],
    ['2027-06-23', 'spring'],
    ['2027-06-24', 'fall'],
    ['2027-11-12', 'fall'],
    ['2027-11-13', 'winter'],
  ])('takes %s for a %s', (start, season) => {
    expect(layOutQuarters(1, toDay(start))[0]?.season).toBe(season);
  });

  it('counts three to a year of study', () => {
    expect(layOutQuarters(7, toDay('2027-01-04')).map(({ studyYear }) => studyYear)).toEqual([
      1, 1, 1, 2, 2, 2, 3,
    ]);
  });

  it('never lets terms overlap, whatever the first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (start) => {
        const quarters = layOutQuarters(9, start);
        expect(quarters[0]?.firstDay).toBe(start);
        quarters.forEach(({ season, firstDay, lastDay }, nth) => {
          expect(weekday(lastDay)).toBe(5);
          expect(lastDay - firstDay).toBeGreaterThanOrEqual(70);
          const before = quarters[nth - 1];
          if (!before) return;
          expect(firstDay).toBeGreaterThan(before.lastDay);
          expect(weekday(firstDay)).toBe(1);
          // A late start is made up for within the year.
          if (nth < 4) return;
          const { month } = calendarOf(firstDay);
          expect({ fall: [9], winter: [1], spring: [3, 4] }[season]).toContain(month);
        });
      }),
    );
  });
});
