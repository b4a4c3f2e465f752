import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { toDay } from '../time/day.ts';
import { applyChange } from './change-field.ts';
import { dragItem } from './drag.ts';
import { resizeItem } from './resize.ts';
import { schedulePlan } from './schedule.ts';

const today = toDay('2027-01-01');
const doc = aPlan()
  .program('p')
  .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-05' })
  .course('course', { termId: 'fall' })
  .course('unplaced')
  .program('other')
  .term('other-term', { firstDay: '2028-01-10', lastDay: '2028-05-05' })
  .step('auto', { length: 5, notBefore: '2027-03-01' })
  .step('behind', { length: 2, lengthUnit: 'week', notBefore: '2027-04-01' })
  .step('pinned', { pinStart: '2027-05-01', pinEnd: '2027-05-10' })
  .step('done', { actualEnd: '2026-12-01' })
  .step('months', { length: 2, lengthUnit: 'month' })
  .experience('ait', { hoursRequired: 1000, hoursPerWeek: 40 })
  .experience('open')
  .milestone('deadline', { notBefore: '2027-06-01' })
  .credential('license')
  .link('auto', 'behind')
  .build();

const schedule = schedulePlan(doc, today);
const drag = (id: string, day: string) => dragItem(schedule, id, toDay(day));
const resize = (id: string, day: string) => resizeItem(schedule, id, toDay(day));

describe('dragging (R17)', () => {
  it('sets not-before on an automatic item', () => {
    expect(drag('auto', '2027-02-10')).toEqual({ ok: true, changes: { notBefore: '2027-02-10' } });
    expect(drag('behind', '2027-03-06')).toEqual({ ok: true, changes: { notBefore: '2027-03-06' } });
    expect(drag('deadline', '2027-06-20')).toEqual({ ok: true, changes: { notBefore: '2027-06-20' } });
    expect(drag('open', '2027-06-20')).toEqual({ ok: true, changes: { notBefore: '2027-06-20' } });
  });

  it('clears it, with a notice, earlier than the links allow', () => {
    expect(drag('behind', '2027-03-05')).toEqual({
      ok: true,
      changes: { notBefore: null },
      notice: 'links-decide',
    });
  });

  it('moves the pin of a pinned item, both days of it', () => {
    expect(drag('pinned', '2027-04-20')).toEqual({
      ok: true,
      changes: { pinStart: '2027-04-20', pinEnd: '2027-04-29' },
    });
  });

  it('moves a course to the term of its program under the pointer', () => {
    expect(drag('course', '2028-02-01')).toEqual({ ok: true, changes: { termId: 'spring' } });
    expect(drag('unplaced', '2027-12-10')).toEqual({ ok: true, changes: { termId: 'fall' } });
    expect(drag('course', '2027-12-11')).toEqual({ ok: false, reason: 'no-term-there' });
  });

  it('takes of several terms the one that began last, and none of another program', () => {
    const overlapping = aPlan()
      .program('p')
      .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
      .term('late', { firstDay: '2027-10-18', lastDay: '2027-12-10' })
      .course('course', { termId: 'fall' })
      .program('q')
      .term('other', { firstDay: '2027-11-01', lastDay: '2028-01-31' })
      .build();
    const to = (day: string) => dragItem(schedulePlan(overlapping, today), 'course', toDay(day));
    expect(to('2027-11-15')).toEqual({ ok: true, changes: { termId: 'late' } });
    expect(to('2027-10-17')).toEqual({ ok: true, changes: { termId: 'fall' } });
    expect(to('2028-01-15')).toEqual({ ok: false, reason: 'no-term-there' });
  });

  it('reaches the first and the last day of the calendar', () => {
    expect(drag('auto', '1900-01-01')).toMatchObject({ ok: true });
    expect(drag('auto', '2199-12-31')).toMatchObject({ ok: true });
    expect(dragItem(schedule, 'auto', toDay('1900-01-01') - 1)).toMatchObject({ reason: 'out-of-range' });
  });

  it('moves the days of a term', () => {
    expect(drag('fall', '2027-08-30')).toEqual({
      ok: true,
      changes: { firstDay: '2027-08-30', lastDay: '2027-12-17' },
    });
  });

  it('does not move what is recorded, a program, or anything out of the calendar', () => {
    expect(drag('done', '2027-02-01')).toEqual({ ok: false, reason: 'actual' });
    expect(drag('p', '2027-02-01')).toEqual({ ok: false, reason: 'program' });
    expect(drag('ghost', '2027-02-01')).toEqual({ ok: false, reason: 'unknown-item' });
    expect(dragItem(schedule, 'auto', toDay('2199-12-31') + 1)).toEqual({
      ok: false,
      reason: 'out-of-range',
    });
    expect(drag('pinned', '2199-12-30')).toEqual({ ok: false, reason: 'out-of-range' });
  });
});

