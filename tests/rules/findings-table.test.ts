import { describe, expect, test } from 'vitest';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding, FindingCode, Severity } from '#shared/domain/findings/types.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { FINDING_TITLES } from '#shared/words/findings.ts';
import { aPlan, type PlanBuilder } from '../builders/plan-builder.ts';

/*
 * Each finding in its smallest plan: what raises it, what comes of acknowledging it, other facts that open it again,
 * and what makes it go away. The edges of every condition are in shared/domain/findings, all of them together in
 * findings.property.test.ts.
 */

const TODAY = '2027-06-01';

interface Row {
  /** The plan with the cause; `fixed` takes it away, `changed` leaves it there with other facts. */
  plan: () => PlanBuilder;
  severity: Severity;
  items: string[];
  /** `null` where a finding has no facts that could change. */
  changed: (() => PlanBuilder) | null;
  fixed: () => PlanBuilder;
}

const twoTerms = () =>
  aPlan().program('p').term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' }).term('spring');
const requisite = (needed: string | null, kind: 'pre' | 'co' = 'pre') =>
  aPlan()
    .program('p')
    .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-05' })
    .course('need', { termId: needed })
    .course('course', { termId: 'spring' })
    .requisites('course', ['need'], { kind });
const ring = (kind: 'pre' | 'co') =>
  twoTerms().course('a').course('b').requisites('a', ['b'], { kind: 'co' }).requisites('b', ['a'], { kind });
const load = (credits: number) =>
  aPlan()
    .program('p')
    .term('t', { firstDay: '2027-08-23', lastDay: '2027-12-10', creditLimit: 6, creditMinimum: 3 })
    .course('c', { termId: 't', credits });
const child = (pinStart: string) =>
  aPlan().program('p', { mustEndBy: '2027-12-31' }).milestone('graduation', { programId: 'p', pinStart });
const pinned = (pinStart: string) =>
  aPlan()
    .step('first', { pinStart: '2027-07-01', length: 10 })
    .step('second', { pinStart })
    .link('first', 'second');
const windowed = (pinStart: string) =>
  aPlan()
    .step('approval', { pinStart: '2027-07-01' })
    .step('exam', { pinStart })
    .link('approval', 'exam', { window: 60 });
const certified = (expires: string) =>
  aPlan()
    .credential('card', { issued: '2027-01-01', expires })
    .step('job', { pinStart: '2029-01-01' })
    .link('card', 'job');
const trained = (hours: number) =>
  aPlan().experience('ait', {
    hoursRequired: 10,
    actualStart: '2027-05-01',
    actualEnd: '2027-05-20',
    log: [{ id: 'h', day: '2027-05-02', hours, note: null }],
  });
const degree = (creditsRequired: number) =>
  aPlan().program('p', { creditsRequired }).course('c', { status: 'completed', grade: 'B' });
const average = (gpaMinimum: number) =>
  aPlan().program('p', { gpaMinimum }).course('c', { status: 'completed', grade: 'B' });
const group = (amount: number) =>
  aPlan()
    .program('p')
    .course('c', { status: 'completed' })
    .requirement('g', { rule: 'choose', amount, eligible: ['c'] });
const twice = (number: string, other: string) =>
  aPlan()
    .program('p')
    .course('a', { prefix: 'HSA', number, status: 'completed' })
    .course('b', { prefix: 'HSA', number: other, status: 'transferred' });
const due = (pinStart: string) => aPlan().milestone('deadline', { pinStart });
const license = (expires: string) => aPlan().credential('license', { issued: '2026-01-01', expires });
const education = (hours: number) =>
  aPlan().credential('license', {
    issued: '2025-10-01',
    expires: '2027-09-30',
    ceHours: 10,
    ce: [{ id: 'e', day: '2027-05-01', hours, topic: null, title: null }],
  });
const fact = (checkedOn: string) => aPlan().step('s').fact('f', { itemId: 's', checkedOn });

