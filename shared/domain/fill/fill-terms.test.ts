import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { findingsOf } from '../findings/findings-of.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { fillTerms, startFilling } from './fill-terms.ts';
import { applyFilling } from './new-terms.ts';

// The terms of the builder are fall 2026 (from Aug 24), spring 2027 (from Jan 11), fall 2027 (from Aug 24) …
const BEFORE = '2026-06-01';
const fill = (plan: PlanBuilder, today = BEFORE) => fillTerms(plan.build(), toDay(today));
const places = (plan: PlanBuilder, today = BEFORE) =>
  fill(plan, today).placements.map(({ courseId, termId }) => `${courseId} ${termId}`);

describe('what is placed', () => {
  it('is every planned course without a term, and no other', () => {
    const plan = aPlan().program('bs').term('fall').term('spring');
    plan.course('planned').course('placed', { termId: 'spring' }).course('locked', { locked: true });
    for (const status of ['enrolled', 'completed', 'withdrawn', 'transferred', 'exempt'] as const)
      plan.course(status, { status });
    expect(places(plan)).toEqual(['planned fall']);
    expect(fill(plan).notes).toEqual([{ code: 'locked-out', courseIds: ['locked'] }]);
  });

  it('goes into a term of its own program, whatever other programs do', () => {
    const plan = aPlan()
      .program('bs')
      .term('bs-1')
      .course('a')
      .program('ms')
      .term('ms-1', { firstDay: '2027-08-24', lastDay: '2027-12-10' })
      .course('b');
    plan.requisites('b', ['a']);
    expect(places(plan)).toEqual(['a bs-1', 'b ms-1']);
    expect(fill(plan)).toMatchObject({
      lastTerm: 'ms-1',
      largest: 3,
      programs: [{ programId: 'bs' }, { programId: 'ms' }],
    });
  });

  it('may be nothing', () => {
    expect(fill(aPlan().program('bs'))).toMatchObject({
      status: 'nothing-to-place',
      placements: [],
      reasons: [],
    });
  });

  it('counts unknown credits as none, and says so', () => {
    const plan = aPlan()
      .program('bs')
      .term('fall', { creditLimit: 3 })
      .course('a')
      .course('b', { credits: null });
    expect(fill(plan)).toMatchObject({
      status: 'optimal',
      largest: 3,
      notes: [{ code: 'unknown-credits', courseIds: ['b'] }],
    });
  });
});

describe('terms that are over, or under way', () => {
  const plan = () => aPlan().program('bs').term('fall').term('spring').course('a');

  it('take no course any more when they are over', () => {
    expect(places(plan(), '2026-12-12')).toEqual(['a spring']);
    expect(fill(plan(), '2026-12-12').notes).toEqual([{ code: 'closed-terms', termIds: ['fall'] }]);
  });

  it('take one until two weeks after they began: so long a school still lets one in', () => {
    expect(places(plan(), '2026-08-24')).toEqual(['a fall']);
    expect(places(plan(), '2026-09-06')).toEqual(['a fall']);
    expect(places(plan(), '2026-09-07')).toEqual(['a spring']);
  });

  it('keep what is in them, and that counts as a requisite', () => {
    const enrolled = plan().course('now', { termId: 'fall', status: 'enrolled' }).requisites('a', ['now']);
    expect(places(enrolled, '2026-10-01')).toEqual(['a spring']);
  });

  it('do not keep others from being placed by what they lack', () => {
    const enrolled = plan().course('now', { termId: 'fall', status: 'enrolled' }).requisites('now', ['a']);
    expect(fill(enrolled, '2026-10-01')).toMatchObject({
      status: 'optimal',
      placements: [{ courseId: 'a', termId: 'spring' }],
      notes: [{ code: 'closed-terms' }, { code: 'requisite-stays-broken', courseIds: ['now'] }],
    });
    expect(fill(enrolled, BEFORE).reasons).toEqual([
      { code: 'placed-too-early', courseId: 'now', kind: 'pre', needs: ['a'] },
    ]);
  });
});

