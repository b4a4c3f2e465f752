import type { Item } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { isMark } from './bar-box.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** A bar as far as it is drawn: pixels of its box. */
interface Box {
  readonly id: string;
  readonly item: Item;
  readonly y: number;
  readonly height: number;
}

interface Span {
  readonly start: DayNumber;
  readonly end: DayNumber;
}

/** Where bars were, as the data of one SVG path each: of those that have moved since, and of those that have not. */
export interface GhostPaths {
  readonly moved: string;
  readonly same: string;
}

/** Pixels below the bar, under its slack, and half the height of the ticks at both ends. */
const BELOW = 5;
const TICK = 2;

/** A line with a tick at each end under every bar that had days, for a mark one tick at its day. */
export function ghostPaths(
  bars: readonly Box[],
  days: { then: (id: string) => Span | null; now: (id: string) => Span | null },
  scale: TimeScale,
): GhostPaths {
  let moved = '';
  let same = '';
  for (const { id, item, y, height } of bars) {
    const then = days.then(id);
    if (then === null) continue;
    const line = y + height + BELOW;
    const from = round(xOf(scale, then.start + (isMark(item) ? 0.5 : 0)));
    const until = round(xOf(scale, then.end + 1));
    const tick = (x: number): string => `M${x} ${line - TICK}v${2 * TICK}`;
    const path = isMark(item) ? tick(from) : `${tick(from)}M${from} ${line}H${until}${tick(until)}`;
    const now = days.now(id);
    if (now?.start === then.start && now.end === then.end) same += path;
    else moved += path;
  }
  return { moved, same };
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
