import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import {
  workedExample,
  workedExampleWithMasters,
  WORKED_EXAMPLE_TODAY,
} from '#tests/oracle/worked-example.ts';
import { costsOf } from '../costs/costs-of.ts';
import type { PlanDocument } from '../plan/document.ts';
import { duplicatePlan } from '../plan/duplicate-plan.ts';
import { toDay } from '../time/day.ts';
import { comparePlans } from './compare-plans.ts';
import type { ItemDifference, PlanComparison } from './types.ts';

const today = toDay(WORKED_EXAMPLE_TODAY);
const compare = (...docs: PlanDocument[]): PlanComparison => comparePlans(docs, today);
const copyOf = (doc: PlanDocument, id = 'copy'): PlanDocument => {
  let next = 0;
  return duplicatePlan(
    { document: doc, baselines: [] },
    { name: id, position: 9, newId: () => `${id}-${++next}`, today },
  ).document;
};
const changed = (doc: PlanDocument, title: string, change: object): PlanDocument => ({
  ...doc,
  items: doc.items.map((item) => (item.title === title ? { ...item, ...change } : item)),
});
/** `+175 changed ait`, one per part. */
const causes = ({ explanation }: PlanComparison): string[] =>
  explanation.map(
    ({ days, cause, items }) => `${days} ${cause} ${items.map(({ title }) => title).join(' ')}`,
  );
const listed = ({ differences }: PlanComparison): string[] =>
  differences.map(({ difference, title }) => `${difference} ${title}`);
const difference = (comparison: PlanComparison, title: string): ItemDifference | undefined =>
  comparison.differences.find((each) => each.title === title);

describe('the worked example', () => {
  it('at 20 hours a week comes 175 days later, and the AIT is named', () => {
    const comparison = compare(workedExample(), workedExample({ hoursPerWeek: 20 }));
    const [first, other] = comparison.plans;
    expect(first).toMatchObject({
      days: 0,
      goal: { date: '2029-04-04', best: '2028-12-06', complete: true },
    });
    expect(other).toMatchObject({ days: 175, goal: { date: '2029-09-26' } });
    expect([first?.decides?.title, other?.decides?.title]).toEqual(['ait', 'ait']);
    expect(comparison.explanation).toEqual([
      {
        planId: 'plan',
        days: 175,
        cause: 'changed',
        items: [
          {
            firstId: 'ait',
            otherId: 'ait',
            kind: 'experience',
            title: 'ait',
            before: { start: '2028-05-13', end: '2028-11-03' },
            after: { start: '2028-05-13', end: '2029-04-27' },
            fields: [{ field: 'hoursPerWeek', old: 40, new: 20 }],
          },
        ],
      },
    ]);
    expect(listed(comparison)).toEqual([
      'changed ait',
      'moved wait',
      'moved exam',
      'moved issuing',
      'moved license',
    ]);
    expect(difference(comparison, 'wait')).toMatchObject({ startDays: 175, endDays: 175, fields: [] });
  });

  it('with a master’s comes 553 days later: the degree takes longer, and the AIT is left out', () => {
    const comparison = compare(workedExample(), workedExampleWithMasters());
    expect(comparison.plans[1]).toMatchObject({ days: 553, goal: { date: '2030-10-09' } });
    expect(causes(comparison)).toEqual(['728 added ms', '-175 left-out ait']);
    expect(listed(comparison)).toEqual([
      'only-first bs',
      'only-first spring-2028',
      'only-first capstone',
      'only-first ait',
      'changed wait',
      'only-other ms',
      'only-other spring-2030',
      'only-other seminar',
      'only-other residency',
      'moved graduation',
      'moved exam',
      'moved issuing',
      'moved license',
    ]);
    expect(difference(comparison, 'wait')?.fields).toMatchObject([
      { field: 'waitsFor', old: [], new: [{ title: 'graduation' }] },
    ]);
  });

  it('beside both is explained for each of them, and the other way around with the signs turned', () => {
    const plans = [workedExample(), workedExample({ hoursPerWeek: 20 }), workedExampleWithMasters()];
    expect(compare(...plans).plans.map(({ days }) => days)).toEqual([0, 175, 553]);
    expect(causes(compare(...plans))).toEqual(['175 changed ait', '728 added ms', '-175 left-out ait']);
    expect(causes(compare(...plans.slice(0, 2).reverse()))).toEqual(['-175 changed ait']);
    expect(causes(compare(workedExampleWithMasters(), workedExample()))).toEqual([
      '175 added ait',
      '-728 left-out ms',
    ]);
  });

  it('pinned to the last day of its window names the exam', () => {
    expect(causes(compare(workedExample(), workedExample({ examOn: '2029-05-02' })))).toEqual([
      '59 changed exam',
    ]);
  });
});

