import type { ProgramAudit } from '../audit/audit-plan.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';
import { contextOf, type Context } from './context.ts';
import { findDuplicates, findOverload, findPassedDeadlines, findUnderload, findUnplaced } from './courses.ts';
import { findRenewals, findShortEducation } from './credentials.ts';
import { findStaleFacts } from './facts.ts';
import { findShortHours } from './hours.ts';
import { keyOf } from './key.ts';
import { findExpired, findMissedWindows, findPinnedEarly } from './links.ts';
import { findLowGpa, findOutside, findShortCredits, findUnmetRequirements } from './programs.ts';
import { findCycles, findRequisiteOrder } from './requisites.ts';
import { SEVERITIES, type Finding, type FindingCode, type Raised } from './types.ts';

/** The closed list of rules. A code without its rule does not compile. */
const RULES: { [C in FindingCode]: (context: Context) => Raised<C>[] } = {
  'requisite-order': findRequisiteOrder,
  cycle: findCycles,
  'credit-overload': findOverload,
  'credit-underload': findUnderload,
  'outside-program': findOutside,
  'pinned-early': findPinnedEarly,
  'window-missed': findMissedWindows,
  'prerequisite-expired': findExpired,
  'hours-short': findShortHours,
  'credits-short': findShortCredits,
  'gpa-below-minimum': findLowGpa,
  'requirement-unmet': findUnmetRequirements,
  'unplaced-course': findUnplaced,
  'duplicate-course': findDuplicates,
  'deadline-passed': findPassedDeadlines,
  'renewal-due': findRenewals,
  'ce-short': findShortEducation,
  'stale-fact': findStaleFacts,
};

export const FINDING_CODES = Object.keys(RULES) as FindingCode[];

/**
 * Everything there is to notice about a plan, the most urgent first, then in the order of the rules and of the
 * document. Acknowledged findings stay in the list and say so. `audits` may be passed in where they are known; with
 * `codes`, which are in the order of `FINDING_CODES`, only these rules are asked.
 */
export function findingsOf(
  doc: PlanDocument,
  schedule: Schedule,
  today: DayNumber,
  audits?: readonly ProgramAudit[],
  codes: readonly FindingCode[] = FINDING_CODES,
): Finding[] {
  const context = contextOf(doc, schedule, today, audits);
  const notes = new Map(doc.acknowledgements.map(({ key, note }) => [key, note]));
  const findings = codes.flatMap((code): Finding[] =>
    RULES[code](context).map((raised) => {
      const key = keyOf(raised);
      return { ...raised, key, acknowledged: notes.has(key), note: notes.get(key) ?? null };
    }),
  );
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
