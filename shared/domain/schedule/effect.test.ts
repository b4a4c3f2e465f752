import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '../plan/document.ts';
import { toDay } from '../time/day.ts';
import { applyChange } from './change-field.ts';
import { effectOf } from './effect.ts';
import { schedulePlan } from './schedule.ts';

const today = toDay('2027-01-01');
const doc = aPlan()
  .program('p')
  .term('t1')
  .term('t2')
  .course('c', { termId: 't1' })
  .experience('ait', { hoursRequired: 1000, hoursPerWeek: 40 })
  .step('wait', { length: 30 })
  .credential('license')
  .link('ait', 'license')
  .goal('license')
  .build();

const schedule = schedulePlan(doc, today);
const change = (field: string, value: unknown, id = 'ait'): PlanDocument => {
  const outcome = applyChange(doc, id, field, value);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.doc;
};

describe('the effect of a change (R16)', () => {
  it('is the difference of the goal’s dates, positive for later, and touches nothing', () => {
    const before = structuredClone(doc);
    expect(effectOf(schedule, change('hoursPerWeek', 20)).days).toBe(175);
    expect(effectOf(schedule, change('hoursRequired', '500')).days).toBe(-87);
    expect(effectOf(schedule, change('length', 90, 'wait')).days).toBe(0);
    expect(doc).toEqual(before);
  });

  it('is unknown when one of the dates is', () => {
    expect(effectOf(schedule, change('hoursPerWeek', null))).toMatchObject({ after: null, days: null });
    const empty = aPlan().build();
    expect(effectOf(schedulePlan(empty, today), empty)).toMatchObject({ before: null, days: null });
  });
});

describe('changing one field', () => {
  it.each([
    ['ait', 'hoursPerWeek', ' 20 ', 20],
    ['ait', 'notBefore', '2028-02-29', '2028-02-29'],
    ['ait', 'notBefore', '', null],
    ['wait', 'lengthUnit', 'week', 'week'],
    ['wait', 'retakeDays', '0', 0],
    ['c', 'termId', 't2', 't2'],
    ['c', 'status', 'withdrawn', 'withdrawn'],
    ['t1', 'lastDay', '2026-12-20', '2026-12-20'],
    ['license', 'issued', '2027-05-05', '2027-05-05'],
  ])('sets %s.%s', (id, field, value, stored) => {
    const outcome = applyChange(doc, id, field, value);
    const items = outcome.ok ? outcome.doc.items : [];
    expect(items.find((item) => item.id === id)).toHaveProperty(field, stored);
    expect(items.filter((item) => item.id !== id)).toEqual(doc.items.filter((item) => item.id !== id));
  });

  it.each([
    ['ghost', 'length', 3, 'unknown-item'],
    ['wait', 'hoursPerWeek', 20, 'unknown-field'],
    ['wait', 'title', 'x', 'unknown-field'],
    ['wait', 'constructor', 'x', 'unknown-field'],
    ['ait', 'hoursPerWeek', 0, 'unusable-value'],
    ['ait', 'hoursPerWeek', '169', 'unusable-value'],
    ['ait', 'hoursPerWeek', '1e2', 'unusable-value'],
    ['ait', 'hoursPerWeek', Number.NaN, 'unusable-value'],
    ['ait', 'notBefore', '2027-02-29', 'unusable-value'],
    ['wait', 'length', -1, 'unusable-value'],
    ['wait', 'retakeDays', 1.5, 'unusable-value'],
    ['wait', 'retakeDays', -1, 'unusable-value'],
    ['wait', 'lengthUnit', 'year', 'unusable-value'],
    ['c', 'termId', 'p', 'unusable-value'],
    ['c', 'status', null, 'unusable-value'],
    ['t1', 'firstDay', null, 'unusable-value'],
    ['t1', 'lastDay', '2026-01-01', 'unusable-value'],
  ])('refuses %s.%s = %s', (id, field, value, reason) => {
    expect(applyChange(doc, id, field, value)).toEqual({ ok: false, reason });
  });

  it('refuses a pin that would end before it starts', () => {
    const pinned = change('pinStart', '2027-05-10', 'wait');
    expect(applyChange(pinned, 'wait', 'pinEnd', '2027-05-09')).toEqual({
      ok: false,
      reason: 'unusable-value',
    });
    expect(applyChange(pinned, 'wait', 'pinEnd', '2027-05-10').ok).toBe(true);
  });
});
