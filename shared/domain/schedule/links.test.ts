import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { toDay } from '../time/day.ts';

const today = '2027-01-01';

/** Ten days from May 1, and a step of five days behind it. */
const pair = () =>
  aPlan().step('first', { pinStart: '2027-05-01', length: 10 }).step('second', { length: 5 });

describe('links (R5)', () => {
  it.each([
    ['FS', 0, '2027-05-11 to 2027-05-15'],
    ['FS', 7, '2027-05-18 to 2027-05-22'],
    ['FS', -3, '2027-05-08 to 2027-05-12'],
    ['SS', 0, '2027-05-01 to 2027-05-05'],
    ['SS', 2, '2027-05-03 to 2027-05-07'],
    ['FF', 0, '2027-05-06 to 2027-05-10'],
    ['FF', 2, '2027-05-08 to 2027-05-12'],
  ] as const)('%s with a lag of %i gives %s', (kind, lag, expected) => {
    expect(isoSchedule(pair().link('first', 'second', { kind, lag }), today).dates('second')).toBe(expected);
  });

  it('takes a milestone or credential as the day itself', () => {
    const plan = aPlan()
      .milestone('decision', { notBefore: '2027-04-15' })
      .credential('license')
      .step('next')
      .link('decision', 'license')
      .link('license', 'next');
    const { dates } = isoSchedule(plan, today);
    expect(dates('license')).toBe('2027-04-16 to 2027-04-16');
    expect(dates('next')).toBe('2027-04-17 to 2027-04-17');
  });

  it('moves all of an item by a finish-to-finish link, never stretching it, also over months (R4)', () => {
    const plan = pair()
      .step('month', { length: 1, lengthUnit: 'month' })
      .link('first', 'month', { kind: 'FF' });
    // One month from April 11 is the first that does not end before May 10.
    expect(isoSchedule(plan, today).dates('month')).toBe('2027-04-11 to 2027-05-10');
  });

  it('starts on the latest of not-before, links and today (R4)', () => {
    const plan = (notBefore: string) =>
      pair().step('third', { notBefore }).link('first', 'third', { lag: 3 });
    expect(isoSchedule(plan('2027-05-13'), today).dates('third')).toBe('2027-05-14 to 2027-05-14');
    expect(isoSchedule(plan('2027-05-15'), today).dates('third')).toBe('2027-05-15 to 2027-05-15');
    expect(isoSchedule(plan('2027-05-15'), '2027-07-01').dates('third')).toBe('2027-07-01 to 2027-07-01');
  });

  it('lets links push a milestone from its own date', () => {
    const plan = pair().milestone('deadline', { notBefore: '2027-04-01' }).link('first', 'deadline');
    expect(isoSchedule(plan, today).dates('deadline')).toBe('2027-05-11 to 2027-05-11');
  });

  it('ignores links to items that are not there', () => {
    const plan = pair().link('ghost', 'second').link('second', 'ghost');
    expect(isoSchedule(plan, today).dates('second')).toBe('2027-01-01 to 2027-01-05');
  });
});

describe('items that hold their dates (R3)', () => {
  it('are not moved; the link they break is named with the days', () => {
    const plan = pair()
      .step('pinned', { pinStart: '2027-05-05', length: 2 })
      .step('recorded', { actualStart: '2027-05-10', actualEnd: '2027-05-10' })
      .link('first', 'pinned', { lag: 1 })
      .link('first', 'recorded', { kind: 'FF', lag: 1 })
      .link('first', 'second');
    const { schedule, dates } = isoSchedule(plan, today);
    expect(dates('pinned')).toBe('2027-05-05 to 2027-05-06');
    expect(schedule.broken).toEqual([
      { linkId: 'link-1', fromId: 'first', itemId: 'pinned', mode: 'pinned', days: 7 },
      { linkId: 'link-2', fromId: 'first', itemId: 'recorded', mode: 'actual', days: 1 },
    ]);
  });

  it('break nothing when they start on the first day allowed', () => {
    const plan = pair().step('pinned', { pinStart: '2027-05-11' }).link('first', 'pinned');
    expect(isoSchedule(plan, today).schedule.broken).toEqual([]);
  });

  it('are too early by their end for a finish-to-finish link', () => {
    const plan = pair()
      .step('pinned', { pinStart: '2027-05-05', length: 4 })
      .link('first', 'pinned', { kind: 'FF' });
    expect(isoSchedule(plan, today).schedule.broken).toMatchObject([{ itemId: 'pinned', days: 2 }]);
  });

  it('are courses in a term as well', () => {
    const plan = pair()
      .program('p')
      .term('t', { firstDay: '2027-05-03', lastDay: '2027-07-30' })
      .course('c', { termId: 't' })
      .link('first', 'c');
    expect(isoSchedule(plan, today).schedule.broken).toEqual([
      { linkId: 'link-1', fromId: 'first', itemId: 'c', mode: 'course', days: 8 },
    ]);
  });
});

