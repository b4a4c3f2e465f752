import type { AppState } from '#shared/contract/answers.ts';
import type { PrintOptions } from '#shared/contract/print-options.ts';
import { auditPlan, missesRequirement, type ProgramAudit } from '#shared/domain/audit/audit-plan.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso, type DayNumber, type IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatSpan } from '#shared/words/dates.ts';

/** A plan with everything that is computed from it, as of `today`: what every section is written from. */
export interface Report {
  readonly plan: PlanDocument;
  readonly options: PrintOptions;
  readonly today: IsoDate;
  readonly version: string;
  readonly items: ReadonlyMap<string, Item>;
  readonly schedule: Schedule;
  readonly audits: ReadonlyMap<string, ProgramAudit>;
  readonly findings: readonly Finding[];
  /** False when the goal's date is only the earliest it can be (R13). */
  readonly complete: boolean;
}

/** Computes what the printed plan says. */
export function reportOn(
  plan: PlanDocument,
  options: PrintOptions,
  { today, version }: Pick<AppState, 'today' | 'version'>,
): Report {
  const schedule = schedulePlan(plan, toDay(today));
  const audits = auditPlan(plan);
  const audited = new Map(audits.map((audit) => [audit.programId, audit]));
  const goal = schedule.goal;
  const unmet = goal?.programIds.some((id) => {
    const audit = audited.get(id);
    return audit !== undefined && missesRequirement(audit);
  });
  return {
    plan,
    options,
    today,
    version,
    items: new Map(plan.items.map((item) => [item.id, item])),
    schedule,
    audits: audited,
    findings: findingsOf(plan, schedule, toDay(today), audits),
    complete: goal !== null && goal.complete && unmet !== true,
  };
}

/** First and last day of an item in words, or `null` when it has no dates. */
export function datesText({ schedule, items }: Report, id: string): string | null {
  const { start, end } = schedule.dates(id);
  if (start === null || end === null) return null;
  const item = items.get(id);
  return item?.kind === 'milestone' || item?.kind === 'credential' ? dayText(start) : spanText(start, end);
}

/** A day in words. */
export function dayText(day: DayNumber): string {
  return formatDay(toIso(day));
}

/** A span in words; one day is written once. */
export function spanText(start: DayNumber, end: DayNumber): string {
  return start === end ? dayText(start) : formatSpan(toIso(start), toIso(end));
}