describe('the best arrangement', () => {
  it('has the earliest last term first, and then the smallest largest total', () => {
    const plan = aPlan().program('bs');
    for (const id of ['t1', 't2', 't3', 't4']) plan.term(id, { creditLimit: 9 });
    for (const id of ['a', 'b', 'c', 'd']) plan.course(id);
    expect(fill(plan)).toMatchObject({ status: 'optimal', lastTerm: 't2', largest: 6 });
  });

  it('uses the terms up to the last one that is used anyhow', () => {
    const plan = aPlan()
      .program('bs')
      .term('t1')
      .term('t2')
      .term('t3')
      .course('last', { termId: 't3' })
      .course('a')
      .course('b');
    expect(fill(plan)).toMatchObject({ lastTerm: 't3', largest: 3 });
  });

  it('lets what is placed use up room', () => {
    const plan = aPlan()
      .program('bs')
      .term('t1', { creditLimit: 6 })
      .term('t2')
      .course('there', { termId: 't1' })
      .course('a')
      .course('b');
    expect(places(plan).sort()).toEqual(['a t1', 'b t2']);
  });

  it('leaves no finding behind that was not there before', () => {
    const plan = aPlan().program('bs');
    for (let term = 1; term <= 4; term += 1) plan.term(`t${term}`, { creditLimit: 12 });
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) plan.course(id, { credits: 4 });
    plan.requisites('c', ['a', 'b'], { need: 1 }).requisites('d', ['c'], { kind: 'co' });
    plan.requisites('e', ['d'], { kind: 'strict' }).requisites('f', ['e']);
    const doc = plan.build();
    const after = applyFilling(doc, [], fillTerms(doc, toDay(BEFORE)).placements);
    const schedule = schedulePlan(after, toDay(BEFORE), {});
    expect(findingsOf(after, schedule, toDay(BEFORE)).map(({ code }) => code)).toEqual([]);
  });

  it('puts courses that require each other at the same time into one term', () => {
    const plan = aPlan().program('bs').term('t1', { creditLimit: 3 }).term('t2', { creditLimit: 6 });
    plan.course('a').course('b').course('c');
    plan.requisites('a', ['b'], { kind: 'co' }).requisites('b', ['a'], { kind: 'co' });
    expect(places(plan)).toEqual(['a t2', 'b t2', 'c t1']);
  });
});

