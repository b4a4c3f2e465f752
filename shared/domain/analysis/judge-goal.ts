import { missesRequirement, type ProgramAudit } from '../audit/audit-plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { toIso } from '../time/day.ts';
import type { AnalyzedGoal } from './types.ts';

/** The goal as the bar shows it (R13): complete only when the schedule is and no program before it misses a requirement. */
export function judgeGoal(schedule: Schedule, audits: readonly ProgramAudit[]): AnalyzedGoal | null {
  const { goal } = schedule;
  if (goal === null) return null;
  const before = new Set(goal.programIds);
  const unmetPrograms = audits
    .filter((audit) => before.has(audit.programId) && missesRequirement(audit))
    .map(({ programId }) => programId);
  return {
    itemId: goal.itemId,
    title: goal.title,
    date: goal.date === null ? null : toIso(goal.date),
    best: goal.best === null ? null : toIso(goal.best),
    complete: goal.complete && unmetPrograms.length === 0,
    undatedItems: goal.undatedItems,
    brokenItems: goal.brokenItems,
    unmetPrograms,
  };
}
