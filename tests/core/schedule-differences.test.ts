import { describe, expect, test } from 'vitest';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '../builders/plan-builder.ts';

/*
 * Plans, as small as they come, about which the engine and the brute-force oracle once disagreed. Each states
 * the answer and the rule that decides it.
 */

const TODAY = '2028-01-31';

const scheduled = (document: PlanDocument, target: string | null = null) =>
  schedulePlan(document, toDay(TODAY), { target: target === null ? null : toDay(target) });

type Scheduled = ReturnType<typeof scheduled>;

const iso = (day: number | null): string | null => (day === null ? null : toIso(day));

function latestOf(schedule: Scheduled, id: string): [string | null, string | null, number | null] {
  const { latestStart, latestFinish, slack } = schedule.dates(id);
  return [iso(latestStart), iso(latestFinish), slack];
}

describe('months, which do not end later for every day they start later, in latest dates (R2, R14)', () => {
  // Three months from Nov 28, 29 or 30, 2028 all end on Feb 27: still ending in time is not starting in time.
  test('an item starts no later than a start-to-start link to the goal asks', () => {
    const schedule = scheduled(
      aPlan()
        .step('first', { length: 1, lengthUnit: 'day', notBefore: '2028-11-27' })
        .step('three-months', { length: 3, lengthUnit: 'month' })
        .milestone('goal')
        .link('first', 'three-months')
        .link('three-months', 'goal', { kind: 'SS' })
        .goal('goal')
        .build(),
    );
    expect(iso(schedule.goal?.date ?? null)).toBe('2028-11-28');
    expect(latestOf(schedule, 'three-months')).toEqual(['2028-11-28', '2029-02-27', 0]);
    expect(latestOf(schedule, 'first')).toEqual(['2028-11-27', '2028-11-27', 0]);
  });

  test('a finish-to-finish link asks for the end that the latest start brings, not for one between two ends', () => {
    // A month from Apr 30 ends on May 29, one from May 1 on May 31: none ends on May 30.
    const schedule = scheduled(
      aPlan()
        .milestone('decision', { notBefore: '2028-05-01' })
        .step('month', { length: 1, lengthUnit: 'month' })
        .link('decision', 'month', { kind: 'FF' })
        .goal('month')
        .build(),
      '2028-05-30',
    );
    expect(latestOf(schedule, 'month')[0]).toBe('2028-04-30');
    expect(iso(schedule.dates('decision').latestFinish)).toBe('2028-05-29');
  });
});

describe('a missed window (R6, R13)', () => {
  test('is a broken link before the goal: the date is "no earlier than"', () => {
    const schedule = scheduled(
      aPlan()
        .step('approval', { pinStart: '2028-02-01' })
        .step('exam', { pinStart: '2028-06-01' })
        .link('approval', 'exam', { window: 60 })
        .goal('exam')
        .build(),
    );
    expect(schedule.windows.map((window) => window.itemId)).toEqual(['exam']);
    expect(schedule.goal?.brokenItems).toEqual(['exam']);
    expect(schedule.goal?.complete).toBe(false);
  });
});

describe('a link to a program and a child that holds its dates (R10, R14)', () => {
  const plan = (residencyOn: string): PlanDocument =>
    aPlan()
      .milestone('graduation', { notBefore: '2028-05-12' })
      .program('masters')
      .experience('residency', {
        programId: 'masters',
        hoursRequired: 40,
        hoursPerWeek: 40,
        pinStart: residencyOn,
      })
      .link('graduation', 'masters')
      .goal('masters')
      .build();

  test('is broken by a pinned child that starts too early', () => {
    const schedule = scheduled(plan('2028-05-12'));
    expect(schedule.broken.map(({ itemId, days }) => [itemId, days])).toEqual([['residency', 1]]);
    expect(schedule.goal?.complete).toBe(false);
  });

  test('counts back from a pinned child', () => {
    expect(latestOf(scheduled(plan('2028-06-01')), 'graduation')).toEqual(['2028-05-31', '2028-05-31', 19]);
  });
});

describe('what is finished (R2, R9)', () => {
  test('has its last day, and so holds back nothing behind it, though nobody knows how long it took', () => {
    const schedule = scheduled(
      aPlan()
        .step('check', { sort: 'background-check', length: null, lengthUnit: null, actualEnd: '2028-01-10' })
        .credential('license')
        .link('check', 'license')
        .goal('license')
        .build(),
    );
    expect([iso(schedule.dates('check').start), iso(schedule.dates('check').end)]).toEqual([
      '2028-01-10',
      '2028-01-10',
    ]);
    expect(iso(schedule.goal?.date ?? null)).toBe(TODAY);
  });
});

describe('"any k of n" into an item without dates (R7, R13)', () => {
  test('chooses all the same: an alternative that is not needed is not before the goal', () => {
    const schedule = scheduled(
      aPlan()
        .milestone('missing')
        .milestone('not-needed')
        .step('taken')
        .credential('goal')
        .link('missing', 'goal')
        .group('either', 'goal', 1, ['taken', 'not-needed'])
        .goal('goal')
        .build(),
    );
    expect([...(schedule.goal?.undatedItems ?? [])].sort()).toEqual(['goal', 'missing']);
  });
});
