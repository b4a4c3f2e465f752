import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay, toIso } from '../time/day.ts';
import { comingUp, doneRecently, overdue, type AgendaEntry } from './agenda.ts';

const TODAY = '2027-01-15';

const told = (entries: AgendaEntry[]) =>
  entries.map(({ item, day, reason }) => [toIso(day), item.id, reason]);

function agenda(builder: PlanBuilder, today = TODAY) {
  const doc = builder.build();
  const day = toDay(today);
  const schedule = schedulePlan(doc, day);
  const datesOf = (id: string) => schedule.dates(id);
  return {
    next: told(comingUp(doc, datesOf, day)),
    late: told(overdue(doc, datesOf, day)),
    done: told(doneRecently(doc, day)),
  };
}

describe('what comes next', () => {
  it('is what is due, begins, can be held, expires or asks to be thought of, in order of days', () => {
    const { next } = agenda(
      aPlan()
        .milestone('apply', { pinStart: '2027-03-01', reminders: [14, 0] })
        .program('bs')
        .term('spring', { firstDay: '2027-01-18', lastDay: '2027-05-07' })
        .course('anatomy', { termId: 'spring' })
        .step('exam', { pinStart: '2027-02-01', sort: 'exam' })
        .credential('license')
        .link('exam', 'license')
        .credential('held', { issued: '2025-06-01', expires: '2027-06-30' }),
    );
    expect(next).toEqual([
      ['2027-01-18', 'spring', 'starts'],
      ['2027-02-01', 'exam', 'starts'],
      ['2027-02-02', 'license', 'earliest'],
      ['2027-02-15', 'apply', 'reminder'],
      ['2027-03-01', 'apply', 'due'],
      ['2027-03-01', 'apply', 'reminder'],
      ['2027-06-30', 'held', 'expires'],
    ]);
  });

  it('names the last day of a window until the step has begun', () => {
    const plan = () =>
      aPlan().milestone('approved', { pinStart: '2027-01-10' }).step('exam', { notBefore: '2027-02-01' });
    const window = { window: 60 };
    expect(agenda(plan().link('approved', 'exam', window)).next).toEqual([
      ['2027-02-01', 'exam', 'starts'],
      ['2027-03-11', 'exam', 'window'],
    ]);
    const begun = plan().link('approved', 'exam', window);
    begun.change((item) => (item.id === 'exam' ? { ...item, actualStart: '2027-01-14' } : item));
    expect(agenda(begun).next).toEqual([]);
  });

  it('names the end of a period of education only of what one holds, and where something is asked', () => {
    const period = { issued: '2026-01-01', ceMonths: 24, ceHours: 40 };
    expect(agenda(aPlan().credential('held', period)).next).toEqual([['2027-12-31', 'held', 'education']]);
    expect(agenda(aPlan().credential('held', { ...period, ceHours: 0 })).next).toEqual([]);
  });

  it('holds today, and nothing that is done', () => {
    const plan = aPlan()
      .milestone('today', { pinStart: TODAY })
      .milestone('done', { pinStart: '2027-02-01', doneOn: '2027-01-10', reminders: [7] });
    expect(agenda(plan).next).toEqual([[TODAY, 'today', 'due']]);
  });
});

describe('what is overdue', () => {
  it('is what should be over and is not, the oldest first', () => {
    const { late } = agenda(
      aPlan()
        .milestone('missed', { pinStart: '2027-01-14' })
        .milestone('today', { pinStart: TODAY })
        .milestone('done', { pinStart: '2026-12-01', doneOn: '2026-12-02' })
        .program('bs')
        .term('fall', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
        .course('left', { termId: 'fall' })
        .course('passed', { termId: 'fall', status: 'completed' })
        .course('dropped', { termId: 'fall', status: 'withdrawn' })
        .step('sat', { pinStart: '2026-11-05' })
        .step('moves on with today')
        .credential('lapsed', { issued: '2024-01-01', expires: '2026-06-30' }),
    );
    expect(late).toEqual([
      ['2026-06-30', 'lapsed', 'expires'],
      ['2026-11-05', 'sat', 'ended'],
      ['2026-12-11', 'left', 'ended'],
      ['2027-01-14', 'missed', 'due'],
    ]);
  });
});

describe('what was done recently', () => {
  it('is what was done in the last ninety days, the latest first', () => {
    const { done } = agenda(
      aPlan()
        .milestone('sent', { doneOn: '2027-01-10' })
        .milestone('long ago', { doneOn: '2026-10-17' })
        .milestone('just within', { doneOn: '2026-10-18' })
        .milestone('ahead', { doneOn: '2027-02-01' })
        .step('exam', { attempts: [{ id: 'a', day: '2027-01-12', result: 'passed', score: null }] })
        .credential('held', { issued: TODAY })
        .program('bs')
        .term('fall', { firstDay: '2026-08-24', lastDay: '2026-12-11' })
        .course('anatomy', { termId: 'fall', status: 'completed', grade: 'A' }),
    );
    expect(done).toEqual([
      [TODAY, 'held', 'done'],
      ['2027-01-12', 'exam', 'done'],
      ['2027-01-10', 'sent', 'done'],
      ['2026-12-11', 'anatomy', 'done'],
      ['2026-10-18', 'just within', 'done'],
    ]);
  });
});
