import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { wouldClose } from './loops.ts';

const chain = () =>
  aPlan().step('a').step('b').step('c').link('a', 'b').link('b', 'c', { kind: 'SS', lag: -3 });

describe('a link that would close a loop (R12)', () => {
  it('is named by the items on the loop', () => {
    const doc = chain().build();
    expect(wouldClose(doc, 'c', 'a')).toEqual(['c', 'a', 'b']);
    expect(wouldClose(doc, 'b', 'a')).toEqual(['b', 'a']);
    expect(wouldClose(doc, 'a', 'a')).toEqual(['a']);
    expect(wouldClose(doc, 'a', 'c')).toBeNull();
    expect(wouldClose(doc, 'a', 'ghost')).toBeNull();
  });

  it('closes it although a pinned item on it holds its dates today', () => {
    const doc = chain().step('d', { pinStart: '2027-01-01' }).link('c', 'd').build();
    expect(wouldClose(doc, 'd', 'a')).toEqual(['d', 'a', 'b', 'c']);
  });

  it('takes a link to a program for one to its children', () => {
    const doc = aPlan()
      .program('p')
      .step('fee', { programId: 'p' })
      .experience('internship', { programId: 'p' })
      .step('visa')
      .link('visa', 'p')
      .build();
    expect(wouldClose(doc, 'fee', 'visa')).toEqual(['fee', 'visa', 'p']);
    expect(wouldClose(doc, 'p', 'visa')).toEqual(['p', 'visa']);
    expect(wouldClose(doc, 'internship', 'p')).toEqual(['internship', 'p']);
    expect(wouldClose(doc, 'visa', 'internship')).toBeNull();
  });

  it('takes terms, courses and experiences for parts of their program, steps and milestones not', () => {
    const doc = aPlan()
      .program('p')
      .term('t')
      .course('c', { termId: 't' })
      .experience('internship', { programId: 'p' })
      .milestone('graduation', { programId: 'p' })
      .build();
    expect(wouldClose(doc, 'p', 'internship')).toEqual(['p', 'internship']);
    expect(wouldClose(doc, 'p', 't')).not.toBeNull();
    expect(wouldClose(doc, 'p', 'c')).not.toBeNull();
    expect(wouldClose(doc, 'p', 'graduation')).toBeNull();
    expect(wouldClose(doc, 't', 'internship')).toBeNull();
  });

  it('finds loops that go through two programs', () => {
    const doc = aPlan()
      .program('bachelor')
      .program('master')
      .step('gap')
      .link('bachelor', 'gap')
      .link('gap', 'master')
      .build();
    expect(wouldClose(doc, 'master', 'bachelor')).toEqual(['master', 'bachelor', 'gap']);
  });

  it('follows the members of "any k of n" as well', () => {
    const doc = aPlan().step('a').step('b').step('c').group('any', 'c', 1, ['a', 'b']).build();
    expect(wouldClose(doc, 'c', 'b')).toEqual(['c', 'b']);
  });
});

describe('a loop that came in with a file', () => {
  it('leaves its items without dates, and what is behind them; the rest keeps its dates', () => {
    const plan = chain().link('c', 'a').step('behind').link('b', 'behind').step('beside');
    const { schedule, dates } = isoSchedule(plan, '2027-01-01');
    expect(['a', 'b', 'c', 'behind', 'beside'].map(dates)).toEqual([
      'cycle a',
      'cycle b',
      'cycle c',
      'cycle b',
      '2027-01-01 to 2027-01-01',
    ]);
    expect(schedule.loops).toEqual([['a', 'b', 'c']]);
  });

  it('can be a link from an item to itself', () => {
    expect(isoSchedule(aPlan().step('a').link('a', 'a'), '2027-01-01').dates('a')).toBe('cycle a');
  });

  it('can go through a program; its other children name the loop', () => {
    const plan = aPlan()
      .program('p')
      .experience('internship', { programId: 'p', length: 10, lengthUnit: 'day' })
      .step('fee', { programId: 'p' })
      .link('internship', 'p');
    const { schedule, dates } = isoSchedule(plan, '2027-01-01');
    expect([dates('internship'), dates('fee'), dates('p')]).toEqual([
      'cycle internship',
      'cycle internship',
      'cycle internship',
    ]);
    expect(schedule.loops).toEqual([['internship']]);
  });

  it('is open where an item holds its dates', () => {
    const plan = aPlan()
      .step('a', { pinStart: '2027-02-01' })
      .step('b')
      .link('a', 'b')
      .link('b', 'a')
      .goal('b');
    const { dates, schedule } = isoSchedule(plan, '2027-01-01');
    expect(dates('b')).toBe('2027-02-02 to 2027-02-02');
    expect(schedule.broken).toMatchObject([{ itemId: 'a', days: 2 }]);
    expect(schedule.dates('a').slack).toBe(0);
  });

  it('does not spoil the date at best', () => {
    const plan = chain().link('c', 'a').step('wait', { length: 50, bestLength: 5 }).goal('wait');
    expect(isoSchedule(plan, '2027-01-01').schedule.goal).toMatchObject({ complete: true });
    const looped = aPlan().step('a', { bestLength: 1 }).link('a', 'a').goal('a');
    expect(isoSchedule(looped, '2027-01-01').schedule.goal).toMatchObject({ date: null, best: null });
  });
});
