import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import type { Program, Term } from '../plan/items.ts';
import { gpaIf, gpaNeeded, gpaOf } from './gpa.ts';

function read(plan: PlanBuilder) {
  const { items } = plan.build();
  const terms = new Map<string, Term>();
  for (const item of items) if (item.kind === 'term') terms.set(item.id, item);
  const program = items.find((item): item is Program => item.kind === 'program');
  if (program === undefined) throw new Error('the plan has no program');
  return { program, terms, courses: items.filter((item) => item.kind === 'course') };
}

function gpa(plan: PlanBuilder) {
  const { program, courses, terms } = read(plan);
  return gpaOf(program, courses, terms);
}

const done = (grade: string, credits: number | null = 3) =>
  ({ status: 'completed', grade, credits }) as const;

describe('the GPA', () => {
  it('weighs points by credits', () => {
    const plan = aPlan()
      .program('p')
      .course('a', done('A', 4))
      .course('b', done('B-', 3))
      .course('c', done('F', 1));
    expect(gpa(plan).gpa).toBeCloseTo((4 * 4 + 2.7 * 3) / 8, 12);
  });

  it('is null without a graded course', () => {
    expect(gpa(aPlan().program('p').course('a')).gpa).toBeNull();
  });

  it('leaves out pass/fail, withdrawn, transferred and unfinished courses, and unknown credits', () => {
    const plan = aPlan()
      .program('p')
      .course('a', done('B'))
      .course('pass', done('P'))
      .course('withdrawn', { status: 'withdrawn', grade: 'F' })
      .course('transferred', { status: 'transferred', grade: 'A' })
      .course('enrolled', { status: 'enrolled', grade: 'A' })
      .course('unknown', done('A', null));
    expect(gpa(plan)).toEqual({ gpa: 3, credits: 3, points: 9, unknown: ['unknown'] });
  });

  describe('of repeats', () => {
    const repeated = (repeats: 'latest' | 'all') =>
      aPlan()
        .program('p', { repeats })
        .term('t1')
        .term('t2')
        .course('second', { ...done('B'), termId: 't2', prefix: 'HSA', number: '300' })
        .course('first', { ...done('D'), termId: 't1', prefix: 'hsa', number: '300 ' });

    it('counts the latest by its term, whatever the order of the list', () => {
      expect(gpa(repeated('latest')).gpa).toBe(3);
    });

    it('goes by the recorded end where there is no term', () => {
      const plan = aPlan()
        .program('p')
        .course('second', { ...done('B'), prefix: 'HSA', number: '300', actualEnd: '2027-05-07' })
        .course('first', { ...done('D'), prefix: 'HSA', number: '300', actualEnd: '2026-12-11' });
      expect(gpa(plan).gpa).toBe(3);
    });

    it('counts all when the program says so', () => {
      expect(gpa(repeated('all')).gpa).toBe(2);
    });

    it('follows repeatsId where numbers differ and no term is known', () => {
      const plan = aPlan()
        .program('p')
        .course('b', { ...done('C'), repeatsId: 'a' })
        .course('a', done('F'));
      expect(gpa(plan).gpa).toBe(2);
    });

    it('takes the latest graded attempt when a later one has no letter', () => {
      const plan = aPlan()
        .program('p')
        .course('a', done('C'))
        .course('b', { ...done('W'), status: 'withdrawn', repeatsId: 'a' })
        .course('c', { repeatsId: 'b' });
      expect(gpa(plan).gpa).toBe(2);
    });

    it('ends where courses repeat each other', () => {
      const plan = aPlan()
        .program('p')
        .course('a', { ...done('C'), repeatsId: 'b' })
        .course('b', { ...done('C'), repeatsId: 'a' });
      expect(gpa(plan)).toMatchObject({ gpa: 2, credits: 3 });
    });

    it('keeps placeholders apart', () => {
      const placeholder = { prefix: 'XX', number: 'XX' };
      const plan = aPlan()
        .program('p')
        .course('a', { ...done('A'), ...placeholder })
        .course('b', { ...done('C'), ...placeholder });
      expect(gpa(plan).gpa).toBe(3);
    });
  });
});

describe('the GPA needed', () => {
  const needed = (plan: PlanBuilder, target: number) => {
    const { program, courses, terms } = read(plan);
    return gpaNeeded(program, courses, terms, target);
  };
  const half = (grade: string) =>
    aPlan().program('p').course('a', done(grade, 6)).course('b', { credits: 6 });

  it('is the average the courses to come must bring', () => {
    expect(needed(half('B'), 3.5)).toEqual({ target: 3.5, needed: 4, credits: 6, reachable: true });
    expect(needed(half('B'), 3.6)).toMatchObject({ reachable: false });
    expect(needed(half('A'), 2)).toMatchObject({ needed: 0, reachable: true });
  });

  it('brings exactly the target when it is earned', () => {
    const { program, courses, terms } = read(half('B'));
    expect(gpaIf(program, courses, terms, new Map([['b', 'A']])).gpa).toBe(3.5);
  });

  it('is not known when nothing is left, and the target is then reached or not', () => {
    const plan = aPlan().program('p').course('a', done('B'));
    expect(needed(plan, 3)).toEqual({ target: 3, needed: null, credits: 0, reachable: true });
    expect(needed(plan, 3.1)).toEqual({ target: 3.1, needed: null, credits: 0, reachable: false });
  });

  it('keeps the grade that a planned repeat adds to, where all attempts count', () => {
    const plan = aPlan()
      .program('p', { repeats: 'all' })
      .course('a', done('D'))
      .course('again', { repeatsId: 'a' })
      .course('once more', { repeatsId: 'again' });
    expect(needed(plan, 3)).toEqual({ target: 3, needed: 4, credits: 6, reachable: true });
  });

  it('takes out the grade that a planned repeat replaces', () => {
    const plan = aPlan()
      .program('p')
      .course('a', done('F'))
      .course('b', done('B'))
      .course('again', { repeatsId: 'a' });
    expect(needed(plan, 3.5)).toMatchObject({ needed: 4, credits: 3 });
  });
});
