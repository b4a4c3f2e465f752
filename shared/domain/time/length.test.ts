import { addMonths as dateFnsAddMonths } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarOf, FIRST_DAY, LAST_DAY, toDay, toIso } from './day.ts';
import {
  addMonths,
  daysForHours,
  firstStartEndingFrom,
  lastDayOf,
  lastStartEndingBy,
  spanOfDays,
  spanOfMonths,
  spanOfWeeks,
} from './length.ts';

const days = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const months = fc.integer({ min: 1, max: 120 });

describe('lengths (R2)', () => {
  it('counts both days of an item: one day starts and ends on the same day', () => {
    expect(lastDayOf(toDay('2028-05-13'), spanOfDays(1))).toBe(toDay('2028-05-13'));
    expect(lastDayOf(toDay('2028-05-13'), spanOfWeeks(2))).toBe(toDay('2028-05-26'));
    expect(lastDayOf(toDay('2028-05-13'), spanOfDays(0))).toBe(toDay('2028-05-13'));
  });

  it.each([
    ['2028-01-31', 1, '2028-02-28'],
    ['2027-01-31', 1, '2027-02-27'],
    ['2028-01-15', 1, '2028-02-14'],
    ['2028-02-29', 12, '2029-02-27'],
    ['2026-08-24', 24, '2028-08-23'],
    ['2028-03-01', 1, '2028-03-31'],
  ])('%s and %i months end on %s', (start, count, end) => {
    expect(toIso(lastDayOf(toDay(start), spanOfMonths(count)))).toBe(end);
  });

  it('rounds a part of a day, week or month up, and keeps sums of days from overflowing', () => {
    expect([spanOfDays(2.2), spanOfWeeks(0.5), spanOfMonths(1.5), spanOfMonths(0)]).toEqual([3, 4, -2, -1]);
    expect([spanOfDays(1e9), spanOfWeeks(1e9), spanOfMonths(1e9)]).toEqual([1e6, 1e6, -1e6]);
  });

  it('adds months in the first century as in any other', () => {
    const years = (day: number) => calendarOf(day).year;
    expect(years(addMonths(toDay('1900-01-31'), -12 * 1850))).toBe(50);
    expect(calendarOf(addMonths(toDay('1900-03-31'), -12 * 1850 - 1))).toEqual({
      year: 50,
      month: 2,
      date: 28,
    });
  });

  it('adds months as date-fns does', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -240, max: 240 }), (day, count) => {
        const { year, month, date } = calendarOf(day);
        const added = dateFnsAddMonths(new Date(year, month - 1, date), count);
        expect(calendarOf(addMonths(day, count))).toEqual({
          year: added.getFullYear(),
          month: added.getMonth() + 1,
          date: added.getDate(),
        });
      }),
    );
  });

  it('finds the last start that still ends in time, and the first that does not end too early', () => {
    fc.assert(
      fc.property(days, fc.oneof(months.map(spanOfMonths), fc.integer({ min: 1, max: 900 })), (end, span) => {
        const last = lastStartEndingBy(end, span);
        expect(lastDayOf(last, span)).toBeLessThanOrEqual(end);
        expect(lastDayOf(last + 1, span)).toBeGreaterThan(end);
        const first = firstStartEndingFrom(end, span);
        expect(lastDayOf(first, span)).toBeGreaterThanOrEqual(end);
        expect(lastDayOf(first - 1, span)).toBeLessThan(end);
      }),
    );
  });

  it('of January 29, 30 and 31, 2028 takes the last when one month must end by February 28', () => {
    expect(toIso(lastStartEndingBy(toDay('2028-02-28'), spanOfMonths(1)))).toBe('2028-01-31');
    expect(toIso(firstStartEndingFrom(toDay('2028-02-28'), spanOfMonths(1)))).toBe('2028-01-29');
  });
});

describe('hours (R2)', () => {
  it('multiplies before it divides and rounds up once', () => {
    expect(daysForHours(1000, 40)).toBe(175);
    expect(daysForHours(1000, 20)).toBe(350);
    expect(daysForHours(1, 40)).toBe(1);
    expect(daysForHours(0, 40)).toBe(0);
    expect(daysForHours(-8, 40)).toBe(0);
    expect(daysForHours(40, 40)).toBe(7);
    expect(daysForHours(40.01, 40)).toBe(8);
  });

  it('is not pushed to the next day by binary fractions', () => {
    expect(daysForHours(0.3, 0.1)).toBe(21);
    expect(daysForHours(0.1 + 0.2, 2.1)).toBe(1);
    expect(daysForHours(32.1, 10.7)).toBe(21);
  });

  it('equals exact arithmetic for hours with two decimals', () => {
    const hundredths = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, fc.integer({ min: 1, max: 16_800 }), (hours, pace) => {
        const exact = (BigInt(hours) * 7n + BigInt(pace) - 1n) / BigInt(pace);
        expect(daysForHours(hours / 100, pace / 100)).toBe(Number(exact));
      }),
    );
  });

  it('knows no length without a pace', () => {
    expect(daysForHours(100, 0)).toBeNull();
    expect(daysForHours(100, Number.NaN)).toBeNull();
  });
});
