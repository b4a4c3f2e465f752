import type { PlanDocument } from '../plan/document.ts';
import type { ItemDates } from '../schedule/types.ts';
import { USUAL, type Arrangement } from './arrangement.ts';
import { emptyLists, writeBars, writeReach } from './bar-lists.ts';
import { connect } from './connections.ts';
import { sortIntoLanes } from './lanes.ts';
import type { Lane, TimelineLayout } from './layout.ts';
import { orderByRow, type Placed } from './order-by-row.ts';
import { placeLane } from './place-lane.ts';
import { roomFor } from './room.ts';

/**
 * Arranges a scheduled plan (R10: programs with their terms and courses, everything else by phase). `dates` are the
 * schedule's, parallel to the items of the document.
 */
export function layoutPlan(
  document: PlanDocument,
  dates: readonly ItemDates[],
  arrangement: Arrangement = USUAL,
): TimelineLayout {
  const { lanes: contents, unscheduled } = sortIntoLanes(document, dates, arrangement);
  const extent = extentOf(dates);
  const room = roomFor(extent);
  const placed: Placed = { dated: [], row: [], rowSpan: [] };
  const lanes: Lane[] = [];
  let rowCount = 0;
  for (const content of contents) {
    const { id, phase, title, besidePrograms } = content;
    const rows = placeLane(content, rowCount, room, placed);
    lanes.push({ id, phase, title, besidePrograms, firstRow: rowCount, rowCount: rows });
    rowCount += rows;
  }

  const { rowStart, order } = orderByRow(placed, rowCount);
  const barCount = order.length;
  const bars = emptyLists(barCount);
  writeBars(bars, { placed, order }, 0, 0);
  const reachedFrom = Int32Array.from({ length: rowCount }, (_, row) => row);
  writeReach(reachedFrom, bars, 0, barCount);
  const laneOfRow = new Int32Array(rowCount);
  lanes.forEach(({ firstRow, rowCount: rows }, lane) => laneOfRow.fill(lane, firstRow, firstRow + rows));
  const barOf = numberBars(bars.items);
  return {
    barCount,
    ...bars,
    lane: bars.row.map((row) => laneOfRow[row] ?? 0),
    barOf,
    lanes,
    rowCount,
    rowStart,
    reachedFrom,
    laneOfRow,
    connections: connect(document, barOf),
    unscheduled,
    extent,
    room,
    arrangement,
  };
}

/** The first and the last day of all dates, or `null` when there are none. */
export function extentOf(dates: readonly ItemDates[]): TimelineLayout['extent'] {
  let first = Infinity;
  let last = -Infinity;
  for (const { start, end } of dates) {
    if (start === null || end === null) continue;
    if (start < first) first = start;
    if (end > last) last = end;
  }
  return first > last ? null : { first, last };
}

/** The bar of each item. */
export function numberBars(items: TimelineLayout['items']): Map<string, number> {
  const barOf = new Map<string, number>();
  items.forEach(({ id }, bar) => barOf.set(id, bar));
  return barOf;
}
