import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { auditPlan, type ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import { arbitraryStudy } from '../oracle/arbitrary-study.ts';
import { auditByOracle, type OracleAudit } from '../oracle/audit-oracle.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

/** Binary fractions aside, in an order that does not matter. */
const near = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e9) / 1e9);
const sorted = (ids: readonly string[]): string[] => [...ids].sort();

/** An audit in the form in which the two are compared. */
function plainly(audit: ProgramAudit | OracleAudit): unknown {
  const {
    programId,
    creditsRequired,
    creditsEarned,
    creditsPlanned,
    unknownCredits,
    gpa,
    gpaNeeded,
    groups,
  } = audit;
  return {
    programId,
    creditsRequired,
    creditsEarned,
    creditsPlanned,
    unknownCredits: sorted(unknownCredits),
    gpa: near(gpa),
    gpaNeeded: gpaNeeded && { ...gpaNeeded, needed: near(gpaNeeded.needed) },
    groups: groups.map((group) => ({
      requirementId: group.requirementId,
      status: group.status,
      asked: group.asked,
      earned: group.earned,
      planned: group.planned,
      missing: group.missing,
      courseIds: sorted(group.courseIds),
      unknownCredits: sorted(group.unknownCredits),
      elsewhereIds: sorted(group.elsewhereIds),
      fix: { courses: group.fix.courses, again: group.fix.courseIds },
    })),
  };
}

test('the audit is what trying every way to count the courses finds', () => {
  fc.assert(
    fc.property(arbitraryStudy, (document) => {
      expect(auditPlan(document).map(plainly)).toEqual(auditByOracle(document).map(plainly));
    }),
    { numRuns: 1_500 },
  );
});
