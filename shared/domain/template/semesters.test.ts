import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, FIRST_DAY, LAST_DAY, toDay, toIso } from '../time/day.ts';
import { layOutTerms, seasonNear } from './semesters.ts';

const eight = Array.from({ length: 8 }, () => ({ span: 'long' as const }));
const withSummer = (['long', 'long', 'summer', 'long', 'long'] as const).map((span, nth) => ({
  span,
  nth: nth + 1,
}));

const weekday = (day: number): number => new Date(day * 86_400_000).getUTCDay();
const dates = (terms: { season: string; firstDay: number; lastDay: number }[]) =>
  terms.map(({ season, firstDay, lastDay }) => `${season} ${toIso(firstDay)} ${toIso(lastDay)}`);

describe('layOutTerms', () => {
  it('begins a fall on the day given and goes on with the usual springs and falls', () => {
    expect(dates(layOutTerms(eight, { from: toDay('2026-08-24') })).slice(0, 3)).toEqual([
      'fall 2026-08-24 2026-12-11',
      'spring 2027-01-18 2027-05-07',
      'fall 2027-08-23 2027-12-10',
    ]);
  });

  it('makes the first term a spring for a start in January, and the seasons rotate on', () => {
    const terms = layOutTerms(eight, { from: toDay('2027-01-11') });
    expect(terms.map(({ season }) => season).join(' ')).toBe(
      'spring fall spring fall spring fall spring fall',
    );
    expect(terms.map(({ studyYear }) => studyYear)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
    expect(terms[0]?.firstDay).toBe(toDay('2027-01-11'));
  });

  it('takes the first summer after the terms before it, and does not hold up those behind it', () => {
    const slots = (from: string) =>
      layOutTerms(withSummer, { from: toDay(from) }).map(({ slot }) => slot.nth);
    expect(slots('2030-08-26')).toEqual([1, 2, 3, 4, 5]);
    expect(slots('2031-01-13')).toEqual([1, 2, 4, 3, 5]);
  });

  it('lets a second program begin with the next fall or spring', () => {
    const last = layOutTerms(eight, { from: toDay('2026-08-24') }).at(-1);
    expect(last && toIso(last.lastDay)).toBe('2030-05-03');
    expect(last && dates(layOutTerms(withSummer, { previous: last }))).toEqual([
      'fall 2030-08-26 2030-12-13',
      'spring 2031-01-13 2031-05-02',
      'summer 2031-05-26 2031-08-15',
      'fall 2031-08-25 2031-12-12',
      'spring 2032-01-12 2032-04-30',
    ]);
  });

  it('begins a term on a Monday after a late one, and is back on the usual day later', () => {
    const terms = layOutTerms(eight, { from: toDay('2026-11-04') });
    expect(dates(terms).slice(0, 3)).toEqual([
      'fall 2026-11-04 2027-02-19',
      'spring 2027-02-22 2027-06-11',
      'fall 2027-08-23 2027-12-10',
    ]);
  });

  it('never lets terms overlap, whatever the first day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: FIRST_DAY, max: LAST_DAY }),
        fc.constantFrom(eight, withSummer),
        (from, slots) => {
          const terms = layOutTerms<{ span: 'long' | 'summer' }>(slots, { from });
          expect(terms).toHaveLength(slots.length);
          expect(terms[0]?.firstDay).toBe(from);
          terms.forEach((term, nth) => {
            const weeks = (term.lastDay - term.firstDay + 1) / 7;
            expect(weeks).toBeGreaterThan(term.season === 'summer' ? 11 : 15);
            expect(weeks).toBeLessThanOrEqual(term.season === 'summer' ? 12 : 16);
            expect(weekday(term.lastDay)).toBe(5);
            expect(term.index).toBe(nth + 1);
            const before = terms[nth - 1];
            if (!before) return;
            expect(term.firstDay).toBeGreaterThan(before.lastDay);
            expect(weekday(term.firstDay)).toBe(1);
          });
          const years = calendarOf(terms.at(-1)?.firstDay ?? 0).year - calendarOf(from).year;
          expect(years).toBeLessThanOrEqual(slots.length / 2);
        },
      ),
    );
  });
});

describe('seasonNear', () => {
  it.each([
    ['2028-01-01', 'spring', 2028],
    ['2028-02-29', 'spring', 2028],
    ['2028-05-05', 'spring', 2028],
    ['2028-05-06', 'fall', 2028],
    ['2028-11-04', 'fall', 2028],
    ['2028-11-05', 'spring', 2029],
    ['2028-12-31', 'spring', 2029],
  ])('counts %s to the %s of %i', (day, season, year) => {
    expect(seasonNear(toDay(day))).toEqual({ season, year });
  });
});
