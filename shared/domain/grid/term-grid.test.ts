import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { arbitraryPlan, SMALL_PLAN_TODAY } from '#tests/oracle/arbitrary-plan.ts';
import { contextOf } from '../findings/context.ts';
import { findOverload, findUnderload, findUnplaced } from '../findings/courses.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { loadOf } from './load.ts';
import { gridsOf } from './term-grid.ts';

const today = toDay('2027-01-15');

describe('the term grid', () => {
  const plan = aPlan()
    .program('bs')
    .term('late', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .term('first', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
    .term('now', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
    .course('b', { termId: 'now' })
    .course('a', { termId: 'now' })
    .course('loose')
    .course('transfer', { status: 'transferred' })
    .course('lost', { termId: 'a term that is gone' })
    .program('ms')
    .course('other', { termId: 'late' })
    .build();

  it('has the terms of each program in order of time, and says where today is', () => {
    const [bs, ms] = gridsOf(plan, today);
    expect(bs?.columns.map(({ term, time }) => [term.id, time])).toEqual([
      ['first', 'past'],
      ['now', 'current'],
      ['late', 'ahead'],
    ]);
    expect(ms?.columns).toEqual([]);
  });

  it('puts every course into its term, else with its program, once', () => {
    const [bs] = gridsOf(plan, today);
    expect(bs?.columns.map(({ courses }) => courses.map(({ id }) => id))).toEqual([
      [],
      ['b', 'a'],
      ['other'],
    ]);
    expect(bs?.backlog.map(({ id }) => id)).toEqual(['loose', 'lost']);
    expect(bs?.settled.map(({ id }) => id)).toEqual(['transfer']);
  });

  it('keeps what belongs to no program at the end, and only if there is any', () => {
    expect(gridsOf(plan, today)).toHaveLength(2);
    const more = aPlan().course('free', { programId: null }).build();
    expect(gridsOf(more, today)).toMatchObject([{ programId: null, backlog: [{ id: 'free' }] }]);
    expect(gridsOf(aPlan().build(), today)).toEqual([]);
  });
});

describe('the load of a term', () => {
  const courses = (...credits: (number | null)[]) =>
    credits
      .reduce((plan, each, n) => plan.course(`c${n}`, { credits: each }), aPlan())
      .build()
      .items.filter((item) => item.kind === 'course');
  const term = { creditLimit: 6, creditMinimum: 3 };

  it.each([
    ['empty', []],
    ['under', [2]],
    ['within', [3]],
    ['within', [3, 3]],
    ['over', [3, 3.5]],
  ] as const)('is %s with %o credits', (state, credits) => {
    expect(loadOf(term, courses(...credits)).state).toBe(state);
  });

  it('says how many courses the sum does not know, and leaves withdrawn ones out', () => {
    const [gone, ...rest] = courses(9, null, 3);
    expect(loadOf(term, [{ ...gone!, status: 'withdrawn' }, ...rest])).toMatchObject({
      credits: 3,
      unknown: 1,
    });
  });
});

it('agrees with the findings on every plan', () => {
  fc.assert(
    fc.property(arbitraryPlan, (doc) => {
      const today = toDay(SMALL_PLAN_TODAY);
      const context = contextOf(doc, schedulePlan(doc, today), today, []);
      const columns = gridsOf(doc, today).flatMap((grid) => grid.columns);
      const withState = (state: string) =>
        columns.filter(({ load }) => load.state === state).map(({ term }) => term.id);
      const named = (findings: { itemIds: string[] }[]) => findings.flatMap(({ itemIds }) => itemIds);
      expect(withState('over').sort()).toEqual(named(findOverload(context)).sort());
      expect(withState('under').sort()).toEqual(named(findUnderload(context)).sort());
      const waiting = gridsOf(doc, today).flatMap(({ backlog }) => backlog);
      const planned = waiting.filter(({ status }) => status === 'planned').map(({ id }) => id);
      expect(planned.sort()).toEqual(named(findUnplaced(context)).sort());
    }),
  );
});
