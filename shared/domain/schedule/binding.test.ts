import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { aTimeline } from '#tests/builders/random-timeline.ts';
import { toDay } from '../time/day.ts';
import { schedulePlan } from './schedule.ts';

const today = '2027-01-01';

describe('what decides the goal’s date (R15)', () => {
  it.each([
    ['today', aPlan().credential('goal'), ['goal today']],
    ['not before', aPlan().credential('goal', { notBefore: '2027-05-01' }), ['goal not-before']],
    ['a pin', aPlan().credential('goal', { pinStart: '2027-05-01' }), ['goal pinned']],
    ['a record', aPlan().credential('goal', { issued: '2026-05-01' }), ['goal actual']],
    [
      'a failed exam',
      aPlan()
        .step('exam', {
          sort: 'exam',
          retakeDays: 30,
          attempts: [{ id: 'a', day: today, result: 'failed', score: null }],
        })
        .credential('goal')
        .link('exam', 'goal'),
      ['goal link', 'exam not-before'],
    ],
    [
      'a term, through a course',
      aPlan()
        .program('p')
        .term('t', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
        .course('c', { termId: 't' })
        .credential('goal')
        .link('c', 'goal'),
      ['goal link', 'c term', 't term'],
    ],
  ])('can be %s', (_, plan, chain) => {
    expect(isoSchedule(plan.goal('goal'), today).chain()).toEqual(chain);
  });

  it('goes through a program to the child that ends it', () => {
    const plan = aPlan()
      .program('p')
      .term('t', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
      .course('c', { termId: 't' })
      .experience('thesis', { programId: 'p', notBefore: '2027-05-01', length: 20, lengthUnit: 'day' })
      .credential('goal')
      .link('p', 'goal')
      .goal('goal');
    expect(isoSchedule(plan, today).chain()).toEqual(['goal link', 'p link', 'thesis not-before']);
    expect(isoSchedule(plan, today).schedule.binding()[1]).toMatchObject({ fromId: 'thesis' });
    expect(isoSchedule(plan.goal('p'), today).chain()).toEqual(['p link', 'thesis not-before']);
  });

  it('goes through the first day of a program to the child that starts it', () => {
    const plan = aPlan()
      .program('p')
      .term('t', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
      .credential('goal')
      .link('p', 'goal', { kind: 'SS' })
      .goal('goal');
    expect(isoSchedule(plan, today).chain()).toEqual(['goal link', 'p term', 't term']);
  });

  it('takes the child that starts it, not the one that ends it, also from behind', () => {
    const plan = aPlan()
      .program('p')
      .term('t1', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
      .term('t2', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
      .step('visa', { length: 5 })
      .credential('goal')
      .link('p', 'visa', { kind: 'SS' })
      .link('visa', 'goal')
      .goal('goal');
    expect(isoSchedule(plan, today).chain()).toEqual(['goal link', 'visa link', 'p term', 't1 term']);
    const byEnd = plan.link('p', 'goal', { lag: 30 });
    expect(isoSchedule(byEnd, today).chain()).toEqual(['goal link', 'p term', 't2 term']);
  });

  it('goes through a link to a program to what comes before it', () => {
    const plan = aPlan()
      .program('p')
      .step('visa', { length: 30 })
      .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
      .link('visa', 'p')
      .goal('p');
    expect(isoSchedule(plan, today).chain()).toEqual(['p link', 'internship link', 'visa today']);
  });

  it('at a tie takes a link over not-before over today, and among links the smaller position', () => {
    const plan = aPlan()
      .step('a', { length: 10 })
      .step('b', { length: 10 })
      .step('c', { length: 9 })
      .credential('goal', { notBefore: '2027-01-11' })
      .link('a', 'goal', { position: 3 })
      .link('b', 'goal', { position: 2 })
      .link('c', 'goal', { position: 1 })
      .goal('goal');
    expect(isoSchedule(plan, today).schedule.binding()[0]).toMatchObject({
      reason: 'link',
      fromId: 'b',
      tied: ['a', 'not-before'],
    });
    const alone = aPlan().credential('goal', { notBefore: today }).goal('goal');
    expect(isoSchedule(alone, today).schedule.binding()[0]).toMatchObject({
      reason: 'not-before',
      tied: ['today'],
    });
  });

  it('compares links to the item with those to its program, and needs no sorted list', () => {
    const plan = aPlan()
      .program('p')
      .step('a', { length: 10 })
      .step('b', { length: 10 })
      .step('goal', { programId: 'p' })
      .link('a', 'goal')
      .link('b', 'p', { position: 0 })
      .goal('goal');
    const doc = plan.build();
    const reversed = { ...doc, links: doc.links.toReversed() };
    for (const each of [doc, reversed]) {
      expect(schedulePlan(each, toDay(today)).binding()[0]).toMatchObject({ fromId: 'b', tied: ['a'] });
    }
    const third = plan.step('c', { length: 10 }).link('c', 'goal', { position: 3 }).build();
    const [first, ...others] = third.links;
    const turned = { ...third, links: [...others, ...(first === undefined ? [] : [first])] };
    expect(schedulePlan(turned, toDay(today)).binding()[0]).toMatchObject({ fromId: 'b', tied: ['a', 'c'] });
  });

  it('says what each item costs, and what would decide without it', () => {
    const plan = aPlan()
      .step('wait', { length: 100 })
      .step('course', { length: 70 })
      .step('exam', { length: 5 })
      .credential('goal')
      .link('wait', 'exam')
      .link('course', 'exam')
      .link('exam', 'goal')
      .goal('goal');
    expect(isoSchedule(plan, today).schedule.binding()).toEqual([
      { itemId: 'goal', title: 'goal', reason: 'link', fromId: 'exam', gain: 0, next: null, tied: [] },
      { itemId: 'exam', title: 'exam', reason: 'link', fromId: 'wait', gain: 4, next: null, tied: [] },
      { itemId: 'wait', title: 'wait', reason: 'today', fromId: null, gain: 30, next: 'course', tied: [] },
    ]);
  });

  it('gains nothing from what is finished, and from what is begun only what is left of it', () => {
    const plan = (over: object) =>
      aPlan()
        .step('wait', { length: 100, ...over })
        .credential('goal')
        .link('wait', 'goal')
        .goal('goal');
    const gainOf = (over: object) => isoSchedule(plan(over), today).schedule.binding().at(-1)?.gain;
    expect(gainOf({ actualStart: '2026-12-22' })).toBe(89);
    expect(gainOf({ actualStart: '2026-12-01', actualEnd: '2027-02-01' })).toBe(0);
    expect(gainOf({ pinStart: '2027-02-01', pinEnd: '2027-02-20' })).toBe(19);
  });

  it('gains nothing from a finished program, whose first day its terms say', () => {
    const plan = aPlan()
      .program('p', { actualEnd: '2026-12-11' })
      .term('t1')
      .credential('goal')
      .link('p', 'goal', { lag: 60 })
      .goal('goal');
    expect(isoSchedule(plan, today).schedule.binding()[1]).toMatchObject({
      itemId: 'p',
      reason: 'actual',
      gain: 0,
    });
  });

  it('leaves every date as it was, and gains what a plan with the item at one day gains', () => {
    fc.assert(
      fc.property(aTimeline(), ({ doc, today: now }) => {
        const schedule = schedulePlan(doc, now);
        const binding = schedule.binding();
        expect(schedule.all()).toEqual(schedulePlan(doc, now).all());
        for (const entry of binding) {
          const { mode } = schedule.dates(entry.itemId);
          if (mode !== 'auto') continue;
          const oneDay = { length: 1, lengthUnit: 'day' as const };
          const items = doc.items.map((item) => (item.id === entry.itemId ? { ...item, ...oneDay } : item));
          const shorter = schedulePlan({ ...doc, items }, now);
          expect(entry.gain).toBe((schedule.goal?.date ?? 0) - (shorter.goal?.date ?? 0));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('each entry starts on the day its reason asks for', () => {
    fc.assert(
      fc.property(aTimeline(), ({ doc, today: now }) => {
        const schedule = schedulePlan(doc, now);
        const binding = schedule.binding();
        expect(schedule.chain()).toEqual(binding.map(({ gain: _gain, next: _next, ...step }) => step));
        if (schedule.goal?.date !== null) expect(binding[0]?.itemId).toBe(doc.plan.goalId);
        for (const [place, entry] of binding.entries()) {
          const next = binding[place + 1];
          if (entry.reason === 'today') expect(schedule.dates(entry.itemId).start).toBe(now);
          if (entry.fromId !== null) expect(next?.itemId).toBe(entry.fromId);
        }
      }),
      { numRuns: 200 },
    );
  });
});