describe('why there is none', () => {
  const reasons = (plan: PlanBuilder, today = BEFORE) => {
    const { status, placements, reasons } = fill(plan, today);
    expect({ status, placements }).toEqual({ status: 'infeasible', placements: [] });
    return reasons;
  };

  it('no terms, or none that takes courses', () => {
    expect(reasons(aPlan().program('bs').course('a'))).toEqual([
      { code: 'no-terms', programId: 'bs', courses: 1 },
    ]);
    expect(reasons(aPlan().program('bs').term('t1').course('a'), '2027-01-01')).toEqual([
      { code: 'no-open-terms', programId: 'bs', courses: 1, lastDay: '2026-12-11' },
    ]);
  });

  it('a season that does not come', () => {
    const plan = aPlan()
      .program('bs')
      .term('t1')
      .term('t2')
      .course('a', { offered: ['summer'] });
    expect(reasons(plan)).toEqual([
      { code: 'never-offered', courseId: 'a', offered: ['summer'], seasons: ['fall', 'spring'] },
    ]);
  });

  it.each([
    ['failed', { status: 'completed', grade: 'F' }],
    ['grade', { status: 'completed', grade: 'D' }],
    ['withdrawn', { status: 'withdrawn' }],
    ['no-term', { status: 'enrolled' }],
    ['locked', { locked: true }],
  ] as const)('a requisite out of reach: %s', (why, over) => {
    const plan = aPlan().program('bs').term('t1').term('t2').course('a', over).course('b');
    plan.requisites('b', [{ courseId: 'a', minGrade: 'C' }]);
    expect(reasons(plan)).toEqual([
      { code: 'requisite-out-of-reach', courseId: 'b', kind: 'pre', needed: 1, of: [{ courseId: 'a', why }] },
    ]);
  });

  it('is not a failed course that is taken again', () => {
    const plan = aPlan().program('bs').term('t1').term('t2');
    plan.course('a', { status: 'completed', grade: 'F' }).course('again', { repeatsId: 'a' }).course('b');
    expect(places(plan.requisites('b', ['a']))).toEqual(['again t1', 'b t2']);
  });

  it('a circle, unless it is of corequisites only', () => {
    const plan = aPlan().program('bs').term('t1').term('t2').course('a').course('b');
    plan.requisites('a', ['b']).requisites('b', ['a'], { kind: 'co' });
    expect(reasons(plan)).toEqual([{ code: 'requisite-cycle', courseIds: ['a', 'b'] }]);
  });

  it('a chain longer than the terms, or than those that teach it', () => {
    const plan = aPlan().program('bs').term('t1').term('t2').course('a').course('b').course('c');
    plan.requisites('b', ['a']).requisites('c', ['b']);
    expect(reasons(plan)).toEqual([
      { code: 'chain-too-long', courseIds: ['a', 'b', 'c'], terms: 2, offerings: false },
    ]);
    const fallOnly = aPlan()
      .program('bs')
      .term('t1')
      .term('t2')
      .course('a', { offered: ['fall'] })
      .course('b', { offered: ['fall'] });
    expect(reasons(fallOnly.requisites('b', ['a']))).toEqual([
      { code: 'chain-too-long', courseIds: ['a', 'b'], terms: 2, offerings: true },
    ]);
  });

  it('a course larger than every limit', () => {
    const plan = aPlan().program('bs').term('t1', { creditLimit: 3 }).course('a', { credits: 4 });
    expect(reasons(plan)).toEqual([{ code: 'course-too-large', courseId: 'a', credits: 4, room: 3 }]);
  });

  it('credits that do not fit, in all or into a few terms', () => {
    const plan = aPlan().program('bs').term('t1', { creditLimit: 5 }).term('t2', { creditLimit: 5 });
    for (const id of ['a', 'b', 'c', 'd']) plan.course(id);
    expect(reasons(plan)).toMatchObject([
      {
        code: 'credits-do-not-fit',
        courseIds: ['a', 'b', 'c', 'd'],
        termIds: ['t1', 't2'],
        credits: 12,
        room: 10,
      },
    ]);
    const spring = aPlan().program('bs').term('t1').term('t2', { creditLimit: 5 });
    for (const id of ['a', 'b']) spring.course(id, { offered: ['spring'] });
    expect(reasons(spring)).toMatchObject([
      { code: 'credits-do-not-fit', courseIds: ['a', 'b'], termIds: ['t2'], credits: 6, room: 5 },
    ]);
  });

  it('pieces that cannot be put together, with what to loosen', () => {
    // Four courses of 4 have 16 credits for 18 of room, but no term of 6 holds two of them.
    const plan = aPlan()
      .program('bs')
      .term('t1', { creditLimit: 6 })
      .term('t2', { creditLimit: 6 })
      .term('t3', { creditLimit: 6 });
    for (const id of ['a', 'b', 'c', 'd']) plan.course(id, { credits: 4 });
    expect(reasons(plan)).toEqual([{ code: 'no-arrangement', without: ['limits'] }]);
  });
});

describe('a run', () => {
  it('can be read at any time, and says when it is not over', () => {
    const plan = aPlan().program('bs').term('t1').term('t2').course('a').course('b');
    const run = startFilling(plan.build(), toDay(BEFORE));
    expect(run.filling()).toMatchObject({
      status: 'undecided',
      placements: [],
      reasons: [{ code: 'out-of-time' }],
    });
    while (!run.turn());
    expect(run.filling().status).toBe('optimal');
    expect(run.progress.found).toBe(true);
  });
});
