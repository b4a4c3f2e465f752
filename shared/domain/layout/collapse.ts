import type { DayNumber } from '../time/day.ts';
import { isMark } from './bar-box.ts';
import type { Dated } from './lanes.ts';
import type { Collapsed } from './layout.ts';

/** What is left of a lane in one row: the stretches in which something goes on, and the days with marks. */
export function collapse(members: readonly Dated[]): Collapsed {
  const marks = new Set<DayNumber>();
  const bars: Dated[] = [];
  for (const dated of members) {
    if (isMark(dated.item)) marks.add(dated.start);
    else bars.push(dated);
  }
  bars.sort((a, b) => a.start - b.start);
  const stretches: DayNumber[] = [];
  for (const { start, until } of bars) {
    const last = stretches.at(-1);
    if (last === undefined || start > last) stretches.push(start, until);
    else stretches[stretches.length - 1] = Math.max(last, until);
  }
  return {
    ids: members.map(({ item }) => item.id),
    stretches,
    marks: [...marks].sort((a, b) => a - b),
  };
}
