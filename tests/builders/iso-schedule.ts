import { toDay, toIso, type IsoDate } from '#shared/domain/time/day.ts';
import { schedulePlan, type Schedule } from '#shared/domain/schedule/schedule.ts';
import type { PlanBuilder } from './plan-builder.ts';

/** The schedule of a plan, with dates as text so that a test reads like the rule it is about. */
export interface IsoSchedule {
  schedule: Schedule;
  /** `2028-05-13 to 2028-11-03`, or the cause and the item named when there are no dates. */
  dates: (id: string) => string;
  /** Latest start and finish in the same form, `none` without a path to the goal. */
  latest: (id: string) => string;
  slack: (id: string) => number | null;
  goal: () => string | null;
  /** `item reason` for each entry of the chain that decides. */
  chain: () => string[];
}

/** Schedules the plan as of `today`; with `target`, latest dates count back from it. */
export function isoSchedule(plan: PlanBuilder, today: IsoDate, target?: IsoDate): IsoSchedule {
  const schedule = schedulePlan(
    plan.build(),
    toDay(today),
    target === undefined ? {} : { target: toDay(target) },
  );
  return {
    schedule,
    dates: (id) => {
      const { start, end, undated } = schedule.dates(id);
      if (undated) return `${undated.cause} ${undated.itemId}`;
      return `${toIso(start ?? Number.NaN)} to ${toIso(end ?? Number.NaN)}`;
    },
    latest: (id) => {
      const { latestStart, latestFinish } = schedule.dates(id);
      if (latestStart === null || latestFinish === null) return 'none';
      return `${toIso(latestStart)} to ${toIso(latestFinish)}`;
    },
    slack: (id) => schedule.dates(id).slack,
    goal: () => {
      const date = schedule.goal?.date ?? null;
      return date === null ? null : toIso(date);
    },
    chain: () => schedule.binding().map(({ itemId, reason }) => `${itemId} ${reason}`),
  };
}
