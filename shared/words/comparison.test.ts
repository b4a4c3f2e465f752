import { describe, expect, it } from 'vitest';
import { routesOf } from '#shared/domain/analysis/routes.ts';
import { comparePlans } from '#shared/domain/compare/compare-plans.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import {
  twoRoutes,
  workedExample,
  workedExampleWithMasters,
  WORKED_EXAMPLE_TODAY,
} from '#tests/oracle/worked-example.ts';
import { comparedValue, fieldPhrase } from './compared-fields.ts';
import { costText, allCreditsText, explainComparison, findingsText, movedText } from './comparison.ts';
import { routesSentence } from './routes.ts';

const today = toDay(WORKED_EXAMPLE_TODAY);
const explained = (...docs: PlanDocument[]) => explainComparison(comparePlans(docs, today));
const license = (over: object) =>
  aPlan()
    .step('Exam', over)
    .credential('License', { title: 'License' })
    .link('Exam', 'License')
    .goal('License')
    .build();

describe('the explanation of a comparison', () => {
  it('is one sentence where one change makes the difference', () => {
    expect(explained(workedExample(), workedExample({ hoursPerWeek: 20 }))).toEqual([
      {
        planId: 'plan',
        lead: 'license: 175 days later, because “ait” takes 350 days instead of 175 (20 hours per week instead of 40).',
        parts: [],
      },
    ]);
  });

  it('lists the parts where several do, and they name the one against the other', () => {
    expect(explained(workedExample(), workedExampleWithMasters())[0]).toMatchObject({
      lead: 'license: 553 days later:',
      parts: [
        '728 days later, because “ms” is added and ends on May 10, 2030',
        '175 days earlier, because “ait” is left out (175 days)',
      ],
    });
  });

  it('says the day of what was fixed, and what is compared when there is nothing to compare', () => {
    expect(explained(license({}), license({ pinStart: '2027-10-01' }))[0]?.lead).toBe(
      'License: 30 days later, because “Exam” starts on Oct 1, 2027 instead of Sep 1, 2027 (fixed first day Oct 1, 2027 instead of none).',
    );
    const none = { ...license({}), plan: { ...license({}).plan, goalId: null, name: 'Aimless' } };
    expect(explained(license({}), license({}))[0]?.lead).toBe('License: the same day.');
    expect(explained(license({}), none)[0]?.lead).toBe('“Aimless” has no goal to compare.');
    expect(explained(none, license({}))[0]?.lead).toBe('License: no date to compare with in “Aimless”.');
    expect(explained(license({}), license({ length: null }))[0]?.lead).toBe(
      'License: no date yet in “Plan”.',
    );
  });
});

describe('the words of a comparison', () => {
  it('say fields as people do', () => {
    expect(fieldPhrase({ field: 'term', old: 'Fall', new: 'Spring' })).toBe('in “Spring” instead of “Fall”');
    expect(fieldPhrase({ field: 'costCents', old: null, new: 7_550 })).toBe('cost $75.50 instead of none');
    expect(fieldPhrase({ field: 'gpaMinimum', old: 2, new: 2.5 })).toBe('GPA minimum 2.50 instead of 2.00');
    const exam = { title: 'Exam', kind: 'FS', lag: 0, window: null, need: null } as const;
    expect(fieldPhrase({ field: 'waitsFor', old: [], new: [exam] })).toBe('waits for “Exam”');
    expect(fieldPhrase({ field: 'waitsFor', old: [exam], new: [] })).toBe('no longer waits for “Exam”');
    expect(fieldPhrase({ field: 'waitsFor', old: [exam], new: [{ ...exam, lag: 30 }] })).toBe(
      'waits for “Exam” (30 days after its end) instead of “Exam”',
    );
    expect(comparedValue('offered', ['fall', 'spring'])).toBe('Fall and Spring');
    expect(comparedValue('reminders', ['90', '7'])).toBe('90 and 7');
    expect(comparedValue('log', ['2028-01-03 8'])).toBe('1 entry');
  });

  it('say sums with what is not known', () => {
    expect(allCreditsText({ earned: 42, planned: 78, required: 120, unknown: 1 })).toBe(
      '42 of 120 credits earned, 78 planned, 1 course of unknown credits',
    );
    expect(costText({ costCents: 0, costUnknown: 3 })).toBe('not known');
    expect(costText({ costCents: 5_000, costUnknown: 3 })).toBe('$50, 3 items not known');
    const none = { open: 0, acknowledged: 0 };
    expect(findingsText({ error: none, warning: none, info: none })).toBe('none open');
    expect(
      findingsText({
        error: { open: 2, acknowledged: 1 },
        warning: { open: 1, acknowledged: 0 },
        info: none,
      }),
    ).toBe('2 errors and 1 warning open, 1 acknowledged');
    expect([movedText(5, 5), movedText(0, 5), movedText(-1, 0), movedText(1, 2), movedText(null, 2)]).toEqual(
      [
        '5 days later',
        'ends 5 days later',
        'starts 1 day earlier',
        'starts 1 day later, ends 2 days later',
        'has dates in one of the plans only',
      ],
    );
  });
});

describe('the words of routes', () => {
  it('name the fastest and what the others cost', () => {
    const doc = twoRoutes();
    expect(routesOf(doc, schedulePlan(doc, today)).map(routesSentence)).toEqual([
      'Fastest route into “wait”: “ait” (“ms”: 553 days later).',
    ]);
  });

  it('say when there is no fastest yet', () => {
    const plan = aPlan()
      .step('a')
      .milestone('b')
      .credential('License')
      .group('any', 'License', 2, ['a', 'b'])
      .build();
    expect(routesOf(plan, schedulePlan(plan, today)).map(routesSentence)).toEqual([
      'Fewer than 2 of the routes into “License” have a date yet.',
    ]);
  });
});