const TABLE: { readonly [C in FindingCode]: Row } = {
  'requisite-order': {
    plan: () => requisite('spring'),
    severity: 'error',
    items: ['course', 'need'],
    changed: () => requisite(null, 'co'),
    fixed: () => requisite('fall'),
  },
  cycle: {
    plan: () => ring('pre'),
    severity: 'error',
    items: ['a', 'b'],
    changed: () => aPlan().step('a').step('b').link('a', 'b').link('b', 'a'),
    fixed: () => ring('co'),
  },
  'credit-overload': {
    plan: () => load(7),
    severity: 'warning',
    items: ['t'],
    changed: () => load(8),
    fixed: () => load(6),
  },
  'credit-underload': {
    plan: () => load(2),
    severity: 'info',
    items: ['t'],
    changed: () => load(1),
    fixed: () => load(3),
  },
  'outside-program': {
    plan: () => child('2028-01-01'),
    severity: 'warning',
    items: ['graduation', 'p'],
    changed: () => child('2028-01-02'),
    fixed: () => child('2027-12-31'),
  },
  'pinned-early': {
    plan: () => pinned('2027-07-10'),
    severity: 'error',
    items: ['second', 'first'],
    changed: () => pinned('2027-07-09'),
    fixed: () => pinned('2027-07-11'),
  },
  'window-missed': {
    plan: () => windowed('2027-08-31'),
    severity: 'error',
    items: ['exam', 'approval'],
    changed: () => windowed('2027-09-01'),
    fixed: () => windowed('2027-08-30'),
  },
  'prerequisite-expired': {
    plan: () => certified('2028-12-31'),
    severity: 'error',
    items: ['job', 'card'],
    changed: () => certified('2028-12-30'),
    fixed: () => certified('2029-01-01'),
  },
  'hours-short': {
    plan: () => trained(9),
    severity: 'error',
    items: ['ait'],
    changed: () => trained(8),
    fixed: () => trained(10),
  },
  'credits-short': {
    plan: () => degree(4),
    severity: 'error',
    items: ['p'],
    changed: () => degree(5),
    fixed: () => degree(3),
  },
  'gpa-below-minimum': {
    plan: () => average(3.1),
    severity: 'warning',
    items: ['p'],
    changed: () => average(3.2),
    fixed: () => average(3),
  },
  'requirement-unmet': {
    plan: () => group(2),
    severity: 'error',
    items: ['p'],
    changed: () => group(3),
    fixed: () => group(1),
  },
  'unplaced-course': {
    plan: () => twoTerms().course('c'),
    severity: 'warning',
    items: ['c'],
    changed: null,
    fixed: () => twoTerms().course('c', { termId: 'fall' }),
  },
  'duplicate-course': {
    plan: () => twice('300', '300'),
    severity: 'warning',
    items: ['b', 'a'],
    changed: () => twice('301', '301'),
    fixed: () => twice('300', '301'),
  },
  'deadline-passed': {
    plan: () => due('2027-05-31'),
    severity: 'error',
    items: ['deadline'],
    changed: () => due('2027-05-30'),
    fixed: () => due('2027-06-01'),
  },
  'renewal-due': {
    plan: () => license('2027-08-30'),
    severity: 'warning',
    items: ['license'],
    changed: () => license('2027-08-29'),
    fixed: () => license('2027-08-31'),
  },
  'ce-short': {
    plan: () => education(9),
    severity: 'warning',
    items: ['license'],
    changed: () => education(8),
    fixed: () => education(10),
  },
  'stale-fact': {
    plan: () => fact('2026-05-31'),
    severity: 'info',
    items: ['s'],
    changed: () => fact('2026-05-30'),
    fixed: () => fact('2026-06-01'),
  },
};

function find(code: string, plan: PlanBuilder): Finding[] {
  const document = plan.build();
  const day = toDay(TODAY);
  return findingsOf(document, schedulePlan(document, day), day).filter((each) => each.code === code);
}

test('every code has its row', () => {
  expect(Object.keys(TABLE).sort()).toEqual(Object.keys(FINDING_TITLES).sort());
});

describe.each(Object.entries(TABLE))('%s', (code, { plan, severity, items, changed, fixed }) => {
  const [raised] = find(code, plan());
  const key = raised?.key ?? '';

  test('is raised once, with its severity and its items', () => {
    expect(find(code, plan())).toMatchObject([{ severity, itemIds: items, acknowledged: false, note: null }]);
  });

  test('stays listed when it is acknowledged, with the note', () => {
    expect(find(code, plan().acknowledge(key, 'known'))).toMatchObject([
      { key, severity, acknowledged: true, note: 'known' },
    ]);
  });

  test('keeps its acknowledgement when something else is added, renamed or described', () => {
    const other = plan()
      .acknowledge(key)
      .step('another', { pinStart: '2027-02-01' })
      .program('elsewhere')
      .term('later', { firstDay: '2029-08-23', lastDay: '2029-12-10' })
      .course('one more', { termId: 'later' })
      .change((item) => ({
        ...item,
        title: `${item.title}, renamed`,
        notes: 'x',
        url: null,
        costCents: 100,
      }));
    expect(find(code, other).filter(({ itemIds }) => itemIds[0] === items[0])).toMatchObject([
      { key, acknowledged: true },
    ]);
  });

  if (changed !== null) {
    test('opens again when its facts change', () => {
      expect(find(code, changed().acknowledge(key))).toMatchObject([
        { itemIds: items, acknowledged: false, note: null },
      ]);
    });
  }

  test('is gone when its cause is, acknowledged or not', () => {
    expect(find(code, fixed())).toEqual([]);
    expect(find(code, fixed().acknowledge(key))).toEqual([]);
  });
});
