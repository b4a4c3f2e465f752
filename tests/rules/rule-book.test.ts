import { describe, expect, test } from 'vitest';
import type { ItemBase } from '#shared/domain/plan/items.ts';
import { isoSchedule } from '../builders/iso-schedule.ts';
import { aPlan, type PlanBuilder } from '../builders/plan-builder.ts';

/*
 * The rule book of dates, clause by clause: the clause, the smallest plan in which it matters, and the dates it gives.
 * The edges are in shared/domain/schedule; tests/core/schedule.property.test.ts holds all of it against the oracle.
 * R1 (days as text) is in shared/domain/time/day.test.ts, R11 and R12 for requisites in findings/courses.test.ts, and
 * R17 in schedule/drag.test.ts.
 */

const TODAY = '2028-01-31';

type Row = [clause: string, plan: PlanBuilder, dates: Record<string, string>];

function holds(rows: Row[]): void {
  test.each(rows)('%s', (_, plan, expected) => {
    const { dates } = isoSchedule(plan, TODAY);
    expect(Object.fromEntries(Object.keys(expected).map((id) => [id, dates(id)]))).toEqual(expected);
  });
}

const on = (day: string) => `${day} to ${day}`;
const long = (length: number, lengthUnit: ItemBase['lengthUnit'] = 'day') => ({ length, lengthUnit });
const pinned = (pinStart: string, length = 1) => ({ pinStart, ...long(length) });
const attempt = (day: string, result: 'passed' | 'failed') => ({
  id: day + result,
  day,
  result,
  score: null,
});
const logged = (day: string, hours: number) => ({ id: day, day, hours, note: null });
/** An item of ten days from May 1, and one behind it. */
const pair = () => aPlan().step('first', pinned('2028-05-01', 10)).step('next', long(5));

describe('R2: how long it takes', () => {
  holds([
    ['both days belong to it', aPlan().step('a', pinned('2028-05-01', 3)), { a: '2028-05-01 to 2028-05-03' }],
    [
      'n weeks are 7n days',
      aPlan().step('a', { ...pinned('2028-05-01'), ...long(2, 'week') }),
      { a: '2028-05-01 to 2028-05-14' },
    ],
    [
      'n months end the day before the same day',
      aPlan().step('a', { ...pinned('2028-05-10'), ...long(2, 'month') }),
      { a: '2028-05-10 to 2028-07-09' },
    ],
    [
      'a missing day is the month’s last',
      aPlan().step('a', { ...pinned('2028-01-31'), ...long(1, 'month') }),
      { a: '2028-01-31 to 2028-02-28' },
    ],
    [
      'hours are multiplied first and rounded up',
      aPlan().experience('a', { pinStart: '2028-05-01', hoursRequired: 100, hoursPerWeek: 15 }),
      { a: '2028-05-01 to 2028-06-16' },
    ],
    [
      'without a known length there are no dates',
      aPlan().experience('a', { pinStart: '2028-05-01' }),
      { a: 'no-length a' },
    ],
  ]);
});

describe('R3: where dates come from', () => {
  holds([
    [
      'a record wins over a pin',
      aPlan().step('a', { ...pinned('2028-05-01'), actualEnd: '2028-01-03' }),
      { a: on('2028-01-03') },
    ],
    [
      'a pin wins over not-before and links',
      pair()
        .change((item) =>
          item.id === 'next' ? { ...item, pinStart: '2028-04-01', notBefore: '2028-06-01' } : item,
        )
        .link('first', 'next'),
      { next: '2028-04-01 to 2028-04-05' },
    ],
    [
      'a term has the dates it was given',
      aPlan().program('p').term('t', { firstDay: '2028-08-21', lastDay: '2028-12-15' }),
      { t: '2028-08-21 to 2028-12-15' },
    ],
    [
      'a course in a term has that term’s',
      aPlan()
        .program('p')
        .term('t', { firstDay: '2028-08-21', lastDay: '2028-12-15' })
        .course('c', { termId: 't' }),
      { c: '2028-08-21 to 2028-12-15' },
    ],
    ['a course in no term has none', aPlan().program('p').course('c'), { c: 'no-term c' }],
  ]);
});

