import { describe, expect, it } from 'vitest';
import { compareBaseline } from '#shared/domain/baseline/compare-baseline.ts';
import type { BaselineItem } from '#shared/domain/baseline/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { driftText, explainBaseline, itemChangeText, itemDriftText, planFieldText } from './baseline.ts';

const plan = (length: number, goal: string | null = 'license'): PlanDocument =>
  aPlan().step('exam', { length }).credential('license').link('exam', 'license').goal(goal).build();
const since = (frozen: PlanDocument, now: PlanDocument, today = '2027-09-01') =>
  compareBaseline(
    { id: 'b', name: 'Sent', takenOn: '2027-09-01', takenAt: '2027-09-01T09:00:00Z', document: frozen },
    now,
    toDay(today),
  );

describe('drift', () => {
  it('is said against the baseline by name', () => {
    expect([12, -1, 0].map((days) => driftText(days, 'Sent'))).toEqual([
      '12 days later than in “Sent”',
      '1 day earlier than in “Sent”',
      'as in “Sent”',
    ]);
    expect(itemDriftText(5, 5, 'Sent')).toBe('5 days later than in “Sent”');
    expect(itemDriftText(0, 5, 'Sent')).toBe('ends 5 days later than in “Sent”');
    expect(itemDriftText(-2, 5, 'Sent')).toBe('starts 2 days earlier, ends 5 days later than in “Sent”');
  });

  it('of the goal is explained in one sentence or part by part', () => {
    expect(explainBaseline(since(plan(10), plan(10)))).toEqual({
      lead: 'license: the same day as in “Sent”.',
      parts: [],
    });
    expect(explainBaseline(since(plan(10), plan(15))).lead).toBe(
      'license: 5 days later than in “Sent”, because “exam” takes 15 days instead of 10 (length 15 instead of 10).',
    );
    expect(explainBaseline(since(plan(10), plan(15), '2027-09-04'))).toEqual({
      lead: 'license: 8 days later than in “Sent”:',
      parts: [
        '5 days later, because “exam” takes 15 days instead of 10 (length 15 instead of 10)',
        '3 days later, because time has passed and “exam” has not begun',
      ],
    });
    expect(explainBaseline(since(plan(10, null), plan(10))).lead).toBe('license: no date in “Sent”.');
    expect(explainBaseline(since(plan(10), plan(10, null))).lead).toBe('license: no date now.');
  });
});

describe('what became of', () => {
  const item = (over: Partial<BaselineItem>): string => {
    const days = { start: '2027-09-01', end: '2027-09-10' };
    const nothing: BaselineItem = {
      ...{ id: 'i', kind: 'step', title: 'Exam', fields: [], before: days, now: days },
      ...{ change: 'moved', done: false, startDays: 0, endDays: 0 },
    };
    return itemChangeText({ ...nothing, ...over });
  };

  it('an item is said without its title', () => {
    expect([
      item({ change: 'added' }),
      item({ change: 'added', done: true }),
      item({ change: 'removed' }),
      item({ change: 'changed', fields: [{ field: 'actualEnd', old: null, new: '2027-09-09' }] }),
      item({ change: 'changed', done: true, fields: [{ field: 'actualEnd', old: null, new: '2027-09-09' }] }),
      item({ startDays: 3, endDays: 3 }),
      item({ now: { start: null, end: null }, startDays: null, endDays: null }),
      item({ before: { start: null, end: null }, startDays: null, endDays: null }),
    ]).toEqual([
      'new',
      'new, and done',
      'no longer in the plan',
      'ended Sep 9, 2027 instead of none',
      'done: ended Sep 9, 2027 instead of none',
      '3 days later',
      'has no date now',
      'has a date now',
    ]);
  });

  it('the plan itself is said field by field', () => {
    expect([
      planFieldText({ field: 'name', old: 'A', new: 'B' }),
      planFieldText({ field: 'target', old: null, new: '2029-01-01' }),
      planFieldText({ field: 'facility', old: 'office', new: null }),
      planFieldText({ field: 'notes', old: 'long', new: 'longer' }),
    ]).toEqual([
      'Name: “B” instead of “A”',
      'Target date: Jan 1, 2029 instead of none',
      'Facility: none instead of Medical office',
      'Notes: changed',
    ]);
  });
});
