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

describe('a link to a program whose child has recorded dates (R10, R13)', () => {
  // Such a link holds for automatic children only, so what it comes from is not before this one.
  const begun = () =>
    aPlan()
      .milestone('missing')
      .program('masters')
      .experience('residency', {
        programId: 'masters',
        actualStart: '2028-01-10',
        length: 12,
        lengthUnit: 'week',
      })
      .goal('residency');

  test('holds nothing of it, also as a member of "any k of n"', () => {
    expect(scheduled(begun().link('missing', 'masters').build()).goal?.undatedItems).toEqual([]);
    expect(scheduled(begun().group('any', 'masters', 1, ['missing']).build()).goal?.undatedItems).toEqual([]);
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

describe('"any k of n" into a program (R7, R13)', () => {
  test('a route that was not taken is not before the goal', () => {
    const schedule = scheduled(
      aPlan()
        .step('taken')
        .milestone('not-taken')
        .program('masters')
        .term('fall', { firstDay: '2028-08-21', lastDay: '2028-12-15' })
        .group('either', 'masters', 1, ['taken', 'not-taken'])
        .goal('masters')
        .build(),
    );
    expect(schedule.goal?.undatedItems).toEqual([]);
    expect(schedule.goal?.complete).toBe(true);
  });
});

describe('what decides the first day of a program (R15)', () => {
  test('its other children that start on that day are tied', () => {
    const schedule = scheduled(
      aPlan()
        .program('masters')
        .term('spring', { firstDay: TODAY, lastDay: '2028-05-12' })
        .experience('residency', { programId: 'masters', hoursRequired: 40, hoursPerWeek: 40 })
        .milestone('enrolled')
        .link('masters', 'enrolled', { kind: 'SS' })
        .goal('enrolled')
        .build(),
    );
    expect(schedule.binding().map(({ itemId, tied }) => [itemId, tied])).toEqual([
      ['enrolled', []],
      ['masters', ['residency']],
      ['spring', []],
    ]);
  });
});
