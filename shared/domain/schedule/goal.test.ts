import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { CourseStatus } from '../plan/items.ts';
import { schedulePlan } from './schedule.ts';
import { toDay, toIso } from '../time/day.ts';

const today = '2026-06-01';

describe('the goal’s date (R13)', () => {
  it('is the day of a credential or milestone, the last day of a program or experience', () => {
    const plan = () =>
      aPlan()
        .program('program')
        .term('term')
        .course('course', { termId: 'term' })
        .experience('job', { length: 10, lengthUnit: 'day' })
        .credential('license', { notBefore: '2027-01-01' })
        .milestone('party', { notBefore: '2027-02-01' });
    expect(isoSchedule(plan().goal('license'), today).goal()).toBe('2027-01-01');
    expect(isoSchedule(plan().goal('party'), today).goal()).toBe('2027-02-01');
    expect(isoSchedule(plan().goal('program'), today).goal()).toBe('2026-12-11');
    expect(isoSchedule(plan().goal('job'), today).goal()).toBe('2026-06-10');
  });

  it('is nothing without a goal, and has no date when the goal has none', () => {
    expect(isoSchedule(aPlan(), today).schedule.goal).toBeNull();
    expect(isoSchedule(aPlan().goal('ghost'), today).schedule.goal).toBeNull();
    const { schedule } = isoSchedule(aPlan().experience('open').goal('open'), today);
    expect(schedule.goal).toMatchObject({ date: null, best: null, complete: false, undatedItems: ['open'] });
    expect(schedule.binding()).toEqual([]);
  });

  it('takes waits at their best for the date at best, and leaves the schedule as it was', () => {
    const plan = aPlan()
      .step('wait', { length: 12, lengthUnit: 'week', bestLength: 2 })
      .step('begun', { actualStart: '2026-06-01', length: 90, bestLength: 10 })
      .credential('license')
      .link('wait', 'license')
      .link('begun', 'license')
      .goal('license');
    const schedule = schedulePlan(plan.build(), toDay(today));
    expect([schedule.goal?.date, schedule.goal?.best].map((day) => toIso(day ?? 0))).toEqual([
      '2026-08-30',
      '2026-06-15',
    ]);
    expect(toIso(schedule.dates('wait').end ?? 0)).toBe('2026-08-23');
    const best = schedulePlan(plan.build(), toDay(today), { best: true });
    expect(toIso(best.dates('wait').end ?? 0)).toBe('2026-06-14');
    expect(best.goal?.date).toBe(best.goal?.best);
  });
});

describe('the date at best (R2)', () => {
  it('may be known where the planned one is not, and leaves the item without dates', () => {
    const plan = aPlan().step('wait', { length: null, lengthUnit: 'day', bestLength: 5 }).goal('wait');
    const { schedule, dates } = isoSchedule(plan, today);
    expect([schedule.goal?.date, toIso(schedule.goal?.best ?? 0)]).toEqual([null, '2026-06-05']);
    expect(dates('wait')).toBe('no-length wait');
  });

  it('takes a best length in hours at the pace of the experience', () => {
    const plan = aPlan()
      .experience('ait', { length: 100, lengthUnit: 'hour', bestLength: 40, hoursPerWeek: 40 })
      .goal('ait');
    const goal = isoSchedule(plan, today).schedule.goal;
    expect([goal?.date, goal?.best].map((day) => toIso(day ?? 0))).toEqual(['2026-06-18', '2026-06-07']);
  });
});

describe('complete (R13)', () => {
  const plan = () =>
    aPlan()
      .program('p')
      .term('t')
      .course('placed', { termId: 't' })
      .credential('license')
      .link('p', 'license')
      .goal('license');

  it('holds when everything before the goal has dates and breaks no link', () => {
    expect(isoSchedule(plan(), today).schedule.goal).toMatchObject({ complete: true, programIds: ['p'] });
  });

  it('does not hold with an unplaced course in a program before the goal', () => {
    const { schedule } = isoSchedule(
      plan().course('unplaced').course('other', { status: 'enrolled' }),
      today,
    );
    expect(schedule.goal).toMatchObject({ complete: false, undatedItems: ['unplaced', 'other'] });
  });

  it.each<CourseStatus>(['completed', 'withdrawn', 'transferred', 'exempt'])(
    'holds with a %s course that needs no term',
    (status) => {
      expect(isoSchedule(plan().course('c', { status }), today).schedule.goal?.complete).toBe(true);
    },
  );

  it('does not hold when an item before the goal breaks a link', () => {
    const broken = plan().step('exam', { pinStart: '2026-07-01' }).link('p', 'exam').link('exam', 'license');
    expect(isoSchedule(broken, today).schedule.goal).toMatchObject({
      complete: false,
      brokenItems: ['exam'],
    });
  });

  it('does not hold when a pinned item hides an undated one before it', () => {
    const hidden = plan()
      .experience('open')
      .step('exam', { pinStart: '2027-07-01' })
      .link('open', 'exam')
      .link('exam', 'license');
    expect(isoSchedule(hidden, today).schedule.goal).toMatchObject({
      complete: false,
      undatedItems: ['open'],
    });
  });

  it('does not look at what is behind or beside the goal, or at routes not taken', () => {
    const beside = plan()
      .course('elsewhere', { programId: null })
      .experience('after')
      .link('license', 'after')
      .experience('other-route')
      .step('route')
      .group('any', 'license', 1, ['route', 'other-route'])
      .step('early', { pinStart: '2026-01-01' })
      .link('license', 'early');
    expect(isoSchedule(beside, today).schedule.goal?.complete).toBe(true);
  });
});
