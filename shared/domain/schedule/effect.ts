import type { PlanDocument } from '../plan/document.ts';
import type { DayNumber } from '../time/day.ts';
import { schedulePlan, type Schedule } from './schedule.ts';

/** What a change does to the goal's date. Days are day numbers, `null` without a goal or a date. */
export interface Effect {
  before: DayNumber | null;
  after: DayNumber | null;
  /** `after − before`: positive when the goal comes later. */
  days: number | null;
  /** The schedule of the changed plan, for what decides then. */
  schedule: Schedule;
}

/** The effect of a change on the goal's date, same today (R16). `change` returns a new document; the plan stays. */
export function effectOf(
  doc: PlanDocument,
  today: DayNumber,
  change: (doc: PlanDocument) => PlanDocument,
): Effect {
  const before = schedulePlan(doc, today).goal?.date ?? null;
  const schedule = schedulePlan(change(doc), today);
  const after = schedule.goal?.date ?? null;
  return { before, after, days: before === null || after === null ? null : after - before, schedule };
}