describe('R4: when an automatic item starts', () => {
  holds([
    ['on its not-before date', aPlan().step('a', { notBefore: '2028-03-01' }), { a: on('2028-03-01') }],
    ['on the first day its links allow', pair().link('first', 'next'), { next: '2028-05-11 to 2028-05-15' }],
    [
      'on the latest of several',
      pair().step('other', pinned('2028-06-01')).link('first', 'next').link('other', 'next'),
      { next: '2028-06-02 to 2028-06-06' },
    ],
    [
      'not before today, what has not begun',
      aPlan()
        .step('s', { notBefore: '2028-01-01' })
        .experience('e', { notBefore: '2028-01-01', ...long(1) })
        .credential('c', { notBefore: '2028-01-01' }),
      { s: on(TODAY), e: on(TODAY), c: on(TODAY) },
    ],
    [
      'a milestone is never moved by today',
      aPlan().milestone('m', { notBefore: '2028-01-01' }),
      { m: on('2028-01-01') },
    ],
    ['with none of these it has no dates', aPlan().milestone('m'), { m: 'no-anchor m' }],
    [
      'finish-to-finish moves all of it',
      pair().link('first', 'next', { kind: 'FF' }),
      { next: '2028-05-06 to 2028-05-10' },
    ],
  ]);
});

describe('R5: what links ask', () => {
  holds([
    [
      'finish-to-start: the day after, and the lag',
      pair().link('first', 'next', { lag: 3 }),
      { next: '2028-05-14 to 2028-05-18' },
    ],
    [
      'start-to-start: the start, and the lag',
      pair().link('first', 'next', { kind: 'SS', lag: 3 }),
      { next: '2028-05-04 to 2028-05-08' },
    ],
    [
      'finish-to-finish: the end, and the lag',
      pair().link('first', 'next', { kind: 'FF', lag: 3 }),
      { next: '2028-05-09 to 2028-05-13' },
    ],
    [
      'a lag may be negative',
      pair().link('first', 'next', { lag: -3 }),
      { next: '2028-05-08 to 2028-05-12' },
    ],
    [
      'a milestone and a credential are the day itself',
      aPlan().milestone('m', { notBefore: '2028-05-01' }).credential('c').link('m', 'c'),
      { c: on('2028-05-02') },
    ],
  ]);
});

describe('R6: windows', () => {
  const exam = (notBefore: string, lag = 0) =>
    isoSchedule(pair().step('exam', { notBefore }).link('first', 'exam', { window: 60, lag }), TODAY);

  test('ask for a start within W days of the end, lag included', () => {
    expect(exam('2028-07-09', 30).schedule.windows).toEqual([]);
    expect(exam('2028-07-10', 30).schedule.windows).toMatchObject([{ itemId: 'exam', days: 1 }]);
  });

  test('move nothing', () => expect(exam('2028-09-01').dates('exam')).toBe(on('2028-09-01')));

  test('do not enter latest dates', () => {
    const plan = pair()
      .step('exam', pinned('2028-09-01'))
      .link('first', 'exam', { window: 60 })
      .step('before');
    const { slack } = isoSchedule(plan.link('before', 'exam', { window: 1 }).goal('exam'), TODAY);
    expect(slack('before')).toBeGreaterThan(200);
  });
});

describe('R7: any k of n', () => {
  const routes = (need: number) =>
    aPlan()
      .step('a', pinned('2028-05-03'))
      .step('b', pinned('2028-05-01'))
      .step('c', pinned('2028-05-02'))
      .step('next')
      .group('g', 'next', need, ['a', 'b', 'c']);

  holds([
    ['the smallest bound counts for one', routes(1), { next: on('2028-05-02') }],
    ['the second smallest for two', routes(2), { next: on('2028-05-03') }],
    ['the third smallest for three', routes(3), { next: on('2028-05-04') }],
    [
      'with too few there are none',
      aPlan().experience('open').step('b').step('next').group('g', 'next', 2, ['open', 'b']),
      { next: 'group-short next' },
    ],
  ]);
});

