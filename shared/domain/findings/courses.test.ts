import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import type { Course } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { findingsOf } from './findings-of.ts';
import type { Finding, FindingCode } from './types.ts';

const FIRST_DAY = '2026-08-24';

/** What one rule reports, the first day of the builder's first term being today. */
function find<C extends FindingCode>(code: C, plan: PlanBuilder, today = FIRST_DAY): Finding<C>[] {
  const doc = plan.build();
  const day = toDay(today);
  return findingsOf(doc, schedulePlan(doc, day), day).filter(
    (finding): finding is Finding<C> => finding.code === code,
  );
}

const terms = () => aPlan().program('p').term('fall').term('spring').term('next fall');
const placed = (over: Partial<Course> = {}) => ({ termId: 'spring', ...over });

describe('requisite-order', () => {
  const withNeed = (kind: 'pre' | 'co' | 'strict', need: Partial<Course>) =>
    terms().course('need', need).course('course', placed()).requisites('course', ['need'], { kind });

  it.each([
    ['pre', 'fall', 0],
    ['pre', 'spring', 1],
    ['pre', 'next fall', 1],
    ['co', 'fall', 0],
    ['co', 'spring', 0],
    ['co', 'next fall', 1],
    ['strict', 'fall', 1],
    ['strict', 'spring', 0],
    ['strict', 'next fall', 1],
  ] as const)('asks a %s requisite in %s: %d findings', (kind, termId, count) => {
    expect(find('requisite-order', withNeed(kind, { termId }))).toHaveLength(count);
  });

  it.each(['pre', 'co', 'strict'] as const)('counts an unplaced %s requisite as missing', (kind) => {
    expect(find('requisite-order', withNeed(kind, {}))).toMatchObject([
      { severity: 'error', itemIds: ['course', 'need'], facts: { kind, needed: 1 } },
    ]);
  });

  it.each([
    ['completed', 'C', 0],
    ['completed', null, 0],
    ['completed', 'F', 1],
    ['transferred', null, 0],
    ['exempt', null, 0],
    ['withdrawn', null, 1],
  ] as const)('takes a %s requisite with grade %s, without a term: %d findings', (status, grade, count) => {
    expect(find('requisite-order', withNeed('pre', { status, grade }))).toHaveLength(count);
  });

  it('does not let a failed or withdrawn course count for its term', () => {
    expect(find('requisite-order', withNeed('pre', { termId: 'fall', status: 'withdrawn' }))).toHaveLength(1);
    expect(
      find('requisite-order', withNeed('pre', { termId: 'fall', status: 'completed', grade: 'F' })),
    ).toHaveLength(1);
  });

  it.each([
    ['pre', '2027-01-10', 0],
    ['pre', '2027-01-11', 1],
    ['co', '2027-01-10', 0],
    ['co', '2027-01-11', 1],
  ] as const)(
    'asks that the other term of a %s requisite is over: it ends on %s, %d findings',
    (kind, lastDay, count) => {
      const overlapping = withNeed(kind, { termId: 'late' }).term('late', {
        firstDay: '2026-11-01',
        lastDay,
      });
      expect(find('requisite-order', overlapping)).toHaveLength(count);
    },
  );

  it('asks a completed requisite for its minimum grade', () => {
    const graded = (grade: string) =>
      terms()
        .course('need', { status: 'completed', grade })
        .course('course', placed())
        .requisites('course', [{ courseId: 'need', minGrade: 'C' }]);
    expect(find('requisite-order', graded('C'))).toHaveLength(0);
    expect(find('requisite-order', graded('C-'))).toHaveLength(1);
  });

  it('takes a repeat of the requisite', () => {
    const repeated = (termId: string) =>
      withNeed('pre', { status: 'completed', grade: 'F' }).course('again', { repeatsId: 'need', termId });
    expect(find('requisite-order', repeated('fall'))).toHaveLength(0);
    expect(find('requisite-order', repeated('spring'))).toHaveLength(1);
  });

  it('asks for k of n', () => {
    const choice = (need: number) =>
      terms()
        .course('a', { termId: 'fall' })
        .course('b', { termId: 'spring' })
        .course('c')
        .course('course', placed())
        .requisites('course', ['a', 'b', 'c'], { need });
    expect(find('requisite-order', choice(1))).toHaveLength(0);
    expect(find('requisite-order', choice(2))).toMatchObject([
      { itemIds: ['course', 'b', 'c'], facts: { needed: 1 } },
    ]);
  });

  it('leaves alone courses that are unplaced, done or withdrawn from', () => {
    const course = (over: Partial<Course>) =>
      terms().course('need').course('course', over).requisites('course', ['need']);
    expect(find('requisite-order', course({ termId: null }))).toHaveLength(0);
    expect(find('requisite-order', course(placed({ status: 'withdrawn' })))).toHaveLength(0);
    expect(find('requisite-order', course(placed({ status: 'completed' })))).toHaveLength(0);
    expect(find('requisite-order', course(placed({ status: 'enrolled' })))).toHaveLength(1);
  });
});