describe('resizing (R17)', () => {
  it('sets the length', () => {
    expect(resize('auto', '2027-03-10')).toEqual({ ok: true, changes: { length: 10, lengthUnit: 'day' } });
  });

  it('keeps weeks and months, to the nearest whole one', () => {
    expect(resize('behind', '2027-04-25')).toEqual({ ok: true, changes: { length: 4 } });
    expect(resize('behind', '2027-04-02')).toEqual({ ok: true, changes: { length: 1 } });
    expect(resize('behind', '2027-04-10')).toEqual({ ok: true, changes: { length: 1 } });
    expect(resize('behind', '2027-04-11')).toEqual({ ok: true, changes: { length: 2 } });
    expect(resize('months', '2027-04-03')).toEqual({ ok: true, changes: { length: 3 } });
    expect(resize('months', '2027-01-02')).toEqual({ ok: true, changes: { length: 1 } });
  });

  it('sets the pace of an experience in hours, as round as still ends on the day', () => {
    for (const end of ['2027-02-28', '2027-06-30', '2027-12-16', '2028-03-03', '2031-07-19']) {
      const outcome = resize('ait', end);
      const pace = outcome.ok ? outcome.changes.hoursPerWeek : undefined;
      const changed = applyChange(doc, 'ait', 'hoursPerWeek', pace);
      expect(changed.ok && schedulePlan(changed.doc, today).dates('ait').end).toBe(toDay(end));
    }
    expect(resize('ait', '2027-12-16')).toEqual({ ok: true, changes: { hoursPerWeek: 20 } });
    expect(resize('ait', '2027-01-20')).toEqual({ ok: false, reason: 'too-short' });
  });

  it('sets the pace where the length is given in hours, up to the hours a week has', () => {
    const until = (day: string, length = 168) => {
      const inHours = aPlan().experience('e', { length, lengthUnit: 'hour', hoursPerWeek: 40 }).build();
      return resizeItem(schedulePlan(inHours, today), 'e', toDay(day));
    };
    expect(until('2027-01-14')).toEqual({ ok: true, changes: { hoursPerWeek: 84 } });
    expect(until('2027-01-07')).toEqual({ ok: true, changes: { hoursPerWeek: 168 } });
    expect(until('2027-01-07', 169)).toEqual({ ok: false, reason: 'too-short' });
  });

  it('sets the last day of a pin or term', () => {
    expect(resize('pinned', '2027-05-12')).toEqual({ ok: true, changes: { pinEnd: '2027-05-12' } });
    expect(resize('fall', '2027-12-17')).toEqual({ ok: true, changes: { lastDay: '2027-12-17' } });
  });

  it.each([
    ['done', 'actual'],
    ['p', 'program'],
    ['course', 'course'],
    ['deadline', 'one-day'],
    ['license', 'one-day'],
    ['open', 'undated'],
    ['ghost', 'unknown-item'],
  ])('leaves %s alone: %s', (id, reason) => {
    expect(resize(id, '2027-12-31')).toEqual({ ok: false, reason });
  });

  it('does not end before it starts', () => {
    expect(resize('auto', '2027-02-28')).toEqual({ ok: false, reason: 'too-short' });
  });
});