describe('R8: behind an item without dates', () => {
  holds([
    [
      'there are none, and the first cause is named',
      aPlan().experience('open').step('a').step('b').link('open', 'a').link('a', 'b'),
      { a: 'no-length open', b: 'no-length open' },
    ],
    [
      'what holds its dates keeps them',
      aPlan().experience('open').step('a', pinned('2028-05-01')).link('open', 'a'),
      { a: on('2028-05-01') },
    ],
  ]);
});

describe('R9: begun and finished', () => {
  const ait = (over: object) => aPlan().experience('e', { hoursRequired: 100, hoursPerWeek: 20, ...over });

  holds([
    [
      'begun: the length from the recorded start',
      aPlan().step('a', { actualStart: '2028-01-20', ...long(30) }),
      { a: '2028-01-20 to 2028-02-18' },
    ],
    [
      'but not before today',
      aPlan().step('a', { actualStart: '2028-01-01', ...long(3) }),
      { a: `2028-01-01 to ${TODAY}` },
    ],
    [
      'logged hours: what is left after the last logged day',
      ait({ log: [logged('2028-01-30', 60)] }),
      { e: '2028-01-30 to 2028-02-13' },
    ],
    [
      'but not before today either',
      ait({ log: [logged('2028-01-03', 90)] }),
      { e: `2028-01-03 to ${TODAY}` },
    ],
    [
      'with none left, on the last logged day',
      ait({ log: [logged('2028-01-03', 60), logged('2028-01-20', 40)] }),
      { e: '2028-01-03 to 2028-01-20' },
    ],
    [
      'finished without a start: the finish less the length',
      aPlan().step('a', { actualEnd: '2028-01-20', ...long(10) }),
      { a: '2028-01-11 to 2028-01-20' },
    ],
    [
      'without a length either: the finish',
      aPlan().experience('e', { actualEnd: '2028-01-20' }),
      { e: on('2028-01-20') },
    ],
    [
      'an exam is finished when an attempt is passed',
      aPlan().step('x', {
        sort: 'exam',
        attempts: [attempt('2028-01-05', 'failed'), attempt('2028-01-20', 'passed')],
      }),
      { x: on('2028-01-20') },
    ],
    [
      'after a failed one it waits',
      aPlan().step('x', { sort: 'exam', retakeDays: 30, attempts: [attempt('2028-01-20', 'failed')] }),
      { x: on('2028-02-20') },
    ],
    [
      'no wait is known: the day after, not before today',
      aPlan().step('x', { sort: 'exam', attempts: [attempt('2028-01-20', 'failed')] }),
      { x: on(TODAY) },
    ],
  ]);
});

describe('R10: programs', () => {
  const program = () =>
    aPlan()
      .program('p')
      .term('t1', { firstDay: '2028-02-01', lastDay: '2028-05-01' })
      .term('t2', { firstDay: '2028-08-01', lastDay: '2028-12-01' });

  holds([
    [
      'run over the terms that hold a course',
      program().course('c', { termId: 't2' }),
      { p: '2028-08-01 to 2028-12-01' },
    ],
    [
      'not over those with withdrawn ones only',
      program().course('c', { termId: 't2' }).course('d', { termId: 't1', status: 'withdrawn' }),
      { p: '2028-08-01 to 2028-12-01' },
    ],
    ['over all when none does', program(), { p: '2028-02-01 to 2028-12-01' }],
    [
      'and over their experiences',
      program().experience('e', { programId: 'p', notBefore: '2029-01-01', ...long(10) }),
      { p: '2028-02-01 to 2029-01-10' },
    ],
    [
      'never over milestones, steps and credentials',
      program()
        .milestone('m', { programId: 'p', notBefore: '2029-01-01' })
        .step('s', { programId: 'p', notBefore: '2029-01-01' })
        .credential('l', { programId: 'p', notBefore: '2029-01-01' }),
      { p: '2028-02-01 to 2028-12-01' },
    ],
    [
      'a link to one holds for its automatic children',
      program().step('visa', pinned('2028-06-01')).step('fee', { programId: 'p' }).link('visa', 'p'),
      { fee: on('2028-06-02'), t1: '2028-02-01 to 2028-05-01' },
    ],
  ]);

  test('a link to one is only checked for terms and pinned children', () => {
    const plan = program()
      .step('visa', pinned('2028-06-01'))
      .step('visit', { programId: 'p', ...pinned('2028-03-01') })
      .step('done', { programId: 'p', actualEnd: '2028-01-01' })
      .link('visa', 'p');
    expect(isoSchedule(plan, TODAY).schedule.broken.map(({ itemId }) => itemId)).toEqual(['t1', 'visit']);
  });
});

