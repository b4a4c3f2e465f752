import type { Item } from '../plan/items.ts';
import type { TimelineLayout } from './layout.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** Half the width of the mark of a milestone or credential, in pixels. It is drawn around the middle of its day. */
export const MARK_HALF = 8;
/** The narrowest a bar is drawn, so that a day does not vanish between decades. */
export const LEAST_BAR = 3;

/** The horizontal stretch a bar takes on screen, in pixels. */
export interface BarBox {
  readonly x: number;
  readonly width: number;
}

/** True for what is drawn as a mark on its day, not as a bar from its first to its last. */
export function isMark(item: Item): boolean {
  return item.kind === 'milestone' || item.kind === 'credential';
}

/** Where a bar is drawn. */
export function boxOf(layout: TimelineLayout, scale: TimeScale, bar: number): BarBox {
  const start = layout.start[bar] ?? 0;
  const item = layout.items[bar];
  if (item !== undefined && isMark(item)) {
    return { x: xOf(scale, start + 0.5) - MARK_HALF, width: 2 * MARK_HALF };
  }
  const x = xOf(scale, start);
  return { x, width: Math.max(LEAST_BAR, xOf(scale, layout.until[bar] ?? start) - x) };
}
