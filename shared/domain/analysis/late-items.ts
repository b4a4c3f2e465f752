import type { Schedule } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';

/** An item that cannot start early enough for the target. Days are day numbers. */
export interface LateItem {
  id: string;
  /** The earliest day it can start, and the last one that would do. */
  start: DayNumber;
  latestStart: DayNumber;
  /** Days by which it ends too late, at least 1. */
  days: number;
}

/** What no longer fits when latest dates are counted back from a target: items with negative slack, in document order. */
export function findLate(schedule: Schedule): LateItem[] {
  return schedule.all().flatMap(({ id, start, latestStart, slack }) => {
    if (start === null || latestStart === null || slack === null || slack >= 0) return [];
    return [{ id, start, latestStart, days: -slack }];
  });
}
