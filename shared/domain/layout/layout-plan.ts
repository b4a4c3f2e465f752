import type { PlanDocument } from '../plan/document.ts';
import { USUAL, type Arrangement } from './arrangement.ts';
import { BarOf } from './bar-of.ts';
import { emptyLists, writeBars, writeReach } from './bar-lists.ts';
import { connect } from './connections.ts';
import { collapse } from './collapse.ts';
import { programsOf } from './lane-keys.ts';
import { gatherLanes, partsOfLane } from './lanes.ts';
import type { Lane, TimelineLayout } from './layout.ts';
import { orderByRow, type Placed } from './order-by-row.ts';
import { placeParts } from './place-lane.ts';
import { firstDay, isDated, lastDay, planDays, type DaysOrDates, type PlanDays } from './plan-days.ts';
import { roomFor } from './room.ts';

/**
 * Arranges a scheduled plan (R10: programs with their terms and courses, everything else by phase). `dates` are the
 * schedule's, in the order of the items.
 */
export function layoutPlan(
  document: PlanDocument,
  dates: DaysOrDates,
  arrangement: Arrangement = USUAL,
): TimelineLayout {
  const days = planDays(dates);
  const { lanes: contents, unscheduled } = gatherLanes(document, days, arrangement);
  const extent = extentOf(days, document.items.length);
  const room = roomFor(extent);
  const placed: Placed = { dated: [], row: [], rowSpan: [] };
  const lanes: Lane[] = [];
  let rowCount = 0;
  for (const { key, besidePrograms, members } of contents) {
    const { id, phase, state, title } = key;
    const collapsed = arrangement.collapsed.has(id) ? collapse(members) : null;
    const rows =
      collapsed === null ? placeParts(partsOfLane(members, arrangement.grouping), rowCount, room, placed) : 1;
    lanes.push({ id, phase, state, title, besidePrograms, firstRow: rowCount, rowCount: rows, collapsed });
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
  const barOf = new BarOf(days.placeOf, bars.place, document.items.length);
  return {
    barCount,
    ...bars,
    lane: bars.row.map((row) => laneOfRow[row] ?? 0),
    barOf,
    days,
    programs: programsOf(document),
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
    since: null,
  };
}

/** The first and the last day of all dates, or `null` when there are none. */
function extentOf(days: PlanDays, count: number): TimelineLayout['extent'] {
  let first = Infinity;
  let last = -Infinity;
  for (let place = 0; place < count; place += 1) {
    if (!isDated(days, place)) continue;
    first = Math.min(first, firstDay(days, place));
    last = Math.max(last, lastDay(days, place));
  }
  return first > last ? null : { first, last };
}
