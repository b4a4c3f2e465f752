import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { workedExample, WORKED_EXAMPLE_TODAY } from '#tests/oracle/worked-example.ts';
import type { PlanDocument } from '../plan/document.ts';
import { toDay, toIso } from '../time/day.ts';
import { compareBaseline, frozenSchedule } from './compare-baseline.ts';
import type { Baseline, BaselineComparison } from './types.ts';

const baselineOf = (document: PlanDocument, takenOn = WORKED_EXAMPLE_TODAY): Baseline => ({
  id: 'sent',
  name: 'Sent to the board',
  takenOn,
  takenAt: `${takenOn}T09:00:00.000Z`,
  document,
});
const changed = (doc: PlanDocument, title: string, change: object): PlanDocument => ({
  ...doc,
  items: doc.items.map((item) => (item.title === title ? { ...item, ...change } : item)),
});
const since = (
  frozen: PlanDocument,
  now: PlanDocument,
  today = WORKED_EXAMPLE_TODAY,
  takenOn = WORKED_EXAMPLE_TODAY,
): BaselineComparison => compareBaseline(baselineOf(frozen, takenOn), now, toDay(today));
/** `changed done ait 0/175`, one per item. */
const listed = ({ items }: BaselineComparison): string[] =>
  items.map(
    ({ change, done, title, startDays, endDays }) =>
      `${change}${done ? ' done' : ''} ${title} ${startDays}/${endDays}`,
  );
const causes = ({ explanation }: BaselineComparison): string[] =>
  explanation.map(
    ({ days, cause, items }) => `${days} ${cause} ${items.map(({ title }) => title).join(' ')}`,
  );
const licensure = (over: object = {}): PlanBuilder =>
  aPlan()
    .step('exam', { length: 10, ...over })
    .credential('license')
    .link('exam', 'license')
    .goal('license');

describe('a plan against its baseline', () => {
  it('has not drifted where nothing was changed and no time has passed', () => {
    const comparison = since(workedExample(), workedExample());
    expect(comparison).toMatchObject({ days: 0, explanation: [], plan: [], items: [] });
    expect(comparison.findings).toEqual({ gone: [], added: [] });
    expect(comparison.before.goal?.date).toBe('2029-04-04');
    expect(comparison.baseline).not.toHaveProperty('document');
  });

  it('says what moved the goal, what was changed and what only followed', () => {
    const comparison = since(workedExample(), workedExample({ hoursPerWeek: 20 }));
    expect(comparison).toMatchObject({ days: 175, now: { goal: { date: '2029-09-26' } } });
    expect(causes(comparison)).toEqual(['175 changed ait']);
    expect(listed(comparison)).toEqual([
      'changed ait 0/175',
      'moved wait 175/175',
      'moved exam 175/175',
      'moved issuing 175/175',
      'moved license 175/175',
    ]);
    expect(comparison.items[0]?.fields).toEqual([{ field: 'hoursPerWeek', old: 40, new: 20 }]);
  });

  it('keeps the dates of the day it was taken, and says what the days since have done', () => {
    const doc = licensure().build();
    const comparison = since(doc, doc, '2027-09-20');
    const [before, now] = [comparison.before.goal?.date, comparison.now.goal?.date];
    expect([before, now]).toEqual(['2027-09-11', '2027-09-30']);
    expect(causes(comparison)).toEqual(['19 time exam']);
    expect(listed(comparison)).toEqual(['moved exam 19/19', 'moved license 19/19']);
    const frozen = frozenSchedule(baselineOf(doc)).days('license');
    expect(frozen && toIso(frozen.start)).toBe(before);
  });

  it('does not blame time for what was done when it was planned', () => {
    const doc = licensure().build();
    const done = changed(doc, 'exam', { actualStart: '2027-09-01', actualEnd: '2027-09-10' });
    const comparison = since(doc, done, '2027-09-11');
    expect(comparison).toMatchObject({ days: 0, explanation: [] });
    expect(listed(comparison)).toEqual(['changed done exam 0/0']);
  });

  it('adds up to the difference when changes and time work together', () => {
    const comparison = since(licensure().build(), licensure({ length: 15 }).build(), '2027-09-04');
    expect(comparison.days).toBe(8);
    expect(causes(comparison)).toEqual(['5 changed exam', '3 time exam']);
  });

  it('knows items by their ids, whatever they are called now', () => {
    const comparison = since(
      workedExample(),
      changed(workedExample(), 'exam', { title: 'NAB exam', costCents: 50_000 }),
    );
    expect(listed(comparison)).toEqual(['changed NAB exam 0/0']);
    expect(comparison.items[0]?.fields.map(({ field }) => field)).toEqual(['title', 'costCents']);
  });

  it('tells what was added, what is gone, and whether it is done', () => {
    const frozen = licensure().step('fee', { length: 1 }).build();
    const now = licensure()
      .step('check', { length: 60, actualStart: '2027-06-01', actualEnd: '2027-06-02' })
      .link('check', 'license')
      .build();
    expect(listed(since(frozen, now))).toEqual(['removed fee null/null', 'added done check null/null']);
  });

  it('compares links by what they ask, also where both plans call them the same', () => {
    const group = (need: number) =>
      aPlan()
        .step('a', { length: 10 })
        .step('b', { length: 30 })
        .credential('license')
        .group('any', 'license', need, ['a', 'b'])
        .goal('license')
        .build();
    const comparison = since(group(1), group(2));
    expect(comparison.days).toBe(20);
    expect(causes(comparison)).toEqual(['20 changed license']);
    expect(comparison.items[0]).toMatchObject({ title: 'license', fields: [{ field: 'waitsFor' }] });
  });

  it('tells what differs about the plan itself', () => {
    const doc = workedExample();
    const now = {
      ...doc,
      plan: { ...doc.plan, name: 'Plan B', goalId: 'exam', target: '2029-01-01', position: 7 },
    };
    const comparison = since(doc, now);
    expect(comparison.plan).toEqual([
      { field: 'name', old: 'Plan', new: 'Plan B' },
      { field: 'goalId', old: 'license', new: 'exam' },
      { field: 'target', old: null, new: '2029-01-01' },
    ]);
    expect(causes(comparison)).toEqual(['-31 goal exam']);
  });

  it('tells findings that came and went, each as often as it is there', () => {
    const study = (...courses: string[]) => {
      const plan = aPlan().program('bs').term('t1');
      for (const course of courses) plan.course(course);
      return plan.goal('bs').build();
    };
    const { findings } = since(study('a', 'b'), study('b', 'c'));
    const titles = (list: typeof findings.added) => list.map(({ code, itemIds }) => `${code} ${itemIds[0]}`);
    expect(titles(findings.gone)).toEqual(['unplaced-course a']);
    expect(titles(findings.added)).toEqual(['unplaced-course c']);
  });

  it('says nothing of days where one of the two has no date', () => {
    const none = { ...workedExample(), plan: { ...workedExample().plan, goalId: null } };
    expect(since(none, workedExample())).toMatchObject({ days: null, explanation: [] });
    expect(since(workedExample(), none)).toMatchObject({ days: null, explanation: [] });
    expect(since(none, none, '2028-01-01')).toMatchObject({ days: null, explanation: [] });
  });
});