describe('cycle', () => {
  const ring = (kinds: readonly ('pre' | 'co' | 'strict')[]) => {
    const plan = terms();
    kinds.forEach((_, n) => plan.course(`c${n}`));
    kinds.forEach((kind, n) => plan.requisites(`c${(n + 1) % kinds.length}`, [`c${n}`], { kind }));
    return plan;
  };

  it('names the courses of a loop of prerequisites once', () => {
    expect(find('cycle', ring(['pre', 'pre', 'pre']))).toMatchObject([
      { severity: 'error', itemIds: ['c0', 'c1', 'c2'], facts: { of: 'requisites' } },
    ]);
  });

  it('takes one prerequisite among corequisites for a loop, and none for "same term"', () => {
    expect(find('cycle', ring(['co', 'pre']))).toHaveLength(1);
    expect(find('cycle', ring(['co', 'strict', 'co']))).toHaveLength(0);
  });

  it('sees a course that requires itself, and no chain', () => {
    expect(find('cycle', ring(['pre']))).toHaveLength(1);
    expect(find('cycle', terms().course('a').course('b').requisites('b', ['a']))).toHaveLength(0);
  });

  it('does not blame a prerequisite that only leads to a loop of corequisites', () => {
    expect(find('cycle', ring(['co', 'co']).course('first').requisites('c0', ['first']))).toHaveLength(0);
    expect(find('cycle', ring(['co', 'co']).course('last').requisites('last', ['c0']))).toHaveLength(0);
  });

  it('names items whose links run in a circle', () => {
    const plan = aPlan().step('a').step('b').link('a', 'b').link('b', 'a');
    expect(find('cycle', plan)).toMatchObject([{ itemIds: ['a', 'b'], facts: { of: 'links' } }]);
  });
});

describe('credit-overload and credit-underload', () => {
  const term = (credits: (number | null)[], creditLimit: number | null, creditMinimum: number | null) => {
    const plan = aPlan().program('p').term('t', { creditLimit, creditMinimum });
    credits.forEach((each, n) => plan.course(`c${n}`, { termId: 't', credits: each }));
    return plan;
  };

  it('hold above the limit, and not at it', () => {
    expect(find('credit-overload', term([9, 9], 18, null))).toHaveLength(0);
    expect(find('credit-overload', term([9, 9.5], 18, null))).toMatchObject([
      { severity: 'warning', itemIds: ['t'], facts: { credits: 18.5, limit: 18, unknown: 0 } },
    ]);
  });

  it('hold below the minimum, and not at it nor for an empty term', () => {
    expect(find('credit-underload', term([12], null, 12))).toHaveLength(0);
    expect(find('credit-underload', term([], null, 12))).toHaveLength(0);
    expect(find('credit-underload', term([11, null], null, 12))).toMatchObject([
      { severity: 'info', itemIds: ['t'], facts: { credits: 11, minimum: 12, unknown: 1 } },
    ]);
  });

  it('need a limit to exceed, and leave withdrawn courses out', () => {
    expect(find('credit-overload', term([99], null, null))).toHaveLength(0);
    const withdrawn = term([18], 18, 18).course('gone', { termId: 't', status: 'withdrawn' });
    expect(find('credit-overload', withdrawn)).toHaveLength(0);
  });
});

describe('unplaced-course', () => {
  it('holds for a planned course without a term only', () => {
    const plan = terms()
      .course('a')
      .course('b', placed())
      .course('c', { status: 'enrolled' })
      .course('d', { status: 'completed' });
    expect(find('unplaced-course', plan)).toMatchObject([{ severity: 'warning', itemIds: ['a'], facts: {} }]);
  });
});

