import type { TimelineLayout } from './layout.ts';

/** How rows become vertical distances, in pixels. */
export interface RowScale {
  readonly rowHeight: number;
  /** Height of a bar inside its row; the rest is left free above and below in equal parts. */
  readonly barHeight: number;
  /** Free space above every lane. */
  readonly laneGap: number;
}

/** Pixels from the top of the chart to the top of a row. */
export function yOfRow(scale: RowScale, layout: TimelineLayout, row: number): number {
  return row * scale.rowHeight + ((layout.laneOfRow[row] ?? layout.lanes.length - 1) + 1) * scale.laneGap;
}

/** Pixels from the top of the chart to the top of a lane, its gap included. */
export function yOfLane(scale: RowScale, layout: TimelineLayout, lane: number): number {
  return (layout.lanes[lane]?.firstRow ?? layout.rowCount) * scale.rowHeight + lane * scale.laneGap;
}

/** Pixels all rows take. */
export function chartHeight(scale: RowScale, layout: TimelineLayout): number {
  return yOfLane(scale, layout, layout.lanes.length) + (layout.lanes.length > 0 ? scale.laneGap : 0);
}

/** The lane at `y` pixels from the top; the first or last one outside the chart, −1 when there is none. */
export function laneAt(scale: RowScale, layout: TimelineLayout, y: number): number {
  let low = 0;
  let high = layout.lanes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (yOfLane(scale, layout, middle) <= y) low = middle;
    else high = middle - 1;
  }
  return high < 0 ? -1 : low;
}

/** The row at `y` pixels from the top, or the nearest one; −1 when there are no rows. */
export function rowAt(scale: RowScale, layout: TimelineLayout, y: number): number {
  const index = laneAt(scale, layout, y);
  const lane = layout.lanes[index];
  if (lane === undefined) return -1;
  const row = Math.floor((y - yOfLane(scale, layout, index) - scale.laneGap) / scale.rowHeight);
  return lane.firstRow + Math.min(lane.rowCount - 1, Math.max(0, row));
}
