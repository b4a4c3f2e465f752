import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { FINDING_TITLES } from '#shared/words/findings.ts';
import { arbitraryPlan, arbitraryPlanWithLoops, SMALL_PLAN_TODAY } from '../oracle/arbitrary-plan.ts';
import { arbitraryStudy, arbitraryStudyWithLoops, STUDY_TODAY } from '../oracle/arbitrary-study.ts';
import { featuresOf } from '../oracle/plan-features.ts';

/*
 * "No difference over thousands of plans" says nothing about a thing that no plan has. What the rules speak of
 * occurs in the plans of one run at least fifty times. `EXPLORE=1` prints the counts.
 */

const ENOUGH = 50;
const RUNS = 1_000;

const MUST_OCCUR: Readonly<Record<string, readonly string[]>> = {
  'how items come by their dates': ['actual', 'auto', 'course', 'pinned', 'summary', 'term'].map(
    (mode) => `mode ${mode}`,
  ),
  'why items have none': ['cycle', 'empty-program', 'group-short', 'no-anchor', 'no-length', 'no-term'].map(
    (cause) => `undated ${cause}`,
  ),
  'what decides': [
    ...['actual', 'link', 'not-before', 'pinned', 'term', 'today'].map((reason) => `decided by ${reason}`),
    'tie',
  ],
  links: ['link FS', 'link SS', 'link FF', 'lead', 'window', 'any k of n links', 'link to a program'],
  'the goal': ['complete goal', 'incomplete goal', 'date at best', 'target', 'slack', 'negative slack'],
  records: ['attempt passed', 'attempt failed', 'logged hours', 'logged education', 'expires', 'grade'],
  courses: [
    ...['planned', 'enrolled', 'completed', 'withdrawn', 'transferred', 'exempt'].map(
      (each) => `course ${each}`,
    ),
    ...['repeat', 'unknown credits', 'assigned to a group', 'course on a loop'],
  ],
  requisites: [
    'requisite pre',
    'requisite co',
    'requisite strict',
    'any k of n requisites',
    'minimum grade of a requisite',
  ],
  'requirement groups': [
    ...['all', 'credits', 'choose', 'met', 'planned', 'missing'].map((each) => `group ${each}`),
    ...['shared group', 'minimum grade of a group', 'fix by taking again'],
  ],
  programs: ['semester', 'quarter', 'GPA of latest', 'GPA of all', 'GPA needed'],
  findings: Object.keys(FINDING_TITLES).map((code) => `finding ${code}`),
  'both severities': [
    'pinned-early error',
    'pinned-early info',
    'renewal-due error',
    'renewal-due warning',
  ].map((each) => `finding ${each}`),
};

function countFeatures(): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (plans: fc.Arbitrary<PlanDocument>, today: string): void => {
    for (const document of fc.sample(plans, { numRuns: RUNS, seed: 20_261_123 }))
      for (const feature of featuresOf(document, today)) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  count(arbitraryPlan, SMALL_PLAN_TODAY);
  count(arbitraryPlanWithLoops, SMALL_PLAN_TODAY);
  count(arbitraryStudy, STUDY_TODAY);
  count(arbitraryStudyWithLoops, STUDY_TODAY);
  return counts;
}

describe('the plans that the oracles are asked about', () => {
  let counts = new Map<string, number>();
  beforeAll(() => {
    counts = countFeatures();
    if (process.env['EXPLORE'] !== undefined) console.table(Object.fromEntries([...counts].sort()));
  }, 120_000);

  test.each(Object.entries(MUST_OCCUR))('hold enough of %s', (_, features) => {
    const rare = features.filter((feature) => (counts.get(feature) ?? 0) < ENOUGH);
    expect(rare.map((feature) => `${feature}: ${counts.get(feature) ?? 0}`)).toEqual([]);
  });
});
