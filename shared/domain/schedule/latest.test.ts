import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { aTimeline } from '#tests/builders/random-timeline.ts';
import { toIso } from '../time/day.ts';
import { schedulePlan } from './schedule.ts';

const today = '2027-01-01';

/** A long and a short way to a license; something behind it. */
const ways = () =>
  aPlan()
    .step('long', { length: 30 })
    .step('short', { length: 10 })
    .credential('license')
    .step('renewal')
    .link('long', 'license')
    .link('short', 'license', { lag: 3 })
    .link('license', 'renewal')
    .goal('license');

describe('latest dates (R14)', () => {
  it('count back from the goal’s own date', () => {
    const { latest, slack } = isoSchedule(ways(), today);
    expect(latest('license')).toBe('2027-01-31 to 2027-01-31');
    expect(latest('long')).toBe('2027-01-01 to 2027-01-30');
    expect(latest('short')).toBe('2027-01-18 to 2027-01-27');
    expect([slack('long'), slack('short')]).toEqual([0, 17]);
  });

  it('are none, and the slack null, without a path to the goal', () => {
    const { latest, slack } = isoSchedule(ways(), today);
    expect([latest('renewal'), slack('renewal')]).toEqual(['none', null]);
    expect(isoSchedule(ways().goal(null), today).slack('long')).toBeNull();
  });

  it('count back from a target, with negative slack for what no longer fits', () => {
    const { latest, slack } = isoSchedule(ways(), today, '2027-01-26');
    expect(latest('license')).toBe('2027-01-26 to 2027-01-26');
    expect([slack('license'), slack('long'), slack('short')]).toEqual([-5, -5, 12]);
    expect(isoSchedule(ways(), today, '2027-02-10').slack('long')).toBe(10);
  });

  it('follow start-to-start and finish-to-finish links', () => {
    const plan = aPlan()
      .step('a', { length: 10 })
      .step('b', { length: 4 })
      .step('c', { length: 20 })
      .credential('license')
      .link('a', 'c', { kind: 'SS', lag: 5 })
      .link('b', 'c', { kind: 'FF', lag: 2 })
      .link('c', 'license')
      .goal('license');
    const { latest } = isoSchedule(plan, today);
    expect(latest('c')).toBe('2027-01-06 to 2027-01-25');
    expect(latest('a')).toBe('2027-01-01 to 2027-01-10');
    expect(latest('b')).toBe('2027-01-20 to 2027-01-23');
  });

  it('hold the dates of terms, courses, pinned and actual items, and count back from them', () => {
    const plan = aPlan()
      .step('before', { length: 5 })
      .step('pinned', { pinStart: '2027-01-20', length: 2 })
      .step('begun', { actualStart: '2026-12-20', length: 15 })
      .credential('license')
      .link('before', 'pinned')
      .link('pinned', 'license')
      .link('begun', 'license')
      .goal('license');
    const { latest, slack } = isoSchedule(plan, today, '2027-01-10');
    expect(latest('pinned')).toBe('2027-01-20 to 2027-01-21');
    expect(slack('begun')).toBe(0);
    expect(latest('before')).toBe('2027-01-15 to 2027-01-19');
    expect(slack('license')).toBe(-12);
  });

  it('take the last start of several months that still ends in time', () => {
    const plan = aPlan()
      .step('month', { length: 1, lengthUnit: 'month' })
      .step('exam', { pinStart: '2028-03-01' })
      .credential('license')
      .link('month', 'exam', { lag: 1 })
      .link('exam', 'license')
      .goal('license');
    // One month from January 29, 30 and 31 ends on February 28.
    expect(isoSchedule(plan, today).latest('month')).toBe('2028-01-31 to 2028-02-28');
  });

  it('go through a program to its experiences and the terms and courses that stretch it', () => {
    const plan = aPlan()
      .program('p')
      .term('t1', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
      .term('unused', { firstDay: '2027-05-17', lastDay: '2027-08-01' })
      .course('c', { termId: 't1' })
      .course('dropped', { termId: 't1', status: 'withdrawn' })
      .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
      .step('application', { length: 3 })
      .step('beside', { programId: 'p' })
      .credential('license')
      .link('application', 'p')
      .link('p', 'license')
      .goal('license');
    const { latest, slack } = isoSchedule(plan, today);
    expect(latest('p')).toBe('2027-01-04 to 2027-05-07');
    expect(latest('internship')).toBe('2027-04-28 to 2027-05-07');
    expect([slack('t1'), slack('c')]).toEqual([0, 0]);
    expect([slack('unused'), slack('dropped'), slack('beside')]).toEqual([null, null, null]);
    // The term begins on January 11: the application must be done the day before.
    expect(latest('application')).toBe('2027-01-08 to 2027-01-10');
  });

  it('bind through the first day of a program only the child that starts it', () => {
    const plan = () =>
      aPlan()
        .program('p')
        .term('term', { firstDay: '2027-03-01', lastDay: '2027-05-07' })
        .experience('first', { programId: 'p', length: 10, lengthUnit: 'day' })
        .experience('later', { programId: 'p', notBefore: '2027-02-01', length: 10, lengthUnit: 'day' })
        .step('visa', { length: 30 })
        .credential('license')
        .link('p', 'visa', { kind: 'SS', lag: 4 })
        .link('visa', 'license')
        .goal('license');
    const byStart = isoSchedule(plan(), today);
    expect(['first', 'later', 'term'].map(byStart.slack)).toEqual([0, null, null]);
    expect(byStart.latest('p')).toBe('2027-01-01 to 2027-05-07');
    const byBoth = isoSchedule(plan().link('p', 'license', { lag: 20 }), today);
    expect(['first', 'later', 'term'].map(byBoth.slack)).toEqual([113, 86, 0]);
  });

  it('count requisites as links: prerequisites end before, corequisites start no later', () => {
    const plan = aPlan()
      .program('p')
      .term('t1', { firstDay: '2027-03-01', lastDay: '2027-05-07' })
      .course('placed', { termId: 't1' })
      .course('pre', { notBefore: '2027-01-04', length: 10, lengthUnit: 'day' })
      .course('co', { notBefore: '2027-01-04', length: 10, lengthUnit: 'day' })
      .course('spare', { notBefore: '2027-01-05', length: 10, lengthUnit: 'day' })
      .requisites('placed', ['spare', 'pre'], { need: 1 })
      .requisites('placed', ['co'], { kind: 'co' })
      .credential('license')
      .link('p', 'license')
      .goal('license');
    const { latest, slack } = isoSchedule(plan, today);
    expect(latest('pre')).toBe('2027-02-19 to 2027-02-28');
    expect(latest('co')).toBe('2027-03-01 to 2027-03-10');
    expect(slack('spare')).toBeNull();
  });

  it('never move a course, also one whose links are "any k of n" (R12)', () => {
    const plan = aPlan()
      .course('a', { notBefore: '2027-06-01', length: 10, lengthUnit: 'day' })
      .course('b', { notBefore: '2027-07-01', length: 10, lengthUnit: 'day' })
      .step('fee', { pinStart: '2027-02-01' })
      .course('c', { length: 10, lengthUnit: 'day' })
      .requisites('c', ['a', 'b'], { need: 1 })
      .group('any', 'c', 1, ['fee']);
    expect(isoSchedule(plan, today).dates('c')).toBe('2027-02-02 to 2027-02-11');
  });

  it('of "any k of n" requisites at a tie count the one with the smaller position', () => {
    const dated = { notBefore: '2027-01-04', length: 10, lengthUnit: 'day' } as const;
    const plan = aPlan()
      .course('a', dated)
      .course('b', dated)
      .course('c', { ...dated, notBefore: '2027-02-04' })
      .requisites('c', ['b', 'a'], { need: 1 })
      .goal('c');
    const { slack } = isoSchedule(plan, today);
    expect([slack('a'), slack('b')]).toEqual([21, null]);
  });

  it.each(['a', 'b'])('let requisites on a loop bind nothing, though %s leads to the goal', (leads) => {
    const dated = { notBefore: '2027-01-04', length: 10, lengthUnit: 'day' } as const;
    const plan = aPlan()
      .course('a', dated)
      .course('b', dated)
      .requisites('a', ['b'])
      .requisites('b', ['a'])
      .credential('license')
      .link(leads, 'license')
      .goal('license');
    const { slack, dates } = isoSchedule(plan, today);
    expect([dates('a'), dates('b')]).toEqual(['2027-01-04 to 2027-01-13', '2027-01-04 to 2027-01-13']);
    expect([slack('a'), slack('b')]).toEqual(leads === 'a' ? [0, null] : [null, 0]);
  });

  it('delay the goal by no day when one automatic item starts as late as it may', () => {
    fc.assert(
      fc.property(aTimeline(), fc.nat(), ({ doc, today: now }, choice) => {
        const schedule = schedulePlan(doc, now);
        const movable = schedule.all().filter((item) => item.mode === 'auto' && item.slack !== null);
        const item = movable[choice % Math.max(1, movable.length)];
        if (!item || item.latestStart === null || (item.slack ?? -1) < 0) return;
        const notBefore = toIso(item.latestStart);
        const items = doc.items.map((each) => (each.id === item.id ? { ...each, notBefore } : each));
        expect(schedulePlan({ ...doc, items }, now).goal?.date).toBe(schedule.goal?.date);
      }),
      { numRuns: 300 },
    );
  });
});
