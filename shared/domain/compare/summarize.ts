import { mainDecider } from '../schedule/binding.ts';
import { judgeGoal } from '../analysis/judge-goal.ts';
import { auditPlan, type ProgramAudit } from '../audit/audit-plan.ts';
import { costsOf } from '../costs/costs-of.ts';
import { findingsOf } from '../findings/findings-of.ts';
import { SEVERITIES, type Finding } from '../findings/types.ts';
import type { PlanDocument } from '../plan/document.ts';
import { plannedHours } from '../schedule/planned-span.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';
import type { ComparedPlan } from './types.ts';

/** What stands in a plan's column. The difference in days belongs to the comparison. */
export function summarize(
  doc: PlanDocument,
  schedule: Schedule,
  today: DayNumber,
): Omit<ComparedPlan, 'days'> {
  const audits = auditPlan(doc);
  const binding = schedule.binding();
  const costs = costsOf(doc, () => null);
  return {
    planId: doc.plan.id,
    name: doc.plan.name,
    goal: judgeGoal(schedule, audits),
    binding,
    decides: mainDecider(binding),
    credits: sumAudits(audits),
    hours: sumHours(doc),
    costCents: costs.cents,
    costUnknown: costs.unknown,
    findings: countFindings(findingsOf(doc, schedule, today, audits)),
  };
}

function sumAudits(audits: readonly ProgramAudit[]): ComparedPlan['credits'] {
  const required = audits.flatMap(({ creditsRequired }) => creditsRequired ?? []);
  const total = (credits: readonly number[]): number => rounded(credits.reduce((sum, each) => sum + each, 0));
  return {
    earned: total(audits.map(({ creditsEarned }) => creditsEarned)),
    planned: total(audits.map(({ creditsPlanned }) => creditsPlanned)),
    required: required.length === 0 ? null : total(required),
    unknown: audits.reduce((sum, { unknownCredits }) => sum + unknownCredits.length, 0),
  };
}

function sumHours({ items }: PlanDocument): ComparedPlan['hours'] {
  let required = 0;
  let logged = 0;
  for (const item of items) {
    if (item.kind !== 'experience') continue;
    required += plannedHours(item) ?? 0;
    for (const { hours } of item.log) logged += hours;
  }
  return { required: rounded(required), logged: rounded(logged) };
}

function countFindings(findings: readonly Finding[]): ComparedPlan['findings'] {
  const count = (severity: Finding['severity'], acknowledged: boolean): number =>
    findings.filter((finding) => finding.severity === severity && finding.acknowledged === acknowledged)
      .length;
  const counts = SEVERITIES.map((each) => [
    each,
    { open: count(each, false), acknowledged: count(each, true) },
  ]);
  return Object.fromEntries(counts) as ComparedPlan['findings'];
}

/** Sums of binary fractions must not show 8.999999999999998. */
function rounded(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
