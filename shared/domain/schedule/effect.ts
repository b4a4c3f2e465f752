import type { PlanDocument } from '../plan/document.ts';
import type { DayNumber } from '../time/day.ts';
import type { Schedule } from './schedule.ts';

/** What a change does to the goal's date. Days are day numbers, `null` without a goal or a date. */
export interface Effect {
  before: DayNumber | null;
  after: DayNumber | null;
  /** `after − before`: positive when the goal comes later. */
  days: number | null;
  /** The schedule of the changed plan, for what decides then. */
  schedule: Schedule;
}

/**
 * The effect of a change on the goal's date, same today (R16). `changed` is the plan with the change; it shares with the
 * plan of `unchanged` whatever it does not change.
 */
export function effectOf(unchanged: Schedule, changed: PlanDocument): Effect {
  const before = unchanged.goalDate;
  const schedule = unchanged.revise(changed);
  const after = schedule.goalDate;
  return { before, after, days: before === null || after === null ? null : after - before, schedule };
}
