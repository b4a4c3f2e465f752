import type { PlanDocument } from '../plan/document.ts';
import { toIso, type DayNumber, type IsoDate } from '../time/day.ts';
import { effectOf } from './effect.ts';
import { schedulePlan } from './schedule.ts';

/** The goal's date before and after a change, and the days between them (R16); `null` where it has no date. */
export interface GoalEffect {
  itemId: string;
  title: string;
  before: IsoDate | null;
  after: IsoDate | null;
  days: number | null;
}

/** How the goal's date differs between two states of one plan, same today; `null` without a goal. */
export function goalEffectOf(before: PlanDocument, after: PlanDocument, today: DayNumber): GoalEffect | null {
  const goal = before.items.find(({ id }) => id === before.plan.goalId);
  if (goal === undefined) return null;
  const effect = effectOf(schedulePlan(before, today), after);
  const isoOrNull = (day: DayNumber | null) => (day === null ? null : toIso(day));
  const { id, title } = goal;
  return {
    itemId: id,
    title,
    before: isoOrNull(effect.before),
    after: isoOrNull(effect.after),
    days: effect.days,
  };
}