describe('what differs', () => {
  it('is nothing between a plan and its copy', () => {
    const comparison = compare(workedExample(), copyOf(workedExample()), copyOf(workedExample(), 'third'));
    expect(comparison.plans.map(({ days }) => days)).toEqual([0, 0, 0]);
    expect(comparison.explanation).toEqual([]);
    expect(comparison.differences).toEqual([]);
  });

  it('says terms by what they are called, not by their ids', () => {
    const doc = aPlan()
      .program('bs')
      .term('Fall')
      .term('Spring')
      .course('Anatomy', { termId: 'Fall' })
      .goal('bs')
      .build();
    const copy = copyOf(doc);
    const spring = copy.items.find(({ title }) => title === 'Spring')?.id;
    const comparison = compare(doc, changed(copy, 'Anatomy', { termId: spring }));
    expect(difference(comparison, 'Anatomy')?.fields).toEqual([
      { field: 'term', old: 'Fall', new: 'Spring' },
    ]);
    expect(causes(comparison)).toEqual(['147 changed Anatomy']);
    expect(listed(comparison)).toEqual(['changed Anatomy', 'moved bs']);
  });

  it('knows a course by its code, placeholders and repeated titles by their place, and a renamed item by all else', () => {
    const doc = aPlan()
      .program('bs')
      .term('t1')
      .term('t2')
      .course('a', { prefix: 'HSA', number: '300', title: 'Finance', termId: 't1' })
      .course('b', { prefix: 'XX', number: 'XX', title: 'Elective', termId: 't1' })
      .course('c', { prefix: 'XX', number: 'XX', title: 'Elective', termId: 't1' })
      .course('d', { prefix: 'XX', number: 'XX', title: 'Elective', termId: 't2' })
      .step('Exam', { length: 3 })
      .build();
    const copy = copyOf(doc);
    const electives = copy.items.filter(({ title }) => title === 'Elective');
    const without = { ...copy, items: copy.items.filter(({ id }) => id !== electives[1]?.id) };
    const renamed = changed(
      changed(without, 'Finance', { title: 'Health care finance', credits: 4 }),
      'Exam',
      { title: 'NAB exam' },
    );
    const comparison = compare(doc, renamed);
    expect(listed(comparison)).toEqual([
      'changed Health care finance',
      'only-first Elective',
      'changed NAB exam',
    ]);
    expect(comparison.differences[1]?.firstId).toBe('c');
    expect(comparison.differences[0]?.fields).toEqual([
      { field: 'title', old: 'Finance', new: 'Health care finance' },
      { field: 'credits', old: 3, new: 4 },
    ]);
  });

  it('writes the entries of lists as text', () => {
    const log = (hours: number) => [{ id: `h${hours}`, day: '2027-05-01', hours, note: null }];
    const doc = (hours: number, reminders: number[]) =>
      aPlan()
        .experience('ait', { hoursRequired: 100, log: log(hours), reminders })
        .build();
    expect(compare(doc(8, [30]), copyOf(doc(8, [30]))).differences).toEqual([]);
    expect(difference(compare(doc(8, [30]), doc(9, [90, 7])), 'ait')?.fields).toEqual([
      { field: 'reminders', old: ['30'], new: ['90', '7'] },
      { field: 'log', old: ['2027-05-01 8'], new: ['2027-05-01 9'] },
    ]);
  });

  it('tells links to the web that one of the two has', () => {
    const link = { title: 'Form', url: 'https://board.example/form' };
    const doc = (over: object) => aPlan().step('exam', over).build();
    expect(difference(compare(doc({}), doc({ webLinks: [link] })), 'exam')?.fields).toEqual([
      { field: 'webLinks', old: [], new: ['Form https://board.example/form'] },
    ]);
    expect(difference(compare(doc({ webLinks: [link] }), doc({})), 'exam')?.fields).toHaveLength(1);
    expect(compare(doc({ webLinks: [link] }), doc({ webLinks: [{ ...link }] })).differences).toEqual([]);
  });

  it('tells a link that was changed from one that came with a new item', () => {
    const licensure = () =>
      aPlan().step('exam', { length: 10 }).credential('license').link('exam', 'license').goal('license');
    const later = licensure().build();
    const [link] = later.links;
    if (link) link.lag = 20;
    expect(compare(licensure().build(), later)).toMatchObject({
      explanation: [{ days: 20, cause: 'changed', items: [{ title: 'license' }] }],
      differences: [
        {
          title: 'license',
          fields: [
            {
              field: 'waitsFor',
              old: [{ title: 'exam', kind: 'FS', lag: 0 }],
              new: [{ title: 'exam', kind: 'FS', lag: 20 }],
            },
          ],
        },
      ],
    });
    const checked = licensure().step('check', { length: 60 }).link('check', 'license').build();
    const comparison = compare(licensure().build(), checked);
    expect(causes(comparison)).toEqual(['50 added check']);
    expect(listed(comparison)).toEqual(['only-other check', 'moved license']);
  });

  it('lists a change that does not move the goal without giving it a part of the difference', () => {
    const comparison = compare(
      workedExample(),
      changed(copyOf(workedExample()), 'exam', { costCents: 50_000 }),
    );
    expect(comparison.explanation).toEqual([]);
    expect(difference(comparison, 'exam')?.fields).toEqual([{ field: 'costCents', old: null, new: 50_000 }]);
    expect(comparison.plans.map(({ costCents, costUnknown }) => [costCents, costUnknown])).toEqual([
      [0, 3],
      [50_000, 2],
    ]);
  });
});

