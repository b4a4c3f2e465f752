import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { SMALL_PLAN_TODAY, arbitraryPlan, arbitraryPlanWithLoops } from '../oracle/arbitrary-plan.ts';
import { STUDY_TODAY, arbitraryStudy, arbitraryStudyWithLoops } from '../oracle/arbitrary-study.ts';
import { differencesOf } from '../oracle/compare.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

const sameAnswers = fc.property(arbitraryPlan, (document) => {
  expect(differencesOf(document, SMALL_PLAN_TODAY)).toEqual([]);
});

test('the engine answers as the oracle does, for the same 2,000 plans in every run', () => {
  fc.assert(sameAnswers, { numRuns: 2000, seed: 20280131 });
});

test('the engine answers as the oracle does, for 1,000 plans that no run had before', () => {
  // On failure fast-check prints the seed and path that bring the same plan back.
  fc.assert(sameAnswers, { numRuns: 1000 });
});

test('the engine answers as the oracle does, for 1,000 plans full of courses, records, pins and limits', () => {
  fc.assert(
    fc.property(arbitraryStudy, (document) => {
      expect(differencesOf(document, STUDY_TODAY)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

// A link that closes a loop is refused, so nobody sees what would be counted back through one. That every item
// on it lacks dates, and no other does for its sake, is what an import of loops relies on.
const ANSWERS_AROUND_LOOPS = new Set([
  'mode',
  'start',
  'end',
  'undated',
  'date',
  'best',
  'complete',
  'broken',
  'windows',
  'loops',
]);

test('the engine dates the same items as the oracle where links and requisites run in circles', () => {
  fc.assert(
    fc.property(arbitraryPlanWithLoops, (document) => {
      const differences = differencesOf(document, SMALL_PLAN_TODAY);
      expect(differences.filter(({ about }) => ANSWERS_AROUND_LOOPS.has(about))).toEqual([]);
    }),
    { numRuns: 1000, seed: 20280131 },
  );
  fc.assert(
    fc.property(arbitraryStudyWithLoops, (document) => {
      const differences = differencesOf(document, STUDY_TODAY);
      expect(differences.filter(({ about }) => ANSWERS_AROUND_LOOPS.has(about))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('no answer depends on which was asked for first', () => {
  fc.assert(
    fc.property(arbitraryPlan, (document) => {
      const one = schedulePlan(document, toDay(SMALL_PLAN_TODAY));
      const forward = [one.all(), one.goal, one.binding(), one.broken, one.windows];
      const other = schedulePlan(document, toDay(SMALL_PLAN_TODAY));
      const backward = [other.windows, other.broken, other.binding(), other.goal, other.all()];
      expect(backward.reverse()).toEqual(forward);
    }),
    { numRuns: 500, seed: 20280131 },
  );
});
