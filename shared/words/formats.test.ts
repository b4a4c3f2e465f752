import { describe, expect, it } from 'vitest';
import { formatDay, formatDayOr, formatLongDay, formatMonth, formatShift, formatSpan } from './dates.ts';
import {
  choiceOf,
  countOf,
  formatBytes,
  formatGpa,
  formatMoney,
  formatNumber,
  shortListOf,
} from './numbers.ts';

describe('days', () => {
  it('are written for people, whatever the zone of the machine', () => {
    expect(formatDay('2029-04-04')).toBe('Apr 4, 2029');
    expect(formatLongDay('2029-04-04')).toBe('Wednesday, April 4, 2029');
    expect(formatMonth('2029-12-31')).toBe('December 2029');
    expect(formatDayOr(null, 'no date')).toBe('no date');
    expect(formatDayOr('1900-01-01', 'no date')).toBe('Jan 1, 1900');
  });

  it('make spans with plain spaces', () => {
    expect(formatSpan('2026-08-24', '2026-12-11')).toBe('Aug 24 – Dec 11, 2026');
    expect(formatSpan('2026-08-24', '2027-05-07')).toBe('Aug 24, 2026 – May 7, 2027');
  });

  it('say how far a date moved', () => {
    expect([175, 1, 0, -1].map(formatShift)).toEqual([
      '175 days later',
      '1 day later',
      'no change',
      '1 day earlier',
    ]);
  });
});

describe('numbers', () => {
  it('are short and grouped', () => {
    expect([1000, 2.5, 0.125].map(formatNumber)).toEqual(['1,000', '2.5', '0.13']);
    expect([countOf(1, 'entry', 'entries'), countOf(0, 'entry', 'entries')]).toEqual([
      '1 entry',
      '0 entries',
    ]);
    expect([7_500, 104_950].map(formatMoney)).toEqual(['$75', '$1,049.50']);
    expect([999, 34_000, 32_000_000].map(formatBytes)).toEqual(['999 bytes', '34 kB', '32 MB']);
  });

  it('round a grade point average half up', () => {
    expect([3.664999, 3.665, 3.67, 4, 1.005].map(formatGpa)).toEqual([
      '3.66',
      '3.67',
      '3.67',
      '4.00',
      '1.01',
    ]);
  });

  it('shorten lists only when that saves something', () => {
    expect(shortListOf(['A', 'B', 'C', 'D'])).toBe('A, B, C, and D');
    expect(shortListOf(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C, and 2 more');
    expect(choiceOf(['A', 'B'])).toBe('A or B');
  });
});