describe('what makes the difference', () => {
  const program = (over: object): PlanBuilder =>
    aPlan().program('bs').term('t').course('c', { termId: 't' }).step('wait', over);
  const leading = (plan: PlanBuilder): PlanDocument =>
    plan.credential('license').link('bs', 'wait').link('wait', 'license').goal('license').build();

  it('is found where an alternative takes over', () => {
    const routes = (group: number) =>
      aPlan()
        .step('short', { length: group })
        .step('long', { length: 50 })
        .credential('license')
        .group('any', 'license', 1, ['short', 'long'])
        .goal('license')
        .build();
    expect(causes(compare(routes(20), routes(80)))).toEqual(['30 changed short']);
  });

  it('counts changes in the order of time when they hide each other', () => {
    const parallel = (a: number, b: number) =>
      aPlan()
        .step('a', { length: a })
        .step('b', { length: b, notBefore: '2027-09-02' })
        .credential('license')
        .link('a', 'license')
        .link('b', 'license')
        .goal('license')
        .build();
    // Each alone would be enough; the later one adds nothing any more but its later start.
    expect(causes(compare(parallel(10, 10), parallel(50, 50)))).toEqual(['39 changed a', '1 changed b']);
  });

  it('keeps changes together that leave no date when one is made alone', () => {
    const before = leading(program({ length: 10 }));
    const after = leading(program({ length: 5, lengthUnit: 'week' }));
    expect(causes(compare(before, after))).toEqual(['25 changed wait']);
    const unplaced = aPlan()
      .program('bs')
      .step('x', { length: null, lengthUnit: null, pinStart: '2028-01-03', pinEnd: '2028-01-20' })
      .step('y', { length: 5 })
      .credential('license')
      .link('x', 'y')
      .link('y', 'license')
      .goal('license')
      .build();
    const moved = changed(changed(unplaced, 'x', { pinStart: null, pinEnd: null }), 'y', {
      pinStart: '2028-02-01',
    });
    expect(causes(compare(unplaced, moved))).toEqual(['11 together x y']);
  });

  it('adds alternatives together with the choice between them', () => {
    const licensure = () => aPlan().step('exam', { length: 10 }).credential('license').goal('license');
    const before = licensure().link('exam', 'license').build();
    const after = licensure()
      .step('x', { length: 15 })
      .step('y', { length: 50 })
      .group('any', 'license', 2, ['exam', 'x', 'y'])
      .build();
    expect(causes(compare(before, after))).toEqual(['5 changed license']);
  });

  it('takes the terms of a program together and names the program', () => {
    const plan = (years: number) =>
      aPlan()
        .program('bs')
        .term('t1', { firstDay: `${2028 + years}-01-10`, lastDay: `${2028 + years}-05-12` })
        .term('t2', { firstDay: `${2028 + years}-08-21`, lastDay: `${2028 + years}-12-15` })
        .course('a', { termId: 't1' })
        .course('b', { termId: 't2' })
        .goal('bs')
        .build();
    const comparison = compare(plan(0), plan(1));
    expect(causes(comparison)).toEqual(['365 changed bs']);
    expect(listed(comparison)).toEqual(['changed t1', 'changed t2', 'moved bs', 'moved a', 'moved b']);
  });

  it('says that another goal is one', () => {
    const plan = (goal: string) =>
      aPlan()
        .step('exam', { length: 10 })
        .milestone('graduation', { pinStart: '2028-05-12' })
        .link('exam', 'graduation')
        .goal(goal)
        .build();
    expect(causes(compare(plan('graduation'), plan('exam')))).toEqual(['-245 goal exam']);
  });

  it('is empty where a plan has no date or no goal', () => {
    const none = { ...workedExample(), plan: { ...workedExample().plan, goalId: null } };
    const comparison = compare(workedExample(), none);
    expect(comparison.plans.map(({ days }) => days)).toEqual([0, null]);
    expect(comparison.explanation).toEqual([]);
    expect(compare(none, none).plans.map(({ days }) => days)).toEqual([null, null]);
  });
});

