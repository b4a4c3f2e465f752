import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarOf,
  dayOf,
  FIRST_DATE,
  FIRST_DAY,
  isIsoDate,
  LAST_DATE,
  LAST_DAY,
  toDay,
  toIso,
} from './day.ts';

const MS_PER_DAY = 86_400_000;

describe('a day as text (R1)', () => {
  it.each([
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['2199-12-31', true],
    ['2200-01-01', false],
    ['2028-02-29', true],
    ['2027-02-29', false],
    ['2027-02-30', false],
    ['2027-04-31', false],
    ['2027-13-01', false],
    ['2027-00-10', false],
    ['2027-01-00', false],
    ['2027-1-1', false],
    ['2027-01-01T00:00', false],
    [' 2027-01-01', false],
    ['20270101', false],
    ['', false],
  ])('%s is a date: %s', (text, expected) => {
    expect(isIsoDate(text)).toBe(expected);
  });

  it('has the same limits as the day numbers', () => {
    expect([toDay(FIRST_DATE), toDay(LAST_DATE)]).toEqual([FIRST_DAY, LAST_DAY]);
    expect([FIRST_DATE, LAST_DATE]).toEqual(['1900-01-01', '2199-12-31']);
  });
});

describe('the number of a day', () => {
  it('counts from the first of 1970, a day at a time, over leap days and ends of years', () => {
    expect(toDay('1970-01-01')).toBe(0);
    expect(toDay('2028-03-01') - toDay('2028-02-28')).toBe(2);
    expect(toDay('2100-03-01') - toDay('2100-02-28')).toBe(1);
    expect(toDay('2028-01-01') - toDay('2027-12-31')).toBe(1);
  });

  it('is the day again as text and as a calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
        const text = toIso(day);
        expect(isIsoDate(text)).toBe(true);
        expect(toDay(text)).toBe(day);
        const { year, month, date } = calendarOf(day);
        expect(text).toBe([year, month, date].map((part) => String(part).padStart(2, '0')).join('-'));
      }),
    );
  });

  it('is that of the UTC calendar, for every day from 1900 to 2199', () => {
    const wrong: string[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day += 1) {
      const iso = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
      const { year, month, date } = calendarOf(day);
      const same = toDay(iso) === day && toIso(day) === iso && dayOf(year, month, date) === day;
      if (!same || !isIsoDate(iso) || date !== Number(iso.slice(8))) wrong.push(iso);
    }
    expect(wrong).toEqual([]);
  });

  it('is so as well where the passes of the schedule count back and on to', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (day) => {
        const at = new Date(day * MS_PER_DAY);
        const fields = calendarOf(day);
        expect(fields).toEqual({
          year: at.getUTCFullYear(),
          month: at.getUTCMonth() + 1,
          date: at.getUTCDate(),
        });
        expect(dayOf(fields.year, fields.month, fields.date)).toBe(day);
      }),
      { numRuns: 2_000 },
    );
  });

  it('can be written past the limits, where a backward pass may get', () => {
    expect(toIso(LAST_DAY + 1)).toBe('2200-01-01');
    expect(toIso(FIRST_DAY - 1)).toBe('1899-12-31');
  });
});
