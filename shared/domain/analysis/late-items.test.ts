import { describe, expect, it } from 'vitest';
import { workedExample, WORKED_EXAMPLE_TODAY } from '#tests/oracle/worked-example.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay, toIso } from '../time/day.ts';
import { findLate } from './late-items.ts';

function lateFor(target: string) {
  const schedule = schedulePlan(workedExample(), toDay(WORKED_EXAMPLE_TODAY), { target: toDay(target) });
  return findLate(schedule).map(({ id, start, latestStart, days }) => [
    id,
    toIso(start),
    toIso(latestStart),
    days,
  ]);
}

describe('what no longer fits a target', () => {
  it('is nothing when the target is the earliest day itself, or later', () => {
    expect(lateFor('2029-04-04')).toEqual([]);
    expect(lateFor('2030-01-01')).toEqual([]);
  });

  it('is everything whose dates follow from others, each with the last day that would do', () => {
    expect(lateFor('2029-03-04')).toEqual([
      ['bs', '2028-01-10', '2027-12-10', 31],
      ['graduation', '2028-05-12', '2028-04-11', 31],
      ['ait', '2028-05-13', '2028-04-12', 31],
      ['wait', '2028-11-04', '2028-10-04', 31],
      ['exam', '2029-03-04', '2029-02-01', 31],
      ['issuing', '2029-03-05', '2029-02-02', 31],
      ['license', '2029-04-04', '2029-03-04', 31],
    ]);
  });
});
