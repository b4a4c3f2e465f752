import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { costsOf, groupCosts } from './costs-of.ts';

function costs(builder: PlanBuilder) {
  const doc = builder.build();
  const schedule = schedulePlan(doc, toDay('2027-01-15'));
  return costsOf(doc, (id) => schedule.dates(id));
}

const told = (builder: PlanBuilder) => costs(builder).lines.map(({ item, cents }) => [item.id, cents]);

describe('what costs something', () => {
  it('is what has a cost, and what usually has one, in order of time', () => {
    expect(
      told(
        aPlan()
          .step('undated', { sort: 'fee', length: null, lengthUnit: null })
          .step('exam', { sort: 'exam', pinStart: '2027-06-01', costCents: 42_500 })
          .step('application', { sort: 'application', pinStart: '2027-03-01' })
          .step('wait', { sort: 'approval', pinStart: '2027-03-02' })
          .milestone('deadline', { pinStart: '2027-02-01' })
          .milestone('deposit', { pinStart: '2027-02-02', costCents: 0 })
          .experience('ait'),
      ),
    ).toEqual([
      ['deposit', 0],
      ['application', null],
      ['exam', 42_500],
      ['undated', null],
    ]);
  });

  const program = (over = {}) => aPlan().program('bs', over).term('fall').term('spring').term('unused');
  const inFall = { termId: 'fall' };
  const inSpring = { termId: 'spring' };

  it('is asked for a program as a whole, until its terms or courses have costs', () => {
    expect(told(program().course('a', inFall))).toEqual([['bs', null]]);
    expect(told(program({ costCents: 4_000_000 }).course('a', inFall))).toEqual([['bs', 4_000_000]]);
  });

  it('is asked for the terms that are used, once one of them has a cost', () => {
    const plan = program().course('a', inFall).course('b', inSpring);
    plan.change((item) => (item.id === 'fall' ? { ...item, costCents: 900_000 } : item));
    expect(told(plan)).toEqual([
      ['fall', 900_000],
      ['spring', null],
    ]);
  });

  it('is asked for the courses that are paid, once one of them has a cost', () => {
    expect(
      told(
        program()
          .course('a', { ...inFall, costCents: 120_000 })
          .course('b', inSpring)
          .course('moved', { status: 'transferred' }),
      ),
    ).toEqual([
      ['a', 120_000],
      ['b', null],
    ]);
  });

  it('comes with what the facts say of it', () => {
    const { lines } = costs(
      aPlan()
        .step('exam', { costCents: 42_500 })
        .fact('fee', { itemId: 'exam', field: 'Exam fee', value: '$425' })
        .fact('feedback', { itemId: 'exam', field: 'Feedback after the exam' }),
    );
    expect(lines[0]?.facts.map(({ id }) => id)).toEqual(['fee']);
  });
});

describe('sums', () => {
  const plan = () =>
    aPlan()
      .program('bs', { costCents: 100 })
      .term('fall')
      .course('a', { termId: 'fall' })
      .step('exam', { pinStart: '2027-09-01', costCents: 30, phase: 'licensure' })
      .step('fee', { sort: 'fee', pinStart: '2027-07-01', phase: 'licensure' });

  it('leave out what is not known, and say how many that are', () => {
    expect(costs(plan())).toMatchObject({ cents: 130, known: 2, unknown: 1 });
  });

  it.each([
    [
      'year',
      [
        ['2026', 100, 1],
        ['2027', 30, 0],
      ],
    ],
    [
      'program',
      [
        ['bs', 100, 0],
        [null, 30, 1],
      ],
    ],
    [
      'phase',
      [
        ['undergraduate', 100, 0],
        ['licensure', 30, 1],
      ],
    ],
  ] as const)('by %s add up to the whole', (by, expected) => {
    const groups = groupCosts(costs(plan()), by).map(({ key, cents, unknown }) => [key, cents, unknown]);
    expect(groups).toEqual(expected);
  });
});
