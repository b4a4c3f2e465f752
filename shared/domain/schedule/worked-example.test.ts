import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '../plan/document.ts';
import { toDay, toIso } from '../time/day.ts';
import { applyChange } from './change-field.ts';
import { effectOf } from './effect.ts';
import { schedulePlan, type Schedule } from './schedule.ts';

const today = toDay('2026-06-01');

/** From the last degree to the license: approval wait, exam, issuing. */
function licensure(plan: PlanBuilder, before: string): PlanBuilder {
  return plan
    .step('approval', { sort: 'approval', length: 120, lengthUnit: 'day', bestLength: 1 })
    .step('exam', { sort: 'exam' })
    .step('issuing', { sort: 'issuing', length: 30, lengthUnit: 'day' })
    .credential('license', { title: 'Nursing home administrator' })
    .link(before, 'approval')
    .link('approval', 'exam', { window: 60 })
    .link('exam', 'issuing')
    .link('issuing', 'license')
    .goal('license');
}

function bachelorPlan(): PlanBuilder {
  const plan = aPlan()
    .program('bs')
    .term('last-term', { season: 'spring', firstDay: '2028-01-10', lastDay: '2028-05-12' })
    .course('capstone', { termId: 'last-term' })
    .milestone('graduation', { sort: 'graduation', programId: 'bs' })
    .experience('ait', { sort: 'ait', hoursRequired: 1000, hoursPerWeek: 40 })
    .link('bs', 'graduation', { kind: 'FF' })
    .link('graduation', 'ait');
  return licensure(plan, 'ait');
}

function datesOf(schedule: Schedule, id: string): [string | null, string | null] {
  const { start, end } = schedule.dates(id);
  return [start === null ? null : toIso(start), end === null ? null : toIso(end)];
}

const goalOf = (doc: PlanDocument): string => toIso(schedulePlan(doc, today).goal?.date ?? Number.NaN);

function changed(doc: PlanDocument, itemId: string, field: string, value: unknown): PlanDocument {
  const outcome = applyChange(doc, itemId, field, value);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.doc;
}

describe('the worked example', () => {
  const doc = bachelorPlan().build();
  const schedule = schedulePlan(doc, today);

  it('dates every step from the degree to the license', () => {
    expect(datesOf(schedule, 'bs')).toEqual(['2028-01-10', '2028-05-12']);
    expect(datesOf(schedule, 'graduation')).toEqual(['2028-05-12', '2028-05-12']);
    expect(datesOf(schedule, 'ait')).toEqual(['2028-05-13', '2028-11-03']);
    expect(datesOf(schedule, 'approval')).toEqual(['2028-11-04', '2029-03-03']);
    expect(datesOf(schedule, 'exam')).toEqual(['2029-03-04', '2029-03-04']);
    expect(datesOf(schedule, 'issuing')).toEqual(['2029-03-05', '2029-04-03']);
    expect(datesOf(schedule, 'license')).toEqual(['2029-04-04', '2029-04-04']);
  });

  it('reaches the goal on 2029-04-04, complete, and at best on 2028-12-06', () => {
    expect(schedule.goal).toEqual({
      itemId: 'license',
      title: 'Nursing home administrator',
      date: toDay('2029-04-04'),
      best: toDay('2028-12-06'),
      complete: true,
      undatedItems: [],
      brokenItems: [],
      programIds: ['bs'],
    });
    expect(toIso(schedulePlan(doc, today, { best: true }).goal?.date ?? 0)).toBe('2028-12-06');
  });

  it('names the chain back to the term that ends the degree, with what each day of it costs', () => {
    expect(schedule.binding().map((entry) => [entry.itemId, entry.reason, entry.fromId, entry.gain])).toEqual(
      [
        ['license', 'link', 'issuing', 0],
        ['issuing', 'link', 'exam', 29],
        ['exam', 'link', 'approval', 0],
        ['approval', 'link', 'ait', 119],
        ['ait', 'link', 'graduation', 174],
        ['graduation', 'link', 'bs', 0],
        ['bs', 'term', null, 123],
        ['last-term', 'term', null, 123],
      ],
    );
  });

  it('comes 175 days later at 20 hours a week, and the AIT is named', () => {
    const effect = effectOf(schedulePlan(doc, today), changed(doc, 'ait', 'hoursPerWeek', '20'));
    expect(effect).toMatchObject({ before: toDay('2029-04-04'), after: toDay('2029-09-26'), days: 175 });
    expect(datesOf(effect.schedule, 'ait')).toEqual(['2028-05-13', '2029-04-27']);
    expect(effect.schedule.binding()).toContainEqual(expect.objectContaining({ itemId: 'ait', gain: 349 }));
    expect(schedulePlan(doc, today).goal?.date).toBe(toDay('2029-04-04'));
  });

  it('with the exam pinned to the last day of its window comes on 2029-06-02, a day later misses the window', () => {
    const pinned = changed(doc, 'exam', 'pinStart', '2029-05-02');
    expect(goalOf(pinned)).toBe('2029-06-02');
    expect(schedulePlan(pinned, today).windows).toEqual([]);
    expect(schedulePlan(pinned, today).binding().at(-1)).toMatchObject({ itemId: 'exam', reason: 'pinned' });
    const late = schedulePlan(changed(doc, 'exam', 'pinStart', '2029-05-03'), today);
    expect(late.windows).toEqual([
      { linkId: 'link-4', fromId: 'approval', itemId: 'exam', lastDay: toDay('2029-05-02'), days: 1 },
    ]);
  });

  it('with a master’s and its residency instead of the AIT comes on 2030-10-09, 553 days later', () => {
    const plan = aPlan()
      .program('ms', { level: 'master' })
      .term('last-term', { season: 'spring', firstDay: '2030-01-07', lastDay: '2030-05-10' })
      .course('thesis', { termId: 'last-term' })
      .milestone('graduation', { sort: 'graduation', programId: 'ms' })
      .experience('residency', { sort: 'residency', programId: 'ms', hoursRequired: 400, hoursPerWeek: 40 })
      .link('last-term', 'residency', { kind: 'SS' })
      .link('ms', 'graduation', { kind: 'FF' });
    const master = licensure(plan, 'graduation').build();
    expect(goalOf(master)).toBe('2030-10-09');
    expect(effectOf(schedulePlan(doc, today), master).days).toBe(553);
  });
});
