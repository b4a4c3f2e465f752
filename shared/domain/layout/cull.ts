import type { TimelineLayout } from './layout.ts';

/** A part of the chart: the days `from` to `until` (exclusive, fractions allowed) and the rows `top` to `bottom`. */
export interface Window {
  readonly from: number;
  readonly until: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * The bars that touch a window, in the layout's order: O(log n) per visible row and the bars found. Terms that begin above
 * the window and reach down into it are among them.
 */
export function visibleBars(layout: TimelineLayout, { from, until, top, bottom }: Window): number[] {
  const found: number[] = [];
  const first = Math.max(0, top);
  const last = Math.min(layout.rowCount - 1, bottom);
  if (first > last) return found;
  for (let row = layout.reachedFrom[first] ?? first; row <= last; row += 1) {
    const end = layout.rowStart[row + 1] ?? 0;
    for (let bar = firstEndingAfter(layout, row, from); bar < end; bar += 1) {
      if ((layout.start[bar] ?? 0) >= until) break;
      if (row + (layout.rowSpan[bar] ?? 1) > first) found.push(bar);
    }
  }
  return found;
}

/** The lines that touch at least one of the bars, each once, in ascending order of number. */
export function linesOf(layout: TimelineLayout, bars: readonly number[]): Int32Array {
  const { ofStart, of } = layout.connections;
  const lines = new Set<number>();
  for (const bar of bars) {
    for (let place = ofStart[bar] ?? 0; place < (ofStart[bar + 1] ?? 0); place += 1)
      lines.add(of[place] ?? 0);
  }
  // A list of numbers is sorted as such, without a call for each pair.
  return Int32Array.from(lines).sort();
}

/** The lanes with at least one row from `top` to `bottom`, as first and last; last is before first when there are none. */
export function visibleLanes(
  layout: TimelineLayout,
  top: number,
  bottom: number,
): { first: number; last: number } {
  const first = layout.laneOfRow[Math.max(0, top)];
  const last = layout.laneOfRow[Math.min(layout.rowCount - 1, bottom)];
  return first === undefined || last === undefined ? { first: 0, last: -1 } : { first, last };
}

/** The next bar of the same row, or −1. */
export function nextInRow(layout: TimelineLayout, bar: number): number {
  return layout.row[bar + 1] === layout.row[bar] && bar + 1 < layout.barCount ? bar + 1 : -1;
}

/** The bar before it in the same row, or −1. */
export function previousInRow(layout: TimelineLayout, bar: number): number {
  return bar > 0 && layout.row[bar - 1] === layout.row[bar] ? bar - 1 : -1;
}

/** The first bar of a row that ends after `day`; bars of a row never overlap, so their ends are in order too. */
function firstEndingAfter(layout: TimelineLayout, row: number, day: number): number {
  let low = layout.rowStart[row] ?? 0;
  let high = layout.rowStart[row + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.until[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