describe('R13: the goal', () => {
  const goal = (plan: PlanBuilder) => isoSchedule(plan, TODAY).schedule.goal;
  const license = () => aPlan().step('exam').credential('license').link('exam', 'license').goal('license');

  test('of a credential is the first day, of an experience the last', () => {
    expect(isoSchedule(license(), TODAY).goal()).toBe('2028-02-01');
    expect(isoSchedule(aPlan().experience('e', long(10)).goal('e'), TODAY).goal()).toBe('2028-02-09');
  });

  test('is complete', () => expect(goal(license())?.complete).toBe(true));

  test('is not, when something before it is undated', () => {
    const open = license().experience('open').link('open', 'license');
    expect(goal(open)).toMatchObject({ complete: false, undatedItems: ['license', 'open'] });
  });

  test('is not, when something before it breaks a link', () => {
    const early = license()
      .step('first', pinned('2028-06-01'))
      .step('fixed', pinned('2028-05-01'))
      .link('first', 'fixed')
      .link('fixed', 'license');
    expect(goal(early)).toMatchObject({ complete: false, brokenItems: ['fixed'] });
  });
});

describe('R14: latest dates', () => {
  const plan = () =>
    aPlan()
      .step('slow', long(20))
      .step('quick', long(5))
      .credential('license')
      .step('beside')
      .link('slow', 'license')
      .link('quick', 'license')
      .goal('license');

  test('count back from the goal’s own date', () => {
    const { slack, latest } = isoSchedule(plan(), TODAY);
    expect(['slow', 'quick', 'license', 'beside'].map(slack)).toEqual([0, 15, 0, null]);
    expect(latest('quick')).toBe('2028-02-15 to 2028-02-19');
  });

  test('or from a target, and slack may be negative', () => {
    const { slack } = isoSchedule(plan(), TODAY, '2028-02-10');
    expect(['slow', 'quick'].map(slack)).toEqual([-10, 5]);
  });
});

describe('R15: what decides', () => {
  test('the chain goes back from the goal to the first cause', () => {
    const plan = pair().credential('license').link('first', 'next').link('next', 'license').goal('license');
    expect(isoSchedule(plan, TODAY).chain()).toEqual(['license link', 'next link', 'first pinned']);
  });

  test('each entry says what it costs and what would decide then', () => {
    const plan = aPlan()
      .step('slow', long(20))
      .step('quick', long(5))
      .credential('license')
      .link('slow', 'license')
      .link('quick', 'license')
      .goal('license');
    expect(isoSchedule(plan, TODAY).schedule.binding()).toMatchObject([
      { itemId: 'license', gain: 0, next: null },
      { itemId: 'slow', gain: 15, next: 'quick' },
    ]);
  });

  test('at a tie a link wins over not-before over today', () => {
    const plan = aPlan()
      .milestone('m', { notBefore: '2028-01-30' })
      .step('s', { notBefore: TODAY })
      .link('m', 's')
      .goal('s');
    expect(isoSchedule(plan, TODAY).schedule.binding()[0]).toMatchObject({
      reason: 'link',
      fromId: 'm',
      tied: ['not-before', 'today'],
    });
  });
});
