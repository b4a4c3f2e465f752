import { nextInRow, previousInRow } from './cull.ts';
import type { TimelineLayout } from './layout.ts';

export type Direction = 'left' | 'right' | 'up' | 'down' | 'row-start' | 'row-end' | 'first' | 'last';

/**
 * The bar an arrow key leads to: left and right along the row, up and down to the bar of the next row with bars that
 * is nearest in time. At an edge it is the bar itself. Every bar is reached this way.
 */
export function neighborOf(layout: TimelineLayout, bar: number, direction: Direction): number {
  const row = layout.row[bar] ?? 0;
  switch (direction) {
    case 'left':
      return orSelf(previousInRow(layout, bar), bar);
    case 'right':
      return orSelf(nextInRow(layout, bar), bar);
    case 'up':
      return nearestIn(layout, row, -1, bar);
    case 'down':
      return nearestIn(layout, row, 1, bar);
    case 'row-start':
      return layout.rowStart[row] ?? bar;
    case 'row-end':
      return (layout.rowStart[row + 1] ?? bar + 1) - 1;
    case 'first':
      return 0;
    case 'last':
      return layout.barCount - 1;
  }
}

function orSelf(found: number, bar: number): number {
  return found < 0 ? bar : found;
}

function nearestIn(layout: TimelineLayout, from: number, step: 1 | -1, bar: number): number {
  for (let row = from + step; row >= 0 && row < layout.rowCount; row += step) {
    const first = layout.rowStart[row] ?? 0;
    const end = layout.rowStart[row + 1] ?? 0;
    let best = -1;
    for (let candidate = first; candidate < end; candidate += 1) {
      if (best < 0 || distance(layout, candidate, bar) < distance(layout, best, bar)) best = candidate;
    }
    if (best >= 0) return best;
  }
  return bar;
}

/** Days between two bars, 0 where they overlap; among those that overlap the one that begins nearest is nearer. */
function distance(layout: TimelineLayout, a: number, b: number): number {
  const startA = layout.start[a] ?? 0;
  const startB = layout.start[b] ?? 0;
  const apart = Math.max(0, startA - (layout.until[b] ?? 0) + 1, startB - (layout.until[a] ?? 0) + 1);
  return apart * 1e6 + Math.abs(startA - startB);
}
