import { describe, expect, it } from 'vitest';
import { toDay } from '../time/day.ts';
import { dateTerms, usualStart } from './date-terms.ts';

const lines = (terms: ReturnType<typeof dateTerms>) =>
  terms.map(({ season, studyYear, firstDay, lastDay }) => `${studyYear} ${season} ${firstDay} ${lastDay}`);
const term = (season: 'fall' | 'winter' | 'spring' | 'summer', firstDay: string, lastDay: string) => ({
  season,
  firstDay,
  lastDay,
});

describe('dateTerms', () => {
  it('begins on a day', () => {
    expect(lines(dateTerms('semester', 2, '2027-08-23'))).toEqual([
      '1 fall 2027-08-23 2027-12-10',
      '1 spring 2028-01-17 2028-05-05',
    ]);
  });

  it('goes on after the last term there is, in whatever order they are given', () => {
    const before = [
      term('spring', '2028-01-17', '2028-05-05'),
      term('fall', '2027-08-23', '2027-12-10'),
      term('summer', '2028-05-22', '2028-08-11'),
    ];
    expect(lines(dateTerms('semester', 2, null, before))).toEqual([
      '2 fall 2028-08-28 2028-12-15',
      '2 spring 2029-01-15 2029-05-04',
    ]);
  });

  it('takes a winter term between two semesters for what it is', () => {
    const january = [term('fall', '2027-08-23', '2027-12-10'), term('winter', '2028-01-03', '2028-01-14')];
    expect(dateTerms('semester', 1, null, january)[0]).toMatchObject({
      season: 'spring',
      firstDay: '2028-01-17',
    });
    const december = [term('winter', '2027-12-13', '2028-01-14')];
    expect(dateTerms('semester', 1, null, december)[0]).toMatchObject({
      season: 'spring',
      firstDay: '2028-01-17',
    });
  });

  it('does the same for quarters', () => {
    const before = [term('spring', '2028-03-27', '2028-06-09')];
    expect(lines(dateTerms('quarter', 2, null, before))).toEqual([
      '1 fall 2028-09-25 2028-12-08',
      '1 winter 2029-01-08 2029-03-23',
    ]);
    expect(dateTerms('quarter', 1, null, [term('summer', '2028-06-19', '2028-08-25')])[0]?.season).toBe(
      'fall',
    );
  });
});

describe('usualStart', () => {
  it.each([
    ['semester', '2026-11-23', '2027-01-18'],
    ['semester', '2027-01-18', '2027-01-18'],
    ['semester', '2027-01-19', '2027-08-23'],
    ['semester', '2027-09-01', '2028-01-17'],
    ['quarter', '2026-11-23', '2027-01-04'],
    ['quarter', '2027-01-05', '2027-03-29'],
    ['quarter', '2027-06-20', '2027-09-27'],
  ] as const)('of a %s, from %s on, is %s', (system, day, start) => {
    expect(usualStart(system, toDay(day))).toBe(start);
  });
});
