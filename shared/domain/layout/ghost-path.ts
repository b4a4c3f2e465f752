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

/** Pixels below the bar, under its slack, and half the height of the ticks at both ends. */
const BELOW = 5;
const TICK = 2;

/** Where bars were, as the data of one SVG path: a line with a tick at each end, for a mark one tick at its day. */
export function ghostPath(
  bars: readonly Box[],
  daysOf: (id: string) => { start: DayNumber; end: DayNumber } | null,
  scale: TimeScale,
): string {
  let path = '';
  for (const { id, item, y, height } of bars) {
    const days = daysOf(id);
    if (days === null) continue;
    const line = y + height + BELOW;
    const from = round(xOf(scale, days.start + (isMark(item) ? 0.5 : 0)));
    path += `M${from} ${line - TICK}v${2 * TICK}`;
    if (isMark(item)) continue;
    const until = round(xOf(scale, days.end + 1));
    path += `M${from} ${line}H${until}M${until} ${line - TICK}v${2 * TICK}`;
  }
  return path;
}

function round(x: number): number {
  return Math.round(x * 10) / 10;
}
