import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { FindingCode } from '#shared/domain/findings/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryStudy, arbitraryStudyWithLoops, STUDY_TODAY } from '../oracle/arbitrary-study.ts';
import { findingsByOracle, type OracleFinding } from '../oracle/findings-oracle.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

const TODAY = toDay(STUDY_TODAY);

/** Codes in which the items behind the first have no order of their own. */
const UNORDERED: readonly FindingCode[] = ['cycle'];

/** Findings as sorted texts; a GPA without its binary fraction. */
function plainly(findings: readonly OracleFinding[]): string[] {
  const texts = findings.map(({ code, severity, itemIds, facts }) => {
    const ids = UNORDERED.includes(code) ? [...itemIds].sort() : itemIds;
    return JSON.stringify([code, severity, ids, Object.entries(facts).map(withoutDust).sort()]);
  });
  return texts.sort();
}

function withoutDust([name, value]: [string, unknown]): [string, unknown] {
  return [name, name === 'gpa' && typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value];
}

const engineFindings = (document: PlanDocument) => findingsOf(document, schedulePlan(document, TODAY), TODAY);

test('the findings are those that the table asks for, and no others', () => {
  fc.assert(
    fc.property(arbitraryStudy, (document) => {
      expect(plainly(engineFindings(document))).toEqual(plainly(findingsByOracle(document, STUDY_TODAY)));
    }),
    { numRuns: 1_500 },
  );
});

test('the findings are the same two where links run in circles', () => {
  fc.assert(
    fc.property(arbitraryStudyWithLoops, (document) => {
      expect(plainly(engineFindings(document))).toEqual(plainly(findingsByOracle(document, STUDY_TODAY)));
    }),
    { numRuns: 500 },
  );
});
