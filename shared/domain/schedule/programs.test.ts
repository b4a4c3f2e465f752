import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';

const today = '2026-06-01';

/** Three terms: fall 2026, spring 2027, fall 2027. */
const program = () => aPlan().program('p').term('t1').term('t2').term('t3');

describe('the days of a program (R10)', () => {
  it('runs over the terms that hold a course not withdrawn', () => {
    const plan = program()
      .course('c', { termId: 't2' })
      .course('dropped', { termId: 't3', status: 'withdrawn' });
    expect(isoSchedule(plan, today).dates('p')).toBe('2027-01-11 to 2027-05-07');
  });

  it('runs over all its terms when none holds one', () => {
    const plan = program().course('dropped', { termId: 't3', status: 'withdrawn' });
    expect(isoSchedule(plan, today).dates('p')).toBe('2026-08-24 to 2027-12-11');
  });

  it('is stretched by its experiences, never by steps, credentials or milestones', () => {
    const plan = program()
      .course('c', { termId: 't1' })
      .experience('internship', { programId: 'p', notBefore: '2027-01-04', length: 10, lengthUnit: 'day' })
      .step('step', { programId: 'p', notBefore: '2028-01-01' })
      .credential('certificate', { programId: 'p', notBefore: '2028-01-01' })
      .milestone('party', { programId: 'p', notBefore: '2028-01-01' });
    expect(isoSchedule(plan, today).dates('p')).toBe('2026-08-24 to 2027-01-13');
  });

  it('has no dates without any of these, and names an experience that lacks a length', () => {
    expect(isoSchedule(aPlan().program('p'), today).dates('p')).toBe('empty-program p');
    const plan = aPlan().program('p').experience('open', { programId: 'p' });
    expect(isoSchedule(plan, today).dates('p')).toBe('no-length open');
  });

  it('keeps what is recorded or pinned, and sums the rest', () => {
    const begun = program().course('c', { termId: 't2' });
    const withStart = aPlan()
      .program('p', { actualStart: '2026-01-12' })
      .term('t1')
      .course('c', { termId: 't1' });
    expect(isoSchedule(begun, today).schedule.dates('p').mode).toBe('summary');
    expect(isoSchedule(withStart, today).dates('p')).toBe('2026-01-12 to 2026-12-11');
    expect(isoSchedule(withStart, today).schedule.dates('p').mode).toBe('actual');
    const ended = (end: string) => aPlan().program('p', { actualEnd: end });
    expect(isoSchedule(ended('2026-12-01').term('t1'), today).dates('p')).toBe('2026-08-24 to 2026-12-01');
    expect(isoSchedule(ended('2026-05-01').term('t1'), today).dates('p')).toBe('2026-05-01 to 2026-05-01');
    expect(isoSchedule(ended('2026-05-01'), today).dates('p')).toBe('2026-05-01 to 2026-05-01');
    const pinned = aPlan().program('p', { pinStart: '2026-01-12', pinEnd: '2027-12-20' }).term('t1');
    expect(isoSchedule(pinned, today).dates('p')).toBe('2026-01-12 to 2027-12-20');
  });
});

describe('links to a program (R10)', () => {
  const plan = program()
    .step('application', { pinStart: '2026-09-01', length: 10 })
    .course('c', { termId: 't1' })
    .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
    .step('orientation', { programId: 'p', length: 2 })
    .step('pinned', { programId: 'p', pinStart: '2026-07-01' })
    .link('application', 'p', { lag: 5 });

  it('hold for each automatic child', () => {
    const { dates } = isoSchedule(plan, today);
    expect(dates('internship')).toBe('2026-09-16 to 2026-09-25');
    expect(dates('orientation')).toBe('2026-09-16 to 2026-09-17');
    expect(dates('pinned')).toBe('2026-07-01 to 2026-07-01');
  });

  it('are only checked for terms and pinned children', () => {
    const { schedule, dates } = isoSchedule(plan, today);
    expect(dates('t1')).toBe('2026-08-24 to 2026-12-11');
    expect(schedule.broken).toEqual([
      { linkId: 'link-1', fromId: 'application', itemId: 't1', mode: 'term', days: 23 },
      { linkId: 'link-1', fromId: 'application', itemId: 'pinned', mode: 'pinned', days: 77 },
    ]);
  });

  it('hold for automatic children by the start and by the end as well', () => {
    const by = (kind: 'SS' | 'FF') =>
      isoSchedule(
        program()
          .step('visa', { pinStart: '2026-09-01', length: 30 })
          .step('orientation', { programId: 'p', length: 10 })
          .link('visa', 'p', { kind, lag: 2 }),
        today,
      ).dates('orientation');
    expect(by('SS')).toBe('2026-09-03 to 2026-09-12');
    expect(by('FF')).toBe('2026-09-23 to 2026-10-02');
  });

  it('are not checked for courses, whose term is named, nor for what is recorded', () => {
    const withRecord = program()
      .step('application', { pinStart: '2026-09-01', length: 10 })
      .course('c', { termId: 't1' })
      .step('recorded', { programId: 'p', actualEnd: '2026-05-01' })
      .link('application', 'p');
    expect(isoSchedule(withRecord, today).schedule.broken.map(({ itemId }) => itemId)).toEqual(['t1']);
  });

  it('are checked for a pinned child as members of "any k of n", and count back from it', () => {
    const either = (need: number) =>
      isoSchedule(
        aPlan()
          .program('p')
          .step('a', { length: 10 })
          .step('b', { length: 50 })
          .step('visit', { programId: 'p', pinStart: '2026-07-01' })
          .group('either', 'p', need, ['a', 'b'])
          .credential('goal')
          .link('visit', 'goal')
          .goal('goal'),
        today,
      );
    expect(either(1).schedule.broken).toEqual([]);
    expect(either(1).slack('a')).toBe(20);
    expect(either(2).schedule.broken.map(({ fromId, days }) => [fromId, days])).toEqual([['b', 20]]);
    expect(either(2).schedule.goal).toMatchObject({ complete: false, brokenItems: ['visit'] });
  });

  it('pass on that the predecessor has no dates', () => {
    const open = program()
      .experience('open')
      .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
      .link('open', 'p');
    expect(isoSchedule(open, today).dates('internship')).toBe('no-length open');
  });

  it('hold for each automatic child in "any k of n" too', () => {
    const either = aPlan()
      .program('p')
      .step('a', { pinStart: '2026-09-01' })
      .step('b', { pinStart: '2026-10-01' })
      .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
      .group('either', 'p', 1, ['a', 'b']);
    expect(isoSchedule(either, today).dates('internship')).toBe('2026-09-02 to 2026-09-11');
  });

  it('count from the last day of a program that comes before', () => {
    const chain = program()
      .course('c', { termId: 't2' })
      .experience('job', { length: 1, lengthUnit: 'month' })
      .link('p', 'job');
    expect(isoSchedule(chain, today).dates('job')).toBe('2027-05-08 to 2027-06-07');
  });
});
