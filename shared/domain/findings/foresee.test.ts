import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { effectOf } from '../schedule/effect.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { findingsOf } from './findings-of.ts';
import { foreseeFindings } from './foresee.ts';

const TODAY = toDay('2027-01-15');

function foresee(plan: PlanBuilder, id: string, change: object) {
  const doc = plan.build();
  const now = schedulePlan(doc, TODAY);
  const item = doc.items.find((each) => each.id === id);
  if (item === undefined) throw new Error(`no ${id}`);
  const after = { ...doc, items: doc.items.map((each) => (each === item ? { ...item, ...change } : each)) };
  const { caused, resolved } = foreseeFindings(
    findingsOf(doc, now, TODAY),
    effectOf(now, after).schedule,
    item,
  );
  return { caused: caused.map(({ code }) => code), resolved: resolved.map(({ code }) => code) };
}

describe('findings a move would bring', () => {
  const pinned = (id = 'exam') =>
    aPlan()
      .step('wait', { length: 30, pinStart: '2027-03-01' })
      .step(id, { pinStart: '2027-04-10' })
      .link('wait', id, { window: 60 });

  it('are those of the plan as it would be', () => {
    expect(foresee(pinned(), 'exam', { pinStart: '2027-03-20' }).caused).toEqual(['pinned-early']);
    expect(foresee(pinned(), 'exam', { pinStart: '2027-07-01' }).caused).toEqual(['window-missed']);
    expect(foresee(pinned(), 'exam', { pinStart: '2027-04-11' })).toEqual({ caused: [], resolved: [] });
  });

  it('are also about what follows from the item that is moved', () => {
    expect(foresee(pinned(), 'wait', { pinStart: '2027-04-01' }).caused).toEqual(['pinned-early']);
  });

  it('are no news when only their numbers change, and gone when they no longer hold', () => {
    const early = aPlan()
      .step('wait', { length: 30, pinStart: '2027-03-01' })
      .step('exam', { pinStart: '2027-03-20' })
      .link('wait', 'exam');
    expect(foresee(early, 'exam', { pinStart: '2027-03-10' })).toEqual({ caused: [], resolved: [] });
    expect(foresee(early, 'exam', { pinStart: '2027-05-01' })).toEqual({
      caused: [],
      resolved: ['pinned-early'],
    });
  });

  it('are open again when what was agreed to changes', () => {
    const early = aPlan()
      .step('wait', { length: 30, pinStart: '2027-03-01' })
      .step('exam', { pinStart: '2027-03-20' })
      .link('wait', 'exam');
    const doc = early.build();
    const [found] = findingsOf(doc, schedulePlan(doc, TODAY), TODAY);
    early.acknowledge(found?.key ?? '', 'agreed');
    expect(foresee(early, 'exam', { pinStart: '2027-03-10' }).caused).toEqual(['pinned-early']);
  });

  it('of a course are about requisites and credits as well', () => {
    const study = aPlan()
      .program('bs')
      .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 3 })
      .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-05', creditLimit: 3 })
      .course('intro', { termId: 'fall', credits: 3 })
      .course('law', { termId: 'spring', credits: 3 })
      .requisites('law', ['intro']);
    expect(foresee(study, 'law', { termId: 'fall' })).toEqual({
      caused: ['requisite-order', 'credit-overload'],
      resolved: [],
    });
  });
});