describe('duplicate-course', () => {
  const twice = (number: string, first: Partial<Course> = {}, second: Partial<Course> = {}) =>
    terms()
      .course('later', { termId: 'spring', prefix: 'hsa ', number, ...second })
      .course('earlier', { termId: 'fall', prefix: 'HSA', number, ...first });

  it('names the later course, then the earlier, whatever their order in the list', () => {
    expect(find('duplicate-course', twice('300'))).toMatchObject([
      { severity: 'warning', itemIds: ['later', 'earlier'], facts: { number: 'HSA 300' } },
    ]);
  });

  it.each([
    ['300', 1],
    ['300L', 1],
    ['300l', 1],
    ['300LA', 0],
    ['3XX', 0],
    ['1xx', 0],
    ['XX', 0],
    ['', 0],
    ['300++', 0],
  ])('takes the number "%s" for %d courses', (number, count) => {
    expect(find('duplicate-course', twice(number))).toHaveLength(count);
  });

  it('takes what is done without a term for earlier, and what has no term yet for later', () => {
    const named = (first: Partial<Course>, second: Partial<Course>) =>
      find('duplicate-course', twice('300', first, second)).map(({ itemIds }) => itemIds);
    const [done, open] = [{ termId: null, status: 'completed' }, { termId: null }] as const;
    expect(named(done, {})).toEqual([['later', 'earlier']]);
    expect(named({}, done)).toEqual([['earlier', 'later']]);
    expect(named(open, {})).toEqual([['earlier', 'later']]);
    expect(named({ ...open, status: 'enrolled' }, {})).toEqual([['earlier', 'later']]);
    expect(named({ ...open, status: 'transferred' }, {})).toEqual([['later', 'earlier']]);
  });

  it('lets a failed or withdrawn course be taken again', () => {
    expect(find('duplicate-course', twice('300', { status: 'completed', grade: 'F' }))).toHaveLength(0);
    expect(find('duplicate-course', twice('300', { status: 'withdrawn' }))).toHaveLength(0);
    expect(find('duplicate-course', twice('300', { status: 'completed', grade: 'D' }))).toHaveLength(1);
    // What is not over is not failed, whatever grade stands there.
    expect(find('duplicate-course', twice('300', { status: 'enrolled', grade: 'F' }))).toHaveLength(1);
  });

  it('lets a course be repeated on purpose', () => {
    expect(find('duplicate-course', twice('300', {}, { repeatsId: 'earlier' }))).toHaveLength(0);
    const third = (repeatsId: string | null) =>
      twice('300', {}, { repeatsId: 'earlier' }).course('third', {
        termId: 'next fall',
        prefix: 'HSA',
        number: '300',
        repeatsId,
      });
    expect(find('duplicate-course', third('later'))).toHaveLength(0);
    expect(find('duplicate-course', third('earlier'))).toHaveLength(0);
    expect(find('duplicate-course', third(null))).toHaveLength(1);
  });

  it('writes a number without a prefix as it is', () => {
    const [found] = find('duplicate-course', twice(' 300 ', { prefix: '' }, { prefix: '' }));
    expect(found?.facts).toEqual({ number: '300' });
  });

  it('tells programs, prefixes and numbers apart', () => {
    expect(find('duplicate-course', twice('300', { prefix: 'ACC' }))).toHaveLength(0);
    expect(find('duplicate-course', twice('300', { number: '301' }))).toHaveLength(0);
    const other = twice('300', { status: 'withdrawn' })
      .program('q')
      .course('there', { prefix: 'HSA', number: '300' });
    expect(find('duplicate-course', other)).toHaveLength(0);
  });
});

describe('deadline-passed', () => {
  const deadline = (over: object) => aPlan().milestone('m', { pinStart: '2027-03-01', ...over });

  it('holds from the day after a milestone that is not done', () => {
    expect(find('deadline-passed', deadline({}), '2027-03-01')).toHaveLength(0);
    expect(find('deadline-passed', deadline({}), '2027-03-02')).toMatchObject([
      { severity: 'error', itemIds: ['m'], facts: { kind: 'milestone', day: '2027-03-01' } },
    ]);
    expect(find('deadline-passed', deadline({ doneOn: '2027-03-04' }), '2027-04-01')).toHaveLength(0);
    expect(find('deadline-passed', deadline({ actualEnd: '2027-02-04' }), '2027-04-01')).toHaveLength(0);
    expect(find('deadline-passed', deadline({ actualStart: '2027-02-04' }), '2027-04-01')).toHaveLength(0);
  });

  it('has the same key tomorrow', () => {
    const [today, tomorrow] = ['2027-03-02', '2027-03-03'].map(
      (day) => find('deadline-passed', deadline({}), day)[0]?.key,
    );
    expect(today).toBe(tomorrow);
  });

  it('holds from the day after the term of a course that is planned or enrolled', () => {
    const course = (over: Partial<Course>) => terms().course('c', { termId: 'fall', ...over });
    expect(find('deadline-passed', course({}), '2026-12-11')).toHaveLength(0);
    expect(find('deadline-passed', course({}), '2026-12-12')).toMatchObject([
      { severity: 'error', itemIds: ['c'], facts: { kind: 'course', day: '2026-12-11' } },
    ]);
    expect(find('deadline-passed', course({ status: 'enrolled' }), '2026-12-12')).toHaveLength(1);
    expect(find('deadline-passed', course({ status: 'completed' }), '2026-12-12')).toHaveLength(0);
    expect(find('deadline-passed', course({ status: 'withdrawn' }), '2026-12-12')).toHaveLength(0);
  });
});
