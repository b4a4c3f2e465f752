import { describe, expect, it } from 'vitest';
import { isoSchedule } from '#tests/builders/iso-schedule.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';

const today = '2027-03-10';
const logged = (day: string, hours: number) => ({ id: day, day, hours, note: null });
const attempt = (day: string, result: 'passed' | 'failed') => ({ id: day, day, result, score: null });

describe('how an item comes by its dates (R3)', () => {
  const plan = aPlan()
    .program('program')
    .term('term', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .course('course', { termId: 'term' })
    .course('unplaced')
    .step('auto')
    .step('pinned', { pinStart: '2027-05-01' })
    .step('recorded', { pinStart: '2027-05-01', actualEnd: '2027-02-01' })
    .credential('license', { issued: '2027-01-15' })
    .milestone('done', { doneOn: '2027-02-20', notBefore: '2027-06-01' })
    .link('pinned', 'recorded');
  const { schedule, dates } = isoSchedule(plan, today);

  it('takes a record before a pin, and a pin before anything else', () => {
    expect(schedule.all().map(({ id, mode }) => `${id}: ${mode}`)).toEqual([
      'program: summary',
      'term: term',
      'course: course',
      'unplaced: auto',
      'auto: auto',
      'pinned: pinned',
      'recorded: actual',
      'license: actual',
      'done: actual',
    ]);
  });

  it('gives the dates that belong to each', () => {
    expect(dates('term')).toBe('2027-08-23 to 2027-12-10');
    expect(dates('course')).toBe('2027-08-23 to 2027-12-10');
    expect(dates('unplaced')).toBe('no-term unplaced');
    expect(dates('pinned')).toBe('2027-05-01 to 2027-05-01');
    expect(dates('recorded')).toBe('2027-02-01 to 2027-02-01');
    expect(dates('license')).toBe('2027-01-15 to 2027-01-15');
    expect(dates('done')).toBe('2027-02-20 to 2027-02-20');
  });

  it('keeps both days of a pin that has two, and needs a length for one that has not', () => {
    const pins = aPlan()
      .step('both', { pinStart: '2027-05-01', pinEnd: '2027-05-20', length: 3 })
      .step('one', { pinStart: '2027-05-01', length: 3 })
      .step('lengthless', { pinStart: '2027-05-01', length: null })
      .step('end-only', { pinEnd: '2027-05-20' });
    const { dates: pinned } = isoSchedule(pins, today);
    expect(pinned('both')).toBe('2027-05-01 to 2027-05-20');
    expect(pinned('one')).toBe('2027-05-01 to 2027-05-03');
    expect(pinned('lengthless')).toBe('no-length lengthless');
    expect(pinned('end-only')).toBe('2027-03-10 to 2027-03-10');
  });
});

describe('how long it takes (R2)', () => {
  it('knows days, weeks, months and hours at a pace', () => {
    const plan = aPlan()
      .step('weeks', { length: 2, lengthUnit: 'week', pinStart: '2028-01-31' })
      .step('month', { length: 1, lengthUnit: 'month', pinStart: '2028-01-31' })
      .experience('hours', { hoursRequired: 100, hoursPerWeek: 15, pinStart: '2028-01-31' })
      .experience('unit', { length: 100, lengthUnit: 'hour', hoursPerWeek: 15, pinStart: '2028-01-31' })
      .experience('job', { length: 6, lengthUnit: 'month', pinStart: '2028-01-31' })
      .experience('no-pace', { hoursRequired: 100, pinStart: '2028-01-31' });
    const { dates } = isoSchedule(plan, today);
    expect(dates('weeks')).toBe('2028-01-31 to 2028-02-13');
    expect(dates('month')).toBe('2028-01-31 to 2028-02-28');
    expect(dates('hours')).toBe('2028-01-31 to 2028-03-17');
    expect(dates('unit')).toBe('2028-01-31 to 2028-03-17');
    expect(dates('job')).toBe('2028-01-31 to 2028-07-30');
    expect(dates('no-pace')).toBe('no-length no-pace');
  });

  it('is one day for milestones and credentials, whatever length they carry', () => {
    const plan = aPlan()
      .milestone('m', { notBefore: '2027-04-01', length: 30, lengthUnit: 'day' })
      .credential('c', { notBefore: '2027-04-01', length: 30, lengthUnit: 'day' });
    const { dates } = isoSchedule(plan, today);
    expect(dates('m')).toBe('2027-04-01 to 2027-04-01');
    expect(dates('c')).toBe('2027-04-01 to 2027-04-01');
  });
});

describe('today (R4)', () => {
  it('holds back an experience, step or credential that has not begun, but no milestone or course', () => {
    const plan = aPlan()
      .milestone('past', { notBefore: '2026-01-01' })
      .milestone('nowhere')
      .course('course', { notBefore: '2026-01-01', length: 10, lengthUnit: 'day' })
      .experience('experience', { notBefore: '2026-01-01', length: 2, lengthUnit: 'day' })
      .step('step', { notBefore: '2026-01-01' })
      .credential('credential', { notBefore: '2026-01-01' })
      .link('past', 'step');
    const { dates } = isoSchedule(plan, today);
    expect(dates('past')).toBe('2026-01-01 to 2026-01-01');
    expect(dates('nowhere')).toBe('no-anchor nowhere');
    expect(dates('course')).toBe('2026-01-01 to 2026-01-10');
    expect(dates('experience')).toBe('2027-03-10 to 2027-03-11');
    expect(dates('step')).toBe('2027-03-10 to 2027-03-10');
    expect(dates('credential')).toBe('2027-03-10 to 2027-03-10');
  });
});

describe('begun and finished (R9)', () => {
  it('counts a begun item from its start, but does not let it end before today', () => {
    const plan = aPlan()
      .step('running', { actualStart: '2027-03-01', length: 20 })
      .step('late', { actualStart: '2027-01-01', length: 20 });
    const { dates } = isoSchedule(plan, today);
    expect(dates('running')).toBe('2027-03-01 to 2027-03-20');
    expect(dates('late')).toBe('2027-01-01 to 2027-03-10');
  });

  it('counts the hours left from the last logged day', () => {
    const ait = { hoursRequired: 100, hoursPerWeek: 20, actualStart: '2027-02-01' };
    const plan = aPlan()
      .experience('ahead', { ...ait, log: [logged('2027-03-05', 30), logged('2027-02-05', 30)] })
      .experience('behind', { ...ait, log: [logged('2027-02-05', 90)] })
      .experience('complete', { ...ait, log: [logged('2027-02-05', 60), logged('2027-02-19', 40)] })
      .experience('decimal', {
        ...ait,
        hoursRequired: 0.3,
        log: [logged('2027-02-05', 0.1), logged('2027-02-06', 0.2)],
      })
      .experience('by unit', {
        ...ait,
        hoursRequired: null,
        length: 100,
        lengthUnit: 'hour',
        log: [logged('2027-03-05', 60)],
      })
      .experience('unrecorded', {
        ...ait,
        actualStart: null,
        log: [logged('2027-03-05', 50), logged('2027-02-03', 10)],
      });
    const { dates } = isoSchedule(plan, today);
    expect(dates('ahead')).toBe('2027-02-01 to 2027-03-19');
    expect(dates('by unit')).toBe('2027-02-01 to 2027-03-19');
    expect(dates('behind')).toBe('2027-02-01 to 2027-03-10');
    expect(dates('complete')).toBe('2027-02-01 to 2027-02-19');
    expect(dates('decimal')).toBe('2027-02-01 to 2027-02-06');
    expect(dates('unrecorded')).toBe('2027-02-03 to 2027-03-19');
  });

  it('puts the start of a finished item one length before its finish', () => {
    const plan = aPlan()
      .step('start-unknown', { actualEnd: '2027-02-10', length: 10 })
      .step('both', { actualStart: '2027-01-20', actualEnd: '2027-02-10', length: 10 })
      .step('month', { actualEnd: '2027-02-10', length: 1, lengthUnit: 'month' });
    const { dates } = isoSchedule(plan, today);
    expect(dates('start-unknown')).toBe('2027-02-01 to 2027-02-10');
    expect(dates('both')).toBe('2027-01-20 to 2027-02-10');
    expect(dates('month')).toBe('2027-01-11 to 2027-02-10');
  });

  it('shows what was finished on that day when neither its start nor its length is known', () => {
    const plan = aPlan()
      .experience('finished', { actualEnd: '2027-02-10' })
      .step('next')
      .experience('begun', { actualStart: '2027-02-10' })
      .link('finished', 'next', { lag: 60 });
    const { dates } = isoSchedule(plan, today);
    expect(dates('finished')).toBe('2027-02-10 to 2027-02-10');
    expect(dates('next')).toBe('2027-04-12 to 2027-04-12');
    // When it will end cannot be told, so it must not look as if it could.
    expect(dates('begun')).toBe('no-length begun');
  });

  it('takes attempts for a finish of exams only, the last failed and the first passed one', () => {
    const plan = aPlan()
      .step('application', { attempts: [attempt('2027-02-20', 'passed')] })
      .step('failed', {
        sort: 'exam',
        attempts: [attempt('2027-03-20', 'failed'), attempt('2027-01-10', 'failed')],
      })
      .step('passed', {
        sort: 'exam',
        attempts: [attempt('2027-02-20', 'passed'), attempt('2027-01-10', 'passed')],
      });
    const { dates } = isoSchedule(plan, today);
    expect(dates('application')).toBe('2027-03-10 to 2027-03-10');
    expect(dates('failed')).toBe('2027-03-21 to 2027-03-21');
    expect(dates('passed')).toBe('2027-01-10 to 2027-01-10');
  });

  it('finishes an exam by its first passed attempt', () => {
    const plan = aPlan().step('exam', {
      sort: 'exam',
      attempts: [attempt('2027-02-20', 'passed'), attempt('2027-01-10', 'failed')],
    });
    const { dates, schedule } = isoSchedule(plan, today);
    expect(dates('exam')).toBe('2027-02-20 to 2027-02-20');
    expect(schedule.dates('exam').mode).toBe('actual');
  });

  it('lets a failed exam be taken again after the retake wait, and not before today', () => {
    const failed = (over: object) =>
      isoSchedule(
        aPlan().step('exam', { sort: 'exam', attempts: [attempt('2027-03-01', 'failed')], ...over }),
        today,
      );
    expect(failed({ retakeDays: 30 }).dates('exam')).toBe('2027-04-01 to 2027-04-01');
    expect(failed({ retakeDays: 5 }).dates('exam')).toBe('2027-03-10 to 2027-03-10');
    expect(failed({ retakeDays: null, notBefore: '2027-05-01' }).dates('exam')).toBe(
      '2027-05-01 to 2027-05-01',
    );
    const unknownWait = aPlan().step('exam', { sort: 'exam', attempts: [attempt('2027-03-20', 'failed')] });
    expect(isoSchedule(unknownWait, today).dates('exam')).toBe('2027-03-21 to 2027-03-21');
  });

  it('takes a beginning recorded for a failed attempt as over', () => {
    const plan = aPlan().step('exam', {
      sort: 'exam',
      retakeDays: 30,
      actualStart: '2027-03-01',
      attempts: [attempt('2027-03-01', 'failed')],
    });
    const { dates, schedule } = isoSchedule(plan, today);
    expect(dates('exam')).toBe('2027-04-01 to 2027-04-01');
    expect(schedule.dates('exam').mode).toBe('auto');
  });
});
