import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { Item } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { barState } from './bar-state.ts';

const TODAY = toDay('2027-01-15');

/** The state of the plan's last item. */
function stateOf(plan: ReturnType<typeof aPlan>) {
  const document = plan.build();
  const item = document.items.at(-1) as Item;
  return barState(item, schedulePlan(document, TODAY).dates(item.id), TODAY);
}

describe('how far an item has come', () => {
  it.each([
    ['planned', 'planned'],
    ['enrolled', 'current'],
    ['completed', 'done'],
    ['transferred', 'done'],
    ['exempt', 'done'],
    ['withdrawn', 'withdrawn'],
  ] as const)('a course that is %s is %s', (status, state) => {
    expect(stateOf(aPlan().program('p').term('t').course('c', { termId: 't', status }))).toBe(state);
  });

  it.each([
    ['2026-08-24', '2026-12-11', 'done'],
    ['2027-01-11', '2027-05-07', 'current'],
    ['2027-08-23', '2027-12-10', 'planned'],
  ])('a term from %s to %s is %s', (firstDay, lastDay, state) => {
    expect(stateOf(aPlan().program('p').term('t', { firstDay, lastDay }))).toBe(state);
  });

  it('only a milestone that is past and not done is overdue', () => {
    expect(stateOf(aPlan().milestone('m', { pinStart: '2027-01-10' }))).toBe('overdue');
    expect(stateOf(aPlan().milestone('m', { pinStart: '2027-01-10', doneOn: '2027-01-12' }))).toBe('done');
    expect(stateOf(aPlan().milestone('m', { pinStart: '2027-01-15' }))).toBe('planned');
  });

  it('the rest goes by what is recorded', () => {
    const attempts = [{ id: 'a', day: '2027-01-05', result: 'passed' as const, score: null }];
    expect(stateOf(aPlan().step('exam', { sort: 'exam', attempts }))).toBe('done');
    expect(
      stateOf(aPlan().experience('ait', { actualStart: '2027-01-04', length: 8, lengthUnit: 'week' })),
    ).toBe('current');
    expect(stateOf(aPlan().credential('license', { issued: '2027-01-04' }))).toBe('done');
    expect(stateOf(aPlan().step('fee'))).toBe('planned');
  });
});
