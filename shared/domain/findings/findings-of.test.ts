import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import type { Credential, Step } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay, toIso } from '../time/day.ts';
import { educationPeriod } from './credentials.ts';
import { findingsOf } from './findings-of.ts';
import { keyOf } from './key.ts';
import type { Finding, FindingCode } from './types.ts';

const TODAY = '2026-06-01';

function all(plan: PlanBuilder, today = TODAY): Finding[] {
  const doc = plan.build();
  return findingsOf(doc, schedulePlan(doc, toDay(today)), toDay(today));
}

function find<C extends FindingCode>(code: C, plan: PlanBuilder, today?: string): Finding<C>[] {
  return all(plan, today).filter((finding): finding is Finding<C> => finding.code === code);
}

/** The day some days after a date. */
const plus = (date: string, days: number) => toIso(toDay(date) + days);

describe('outside-program', () => {
  const program = (over: object) =>
    aPlan()
      .program('p', over)
      .term('t', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
      .course('c', { termId: 't' })
      .term('unused', { firstDay: '2020-01-11', lastDay: '2040-05-07' });

  it('allows the limits themselves', () => {
    expect(
      find('outside-program', program({ notBefore: '2027-01-11', mustEndBy: '2027-05-07' })),
    ).toHaveLength(0);
  });

  it('names what starts before or ends after, the term for all its courses', () => {
    expect(
      find('outside-program', program({ notBefore: '2027-01-12', mustEndBy: '2027-05-06' })),
    ).toMatchObject([
      {
        severity: 'warning',
        itemIds: ['t', 'p'],
        facts: { side: 'before', day: '2027-01-11', limit: '2027-01-12' },
      },
      {
        severity: 'warning',
        itemIds: ['t', 'p'],
        facts: { side: 'after', day: '2027-05-07', limit: '2027-05-06' },
      },
    ]);
  });

  it('looks at all terms of a program in which nothing is taken, withdrawn courses aside', () => {
    const two = (over: object) =>
      aPlan()
        .program('p', { mustEndBy: '2027-05-07' })
        .term('t', { firstDay: '2027-01-11', lastDay: '2027-05-07' })
        .course('c', { termId: 't', ...over })
        .term('late', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
        .course('gone', { termId: 'late', status: 'withdrawn' });
    expect(find('outside-program', two({}))).toHaveLength(0);
    expect(find('outside-program', two({ status: 'withdrawn' }))).toMatchObject([{ itemIds: ['late', 'p'] }]);
  });

  it('looks at experiences, steps and milestones of the program, and at nobody else', () => {
    const child = (programId: string | null) =>
      program({ mustEndBy: '2027-05-07' }).milestone('m', { programId, pinStart: '2027-05-08' });
    expect(find('outside-program', child('p'))).toHaveLength(1);
    expect(find('outside-program', child(null))).toHaveLength(0);
  });
});

describe('pinned-early', () => {
  const pinned = (pinStart: string, over: object = {}) =>
    aPlan()
      .step('first', { pinStart: '2027-01-01', length: 10, lengthUnit: 'day' })
      .step('second', { pinStart, ...over })
      .link('first', 'second', { lag: 5 });

  it('holds before the first day the link allows', () => {
    expect(find('pinned-early', pinned('2027-01-16'))).toHaveLength(0);
    expect(find('pinned-early', pinned('2027-01-15'))).toMatchObject([
      { severity: 'error', itemIds: ['second', 'first'], facts: { linkId: 'link-1', days: 1 } },
    ]);
  });

  it('holds for a pinned child that starts before a link to its program allows', () => {
    const child = (pinStart: string) =>
      aPlan()
        .step('first', { pinStart: '2027-01-01', length: 10, lengthUnit: 'day' })
        .program('p')
        .step('visit', { programId: 'p', pinStart })
        .link('first', 'p');
    expect(find('pinned-early', child('2027-01-11'))).toHaveLength(0);
    expect(find('pinned-early', child('2027-01-10'))).toMatchObject([
      { severity: 'error', itemIds: ['visit', 'first'], facts: { days: 1 } },
    ]);
  });

  it('only remarks on what is recorded', () => {
    const recorded = pinned('2027-01-15', {
      pinStart: null,
      actualStart: '2027-01-15',
      actualEnd: '2027-01-15',
    });
    expect(find('pinned-early', recorded)).toMatchObject([{ severity: 'info' }]);
  });
});

describe('window-missed', () => {
  const exam = (pinStart: string) =>
    aPlan()
      .step('approval', { pinStart: '2027-01-01', length: 10, lengthUnit: 'day' })
      .step('exam', { pinStart })
      .link('approval', 'exam', { window: 60 });

  it('allows the last day of the window', () => {
    expect(find('window-missed', exam('2027-03-11'))).toHaveLength(0);
    expect(find('window-missed', exam('2027-03-12'))).toMatchObject([
      { severity: 'error', itemIds: ['exam', 'approval'], facts: { lastDay: '2027-03-11', days: 1 } },
    ]);
  });
});

describe('prerequisite-expired', () => {
  const after = (credential: Partial<Omit<Credential, 'id' | 'kind'>>, pinStart: string) =>
    aPlan()
      .credential('card', { issued: '2026-01-01', ...credential })
      .step('job', { pinStart })
      .link('card', 'job');
  const result = (step: Partial<Omit<Step, 'id' | 'kind'>>, pinStart: string) =>
    aPlan()
      .step('exam', { sort: 'exam', pinStart: '2026-07-01', ...step })
      .step('apply', { pinStart })
      .link('exam', 'apply');

  it('allows the day a credential expires, and no later one', () => {
    expect(find('prerequisite-expired', after({ expires: '2027-01-01' }, '2027-01-01'))).toHaveLength(0);
    expect(find('prerequisite-expired', after({ expires: '2027-01-01' }, '2027-01-02'))).toMatchObject([
      { severity: 'error', itemIds: ['job', 'card'], facts: { lastDay: '2027-01-01', start: '2027-01-02' } },
    ]);
    expect(find('prerequisite-expired', after({}, '2199-01-01'))).toHaveLength(0);
  });

  it('counts the validity of a planned exam from its day', () => {
    expect(find('prerequisite-expired', result({ validDays: 30 }, '2026-07-31'))).toHaveLength(0);
    expect(find('prerequisite-expired', result({ validDays: 30 }, '2026-08-01'))).toHaveLength(1);
    expect(find('prerequisite-expired', result({}, '2030-08-01'))).toHaveLength(0);
  });

  it('counts it from the day it was passed', () => {
    const passed = {
      validDays: 30,
      attempts: [{ id: 'a', day: '2026-07-05', result: 'passed', score: null } as const],
    };
    expect(find('prerequisite-expired', result(passed, '2026-08-04'))).toHaveLength(0);
    expect(find('prerequisite-expired', result(passed, '2026-08-05'))).toHaveLength(1);
  });

  it('counts it from the last day it was passed on', () => {
    const attempts = ['2026-08-05', '2026-07-05'].map(
      (day) => ({ id: day, day, result: 'passed', score: null }) as const,
    );
    expect(find('prerequisite-expired', result({ validDays: 30, attempts }, '2026-09-04'))).toHaveLength(0);
    expect(find('prerequisite-expired', result({ validDays: 30, attempts }, '2026-09-05'))).toHaveLength(1);
  });

  it('counts neither failed attempts nor the validity of what is no exam', () => {
    const failed = { id: 'f', day: '2026-07-20', result: 'failed', score: null } as const;
    const passed = { id: 'p', day: '2026-07-05', result: 'passed', score: null } as const;
    const attempts = [passed, failed];
    expect(find('prerequisite-expired', result({ validDays: 30, attempts }, '2026-08-05'))).toHaveLength(1);
    const fee = result({ sort: 'fee', validDays: 30 }, '2027-08-01');
    expect(find('prerequisite-expired', fee)).toHaveLength(0);
  });

  it('leaves alone links to and from what is not there', () => {
    const dangling = aPlan()
      .credential('card', { expires: '2020-01-01' })
      .link('card', 'ghost')
      .link('ghost', 'card');
    expect(find('prerequisite-expired', dangling)).toHaveLength(0);
  });

  it('asks of "any k of n" that k are there and valid on the day', () => {
    const routes = (other: Partial<Omit<Credential, 'id' | 'kind'>>) =>
      aPlan()
        .credential('old', { issued: '2026-01-01', expires: '2026-12-31' })
        .credential('new', other)
        .experience('open')
        .step('job', { pinStart: '2027-06-01' })
        .link('open', 'new')
        .group('g', 'job', 1, ['old', 'new']);
    expect(
      find('prerequisite-expired', routes({ issued: '2026-01-01', expires: '2027-06-01' })),
    ).toHaveLength(0);
    expect(
      find('prerequisite-expired', routes({ issued: '2026-01-01', expires: '2027-05-31' })),
    ).toHaveLength(2);
    // It has no date at all.
    expect(find('prerequisite-expired', routes({}))).toHaveLength(1);
  });

  it('asks of "any k of n" that k are still valid', () => {
    const routes = (need: number) =>
      aPlan()
        .credential('old', { issued: '2026-01-01', expires: '2026-12-31' })
        .credential('new', { issued: '2026-01-01' })
        .step('job', { pinStart: '2027-06-01' })
        .group('g', 'job', need, ['old', 'new']);
    expect(find('prerequisite-expired', routes(1))).toHaveLength(0);
    expect(find('prerequisite-expired', routes(2))).toMatchObject([{ itemIds: ['job', 'old'] }]);
    const third = routes(2)
      .credential('third', { issued: '2026-01-01' })
      .link('third', 'job', { groupId: 'g' });
    expect(find('prerequisite-expired', third)).toHaveLength(0);
  });
});

describe('hours-short', () => {
  const finished = (hours: number[], over: object = {}) =>
    aPlan().experience('e', {
      hoursRequired: 40,
      hoursPerWeek: 20,
      actualStart: '2026-01-01',
      actualEnd: '2026-02-01',
      log: hours.map((each, n) => ({ id: `h${n}`, day: '2026-01-02', hours: each, note: null })),
      ...over,
    });

  it('holds for a finished experience with fewer hours logged than required', () => {
    expect(find('hours-short', finished([20, 20]))).toHaveLength(0);
    expect(find('hours-short', finished([20, 19.5]))).toMatchObject([
      { severity: 'error', itemIds: ['e'], facts: { by: 'experience', hours: 39.5, required: 40 } },
    ]);
    // 0.7 + 0.1 is a little less than 0.8 in binary fractions.
    expect(find('hours-short', finished([0.7, 0.1], { hoursRequired: 0.8 }))).toHaveLength(0);
    expect(find('hours-short', finished([], { actualEnd: null }))).toHaveLength(0);
    expect(find('hours-short', finished([], { hoursRequired: null }))).toHaveLength(0);
  });

  const planned = (hours: number | null, field = 'Training hours') =>
    aPlan()
      .program('bs')
      .experience('internship', { programId: 'bs', hoursRequired: 480, hoursPerWeek: 40 })
      .experience('office job', { sort: 'job', hoursRequired: 4_000, hoursPerWeek: 40 })
      .experience('ait', { sort: 'ait', hoursRequired: hours, hoursPerWeek: 40 })
      .step('approval')
      .credential('license')
      .link('bs', 'ait')
      .link('office job', 'ait')
      .link('ait', 'approval')
      .link('approval', 'license')
      .fact('rule', { itemId: 'license', field, value: '1,000', unit: 'hours' });

  it("holds for training planned below the credential's rule, jobs and the degree's internship aside", () => {
    expect(find('hours-short', planned(1_000))).toHaveLength(0);
    expect(find('hours-short', planned(999))).toMatchObject([
      {
        severity: 'error',
        itemIds: ['ait', 'license'],
        facts: { by: 'credential', hours: 999, required: 1_000 },
      },
    ]);
  });

  it('reads the rule from a fact about hours of training, wherever it says hours', () => {
    const rule = (field: string, value: string | null, unit: string | null) =>
      find(
        'hours-short',
        aPlan()
          .experience('ait', { sort: 'ait', hoursRequired: 10, hoursPerWeek: 40 })
          .credential('license')
          .link('ait', 'license')
          .fact('rule', { itemId: 'license', field, value, unit }),
      ).length;
    expect([
      rule('AIT', '1,000', 'hours'),
      rule('AIT', '1000', 'h'),
      rule('AIT hours', '1000', null),
    ]).toEqual([1, 1, 1]);
    expect([rule('AIT', '1,000', 'weeks'), rule('AIT', '1000', null), rule('Exam', '100', 'hours')]).toEqual([
      0, 0, 0,
    ]);
    expect([rule('AIT hours', null, null), rule('AIT hours', 'ask the board', 'hours')]).toEqual([0, 0]);
  });

  it('takes no fact about training itself for the rule of a credential', () => {
    const plan = aPlan()
      .experience('basics', { sort: 'ait', hoursRequired: 10, hoursPerWeek: 40 })
      .experience('ait', { sort: 'ait', hoursRequired: 10, hoursPerWeek: 40 })
      .link('basics', 'ait')
      .fact('rule', { itemId: 'ait', field: 'Training hours', value: '1,000' });
    expect(find('hours-short', plan)).toHaveLength(0);
  });

  it('does not hold where the plan or the rule is not known', () => {
    expect(find('hours-short', planned(null))).toHaveLength(0);
    expect(find('hours-short', planned(1, 'Continuing education hours'))).toHaveLength(0);
  });

  it('leaves to another credential on the way the training for that one', () => {
    const plan = (hours: number) =>
      aPlan()
        .experience('first training', { hoursRequired: 500, hoursPerWeek: 40 })
        .credential('assistant')
        .experience('ait', { sort: 'ait', hoursRequired: hours, hoursPerWeek: 40 })
        .credential('license')
        .link('first training', 'assistant')
        .link('assistant', 'ait')
        .link('ait', 'license')
        .fact('rule', { itemId: 'license', field: 'Training hours', value: '1,000' });
    expect(find('hours-short', plan(1_000))).toHaveLength(0);
    expect(find('hours-short', plan(600))).toMatchObject([
      { itemIds: ['ait', 'license'], facts: { hours: 600 } },
    ]);
  });

  it('takes the training of the degree where there is none after it', () => {
    const plan = (hours: number) =>
      aPlan()
        .program('ms')
        .experience('residency', {
          programId: 'ms',
          sort: 'residency',
          hoursRequired: hours,
          hoursPerWeek: 40,
        })
        .credential('license')
        .link('ms', 'license')
        .fact('rule', { itemId: 'license', field: 'Training hours', value: '480' });
    expect(find('hours-short', plan(480))).toHaveLength(0);
    expect(find('hours-short', plan(479))).toMatchObject([{ itemIds: ['residency', 'license'] }]);
  });
});

describe('the audit', () => {
  const program = (over: object) => aPlan().program('p', over).term('t');

  it('reports credits-short below what is required', () => {
    const plan = (creditsRequired: number | null) =>
      program({ creditsRequired })
        .course('a', { status: 'completed', credits: 4, termId: 't' })
        .course('b', { credits: 3 })
        .course('c', { credits: null });
    expect(find('credits-short', plan(7))).toHaveLength(0);
    expect(find('credits-short', plan(null))).toHaveLength(0);
    expect(find('credits-short', plan(7.5))).toMatchObject([
      { severity: 'error', itemIds: ['p'], facts: { required: 7.5, earned: 4, planned: 3, unknown: 1 } },
    ]);
  });

  it('reports gpa-below-minimum by the unrounded GPA', () => {
    const plan = (gpaMinimum: number) =>
      program({ gpaMinimum })
        .course('a', { status: 'completed', grade: 'B', credits: 3 })
        .course('b', { status: 'completed', grade: 'B-', credits: 3 });
    expect(find('gpa-below-minimum', plan(2.85))).toHaveLength(0);
    expect(find('gpa-below-minimum', plan(2.851))).toMatchObject([
      { severity: 'warning', itemIds: ['p'], facts: { minimum: 2.851 } },
    ]);
    expect(find('gpa-below-minimum', program({ gpaMinimum: 4 }).course('a'))).toHaveLength(0);
    // 2.996 is shown as 3.00, and is below 3 all the same.
    const almost = program({ gpaMinimum: 3 })
      .course('a', { status: 'completed', grade: 'B', credits: 74 })
      .course('b', { status: 'completed', grade: 'B-', credits: 1 });
    expect(find('gpa-below-minimum', almost)).toHaveLength(1);
  });

  it('reports requirement-unmet for a group that is missing, not for a planned one', () => {
    const plan = (amount: number) =>
      program({})
        .course('a')
        .requirement('g', { title: 'Core', rule: 'choose', amount, eligible: ['a'] });
    expect(find('requirement-unmet', plan(1))).toHaveLength(0);
    expect(find('requirement-unmet', plan(3))).toMatchObject([
      {
        severity: 'error',
        itemIds: ['p'],
        facts: { requirementId: 'g', title: 'Core', rule: 'choose', missing: 2, fix: 2 },
      },
    ]);
  });
});

describe('renewal-due', () => {
  const license = aPlan().credential('license', { issued: '2026-01-01', expires: '2028-01-01' });

  it.each([
    [-91, undefined],
    [-90, { severity: 'warning', facts: { expires: '2028-01-01', expired: false } }],
    [0, { severity: 'warning', facts: { expires: '2028-01-01', expired: false } }],
    [1, { severity: 'error', facts: { expires: '2028-01-01', expired: true } }],
  ])('%d days from the day it expires', (days, expected) => {
    const [finding] = find('renewal-due', license, plus('2028-01-01', days));
    if (expected === undefined) expect(finding).toBeUndefined();
    else expect(finding).toMatchObject({ ...expected, itemIds: ['license'] });
  });

  it('does not hold where the day is not known', () => {
    expect(
      find('renewal-due', aPlan().credential('c', { issued: '2000-01-01', renewMonths: 12 })),
    ).toHaveLength(0);
  });
});

describe('ce-short', () => {
  const END = '2027-12-31';
  const entry = (hours: number, topic: string | null = null, day = '2027-01-15') => ({
    id: `${topic ?? ''}${day}${hours}`,
    day,
    hours,
    topic,
    title: null,
  });
  const license = (over: Partial<Omit<Credential, 'id' | 'kind'>>) =>
    aPlan().credential('license', {
      issued: '2026-01-01',
      expires: END,
      renewMonths: 24,
      ceHours: 40,
      ...over,
    });

  it('holds within 180 days of the end of the period', () => {
    expect(find('ce-short', license({}), plus(END, -181))).toHaveLength(0);
    expect(find('ce-short', license({}), plus(END, -180))).toMatchObject([
      {
        severity: 'warning',
        itemIds: ['license'],
        facts: { periodEnd: END, asked: 40, logged: 0, topics: [] },
      },
    ]);
  });

  it('counts hours of the period only', () => {
    const logged = (day: string) => find('ce-short', license({ ce: [entry(39), entry(1, null, day)] }), END);
    expect(logged('2026-01-01')).toHaveLength(0);
    expect(logged('2027-12-31')).toHaveLength(0);
    expect(logged('2025-12-31')).toMatchObject([{ facts: { logged: 39 } }]);
    expect(logged('2028-01-01')).toMatchObject([{ facts: { logged: 39 } }]);
  });

  it('asks for each topic by itself', () => {
    const topics = (hours: number) =>
      license({ ceTopics: [{ topic: 'Aging', hours: 10 }], ce: [entry(50), entry(hours, ' aging')] });
    expect(find('ce-short', topics(10), END)).toHaveLength(0);
    const dust = { ceHours: 0.8, ce: [entry(0.7), entry(0.1)] };
    expect(find('ce-short', license(dust), END)).toHaveLength(0);
    expect(find('ce-short', topics(9), END)).toMatchObject([
      { facts: { asked: 40, logged: 59, topics: [{ topic: 'Aging', asked: 10, logged: 9 }] } },
    ]);
  });

  it('counts hours of another topic, or of none, for the total only', () => {
    const over = { ceTopics: [{ topic: 'Aging', hours: 10 }], ce: [entry(30, 'Law'), entry(30)] };
    expect(find('ce-short', license(over), END)).toMatchObject([
      { facts: { asked: 40, logged: 60, topics: [{ topic: 'Aging', asked: 10, logged: 0 }] } },
    ]);
  });

  it('asks nothing of a credential without hours', () => {
    expect(find('ce-short', license({ ceHours: null }), END)).toHaveLength(0);
  });

  const period = (over: Partial<Credential>, today: string) => {
    const [item] = license(over).build().items;
    const found = item?.kind === 'credential' ? educationPeriod(item, toDay(today)) : null;
    return found && [toIso(found.start), toIso(found.end)];
  };

  it('takes yearly periods inside a longer renewal', () => {
    expect(period({ ceMonths: 12 }, '2026-12-31')).toEqual(['2026-01-01', '2026-12-31']);
    expect(period({ ceMonths: 12 }, '2027-01-01')).toEqual(['2027-01-01', '2027-12-31']);
  });

  it('ends with the credential where nothing is known of its renewal or issue', () => {
    expect(period({ renewMonths: null, ceMonths: 12 }, '2027-06-01')).toEqual(['2027-01-01', '2027-12-31']);
    const unknown = { issued: null, renewMonths: 18, ceMonths: 12 };
    expect(period(unknown, '2027-06-01')).toEqual(['2027-01-01', '2027-12-31']);
    expect(period({ ...unknown, issued: '2026-04-01' }, '2027-06-01')).toEqual(['2027-04-01', '2028-03-31']);
  });

  it('takes periods longer than the renewal from the day of issue', () => {
    const over = { renewMonths: 12, ceMonths: 24, expires: '2026-12-31' };
    expect(period(over, '2026-12-01')).toEqual(['2026-01-01', '2027-12-31']);
    expect(period(over, '2028-01-01')).toEqual(['2028-01-01', '2029-12-31']);
  });

  it('stays at the last period of an expired credential', () => {
    expect(period({}, '2029-06-01')).toEqual(['2026-01-01', '2027-12-31']);
  });

  it('is not known without dates', () => {
    expect(period({ issued: null, expires: null }, TODAY)).toBeNull();
    expect(period({ renewMonths: null, expires: null }, TODAY)).toBeNull();
    expect(period({ renewMonths: null }, TODAY)).toEqual(['2026-01-01', END]);
  });
});

describe('stale-fact', () => {
  const checked = (...days: (string | null)[]) => {
    const plan = aPlan().step('s');
    days.forEach((checkedOn, n) => plan.fact(`f${n}`, { itemId: 's', checkedOn }));
    return plan;
  };

  it('holds after 365 days, not on the last of them', () => {
    expect(find('stale-fact', checked(TODAY), plus(TODAY, 365))).toHaveLength(0);
    expect(find('stale-fact', checked(TODAY), plus(TODAY, 366))).toHaveLength(1);
  });

  it('is one for all facts of an item, with the oldest check', () => {
    const plan = checked('2020-02-01', null, '2020-01-01', TODAY).fact('own', { checkedOn: '2021-01-01' });
    expect(find('stale-fact', plan)).toMatchObject([
      { severity: 'info', itemIds: ['s'], facts: { checkedOn: '2020-01-01', count: 2 } },
      { severity: 'info', itemIds: [], facts: { checkedOn: '2021-01-01', count: 1 } },
    ]);
  });
});

describe('the list of findings', () => {
  const unplaced = () => aPlan().program('p').course('c');

  it('has the most urgent first, then the order of the rules', () => {
    const plan = unplaced().requisites('c', ['c']).fact('f', { checkedOn: '2000-01-01' });
    plan.milestone('m', { pinStart: '2020-01-01' });
    expect(all(plan).map(({ code }) => code)).toEqual([
      'cycle',
      'deadline-passed',
      'unplaced-course',
      'stale-fact',
    ]);
  });

  it('keeps an acknowledged finding with its note, and opens it again when its facts change', () => {
    const duplicate = (number: string) =>
      aPlan().program('p').course('a', { prefix: 'X', number }).course('b', { prefix: 'X', number });
    const [key = ''] = find('duplicate-course', duplicate('1')).map((finding) => finding.key);
    const again = (number: string) =>
      find('duplicate-course', duplicate(number).acknowledge(key, 'special topics'));
    expect(again('1')).toMatchObject([{ acknowledged: true, note: 'special topics' }]);
    expect(again('2')).toMatchObject([{ acknowledged: false, note: null }]);
  });

  it('keeps its keys when other items come, go or change', () => {
    const [alone] = find('unplaced-course', unplaced());
    const [among] = find(
      'unplaced-course',
      aPlan().step('s').program('p', { title: 'New name' }).course('c').term('t'),
    );
    expect(among?.key).toBe(alone?.key);
  });
});

describe('the key of a finding', () => {
  it('is JSON with names in order, and ids as whole strings', () => {
    const key = keyOf({ code: 'gpa-below-minimum', itemIds: ['p"1'], facts: { minimum: 3, gpa: 2.5 } });
    expect(JSON.parse(key)).toEqual(['gpa-below-minimum', ['p"1'], { gpa: 2.5, minimum: 3 }]);
    expect(key).toBe(keyOf({ code: 'gpa-below-minimum', itemIds: ['p"1'], facts: { gpa: 2.5, minimum: 3 } }));
  });

  it('stays short enough to store, and still tells long lists apart', () => {
    const ids = Array.from({ length: 1_000 }, (_, n) => `course-${n}`);
    const key = (itemIds: string[]) => keyOf({ code: 'cycle', itemIds, facts: { of: 'requisites' } });
    expect(key(ids).length).toBeLessThan(5_000);
    expect(key(ids)).not.toBe(key([...ids.slice(0, -1), 'another']));
    expect(() => JSON.parse(key(ids)) as unknown).not.toThrow();
  });
});