describe('the sums', () => {
  it('count credits, hours, costs and findings of each plan', () => {
    const doc = aPlan()
      .program('bs', { creditsRequired: 120, costCents: 100 })
      .term('t')
      .course('a', { termId: 't', status: 'completed', grade: 'A', costCents: 50 })
      .course('b', { termId: 't', credits: 4 })
      .course('c', { credits: null })
      .experience('ait', {
        hoursRequired: 1000,
        log: [{ id: 'h', day: '2027-05-01', hours: 7.5, note: null }],
      })
      .build();
    expect(compare(doc, copyOf(doc)).plans[1]).toMatchObject({
      credits: { earned: 3, planned: 4, required: 120, unknown: 1 },
      hours: { required: 1000, logged: 7.5 },
      costCents: 150,
      costUnknown: 0,
      findings: {
        error: { open: 2, acknowledged: 0 },
        warning: { open: 1, acknowledged: 0 },
        info: { open: 0, acknowledged: 0 },
      },
    });
  });

  it('ask for the same unknown costs as the list of costs, not for those of every course and milestone', () => {
    const doc = aPlan()
      .program('bs')
      .term('t')
      .course('a', { termId: 't' })
      .course('b', { termId: 't' })
      .milestone('apply')
      .step('fee', { sort: 'fee', costCents: 11_500 })
      .build();
    const listed = costsOf(doc, () => null);
    expect(compare(doc, copyOf(doc)).plans[1]).toMatchObject({ costCents: 11_500, costUnknown: 1 });
    expect(listed).toMatchObject({ cents: 11_500, unknown: 1 });
  });
});