describe('windows (R6)', () => {
  const windowed = (notBefore: string, lag = 0) =>
    isoSchedule(
      aPlan()
        .step('first', { pinStart: '2027-05-01', length: 10 })
        .step('exam', { notBefore })
        .link('first', 'exam', { window: 60, lag }),
      today,
    );

  it('only check: they move nothing and count from the end, lag included', () => {
    expect(windowed('2027-07-09').schedule.windows).toEqual([]);
    expect(windowed('2027-07-09', 20).schedule.windows).toEqual([]);
    const late = windowed('2027-07-12', 20);
    expect(late.dates('exam')).toBe('2027-07-12 to 2027-07-12');
    expect(late.schedule.windows).toEqual([
      { linkId: 'link-1', fromId: 'first', itemId: 'exam', lastDay: toDay('2027-07-09'), days: 3 },
    ]);
  });
});

describe('windows that say nothing (R6)', () => {
  const late = () => aPlan().step('a', { pinStart: '2027-05-01' }).step('b', { pinStart: '2027-05-02' });

  it('are those of other links than finish-to-start', () => {
    const plan = late()
      .step('exam', { pinStart: '2027-09-01' })
      .link('a', 'exam', { kind: 'SS', window: 60 });
    expect(isoSchedule(plan, today).schedule.windows).toEqual([]);
  });

  it('are those of members of "any k of n" that were not chosen', () => {
    const plan = late()
      .step('exam', { pinStart: '2027-09-01' })
      .group('any', 'exam', 1)
      .link('a', 'exam', { groupId: 'any', window: 300 })
      .link('b', 'exam', { groupId: 'any', window: 60 });
    expect(isoSchedule(plan, today).schedule.windows).toEqual([]);
  });
});

describe('any k of n (R7)', () => {
  const routes = (need: number, lastLength: number | null = 30) =>
    aPlan()
      .step('slow', { length: 20 })
      .step('quick', { length: 10 })
      .step('slowest', { length: lastLength })
      .step('goal')
      .group('routes', 'goal', need, ['slow', 'quick', 'slowest'])
      .goal('goal');

  it.each([
    [1, '2027-01-11 to 2027-01-11'],
    [2, '2027-01-21 to 2027-01-21'],
    [3, '2027-01-31 to 2027-01-31'],
  ])('waits for the %i. of three members', (need, expected) => {
    expect(isoSchedule(routes(need), today).dates('goal')).toBe(expected);
  });

  it('has no date with fewer than k dated members, though others may be undated', () => {
    expect(isoSchedule(routes(2, null), today).dates('goal')).toBe('2027-01-21 to 2027-01-21');
    expect(isoSchedule(routes(3, null), today).dates('goal')).toBe('group-short goal');
  });

  it('binds only the chosen members in latest dates; the others have no path to the goal (R14)', () => {
    const { slack } = isoSchedule(routes(2), today);
    expect([slack('slow'), slack('quick'), slack('slowest')]).toEqual([0, 10, null]);
  });

  it('decides a tie by position', () => {
    const plan = aPlan()
      .step('a', { length: 5 })
      .step('b', { length: 5 })
      .step('goal')
      .group('routes', 'goal', 1)
      .link('a', 'goal', { groupId: 'routes', position: 2 })
      .link('b', 'goal', { groupId: 'routes', position: 1 })
      .goal('goal');
    expect(isoSchedule(plan, today).chain()).toEqual(['goal link', 'b today']);
    expect(isoSchedule(plan, today).slack('a')).toBeNull();
  });

  it('compares bounds of different kinds as the starts they ask for', () => {
    const plan = aPlan()
      .step('from', { pinStart: '2027-05-01', length: 10 })
      .step('to', { length: 8, notBefore: '2027-01-01' })
      .group('any', 'to', 1)
      .link('from', 'to', { groupId: 'any' })
      .link('from', 'to', { groupId: 'any', kind: 'FF', lag: 4 });
    // Finish-to-finish asks for May 14 as the last day, so for May 7; finish-to-start for May 11.
    expect(isoSchedule(plan, today).dates('to')).toBe('2027-05-07 to 2027-05-14');
  });

  it('is checked for an item that holds its dates', () => {
    const plan = aPlan()
      .step('soon', { pinStart: '2027-02-01' })
      .step('later', { pinStart: '2027-06-01' })
      .step('exam', { pinStart: '2027-03-01' })
      .group('any', 'exam', 1, ['soon', 'later'])
      .group('both', 'exam', 2)
      .link('soon', 'exam', { groupId: 'both' })
      .link('later', 'exam', { groupId: 'both' });
    expect(isoSchedule(plan, today).schedule.broken.map(({ linkId, days }) => [linkId, days])).toEqual([
      ['link-4', 93],
    ]);
  });
});

describe('items without dates (R8)', () => {
  it('pass the first cause on to everything automatic behind them', () => {
    const plan = aPlan()
      .experience('open', { hoursRequired: 1000 })
      .step('wait', { length: 30 })
      .step('exam')
      .step('pinned', { pinStart: '2027-09-01' })
      .link('open', 'wait')
      .link('wait', 'exam')
      .link('wait', 'pinned');
    const { dates } = isoSchedule(plan, today);
    expect(dates('wait')).toBe('no-length open');
    expect(dates('exam')).toBe('no-length open');
    expect(dates('pinned')).toBe('2027-09-01 to 2027-09-01');
  });

  it('of several causes name the one of the first link', () => {
    const plan = aPlan()
      .milestone('nowhere')
      .experience('open')
      .step('exam')
      .link('nowhere', 'exam', { position: 2 })
      .link('open', 'exam', { position: 1 });
    expect(isoSchedule(plan, today).dates('exam')).toBe('no-length open');
  });
});
