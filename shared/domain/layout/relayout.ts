import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { isSameArrangement, USUAL, type Arrangement } from './arrangement.ts';
import { BarOf } from './bar-of.ts';
import { copyLists, writeBars, writeReach } from './bar-lists.ts';
import { connect, renumber } from './connections.ts';
import { collapse } from './collapse.ts';
import { laneKeys, programsOf, type KeyOf } from './lane-keys.ts';
import { datedOf, partsOfLane, type Dated } from './lanes.ts';
import { layoutPlan } from './layout-plan.ts';
import type { TimelineLayout, Unscheduled } from './layout.ts';
import { orderByRow, type Placed } from './order-by-row.ts';
import { placeParts } from './place-lane.ts';
import { planDays, type DaysOrDates, type PlanDays } from './plan-days.ts';
import { isSameRoom, roomFor } from './room.ts';

/** A plan with its layout. */
export interface LaidOut {
  readonly document: PlanDocument;
  readonly layout: TimelineLayout;
}

/**
 * The layout of an edited plan, equal to what `layoutPlan` answers. Only lanes in which something got other dates are
 * packed anew, and only an edit that puts items into other lanes, or changes the rows a lane takes, costs all of it.
 */
export function relayout(
  { document: before, layout }: LaidOut,
  document: PlanDocument,
  dates: DaysOrDates,
  arrangement: Arrangement = USUAL,
): TimelineLayout {
  const days = planDays(dates);
  const all = (): TimelineLayout => layoutPlan(document, days, arrangement);
  // Among a few chosen items any edit may choose others.
  if (arrangement.shown !== null || !isSameArrangement(arrangement, layout.arrangement)) return all();
  const { items } = document;
  // Asked for only where a lane is closed, or made of states.
  let keys: KeyOf | null = null;
  const keyOf: KeyOf = (item, place) => (keys ??= laneKeys(document, days, arrangement))(item, place);
  const change = findChange(before.items, layout, items, days, keyOf);
  if (change === null || !isSameRoom(roomFor(change.extent), layout.room)) return all();
  const { lanes: changed, extent } = change;

  const lists = copyLists(layout);
  const members = new Map<number, Dated[]>([...changed].map((lane) => [lane, []]));
  const inCollapsed = new Map<string, Dated[]>();
  const isChanged = new Uint8Array(layout.lanes.length);
  for (const lane of changed) isChanged[lane] = 1;
  const unscheduled: Unscheduled[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place] as Item;
    const bar = layout.barOf.at[place] ?? -1;
    if (bar < 0) {
      const undated = days.undated(place);
      if (undated !== null) unscheduled.push({ item, undated });
      if (days.isDated(place)) {
        const { id } = keyOf(item, place);
        const dated = datedOf(item, place, days);
        if (!inCollapsed.get(id)?.push(dated)) inCollapsed.set(id, [dated]);
      }
      continue;
    }
    lists.items[bar] = item;
    if (isChanged[layout.lane[bar] ?? 0] === 1)
      members.get(layout.lane[bar] ?? 0)?.push(datedOf(item, place, days));
  }

  const reachedFrom = layout.reachedFrom.slice();
  const rowStart = layout.rowStart.slice();
  for (const [lane, inLane] of members) {
    const { firstRow = 0, rowCount = 0 } = layout.lanes[lane] ?? {};
    const placed: Placed = { dated: [], row: [], rowSpan: [] };
    const parts = partsOfLane(inLane, arrangement.grouping);
    if (placeParts(parts, 0, layout.room, placed) !== rowCount) return all();
    const { rowStart: starts, order } = orderByRow(placed, rowCount);
    const first = layout.rowStart[firstRow] ?? 0;
    writeBars(lists, { placed, order }, first, firstRow);
    for (let row = 0; row < rowCount; row += 1) {
      rowStart[firstRow + row] = first + (starts[row] ?? 0);
      reachedFrom[firstRow + row] = firstRow + row;
    }
    writeReach(reachedFrom, lists, first, first + order.length);
  }

  const isRenumbered = lists.place.some((place, bar) => layout.place[bar] !== place);
  const barOf = new BarOf(days.placeOf, lists.place, items.length);
  const connections = !hasSameLines(before, document)
    ? connect(document, barOf)
    : isRenumbered
      ? renumber(layout.connections, layout.barOf, barOf)
      : layout.connections;
  // Its last item has gone to another lane.
  if (layout.lanes.some(({ id, collapsed }) => collapsed !== null && !inCollapsed.has(id))) return all();
  const lanes = layout.lanes.map((lane) =>
    lane.collapsed === null ? lane : { ...lane, collapsed: collapse(inCollapsed.get(lane.id) ?? []) },
  );
  return {
    ...layout,
    ...lists,
    arrangement,
    programs: programsOf(document),
    lanes: arrangement.collapsed.size === 0 ? layout.lanes : lanes,
    barOf,
    days,
    rowStart,
    reachedFrom,
    connections,
    unscheduled,
    extent,
  };
}

/**
 * The lanes in which a bar got other days, and the extent of all; `null` when items came, went, or now belong
 * elsewhere.
 */
function findChange(
  before: readonly Item[],
  { barOf, start, until, lane, lanes: known, days: daysBefore, arrangement }: TimelineLayout,
  items: readonly Item[],
  days: PlanDays,
  keyOf: KeyOf,
): { lanes: Set<number>; extent: TimelineLayout['extent'] } | null {
  if (before.length !== items.length) return null;
  const byState = arrangement.grouping === 'status';
  const collapsed = new Set(known.flatMap(({ id, collapsed }) => (collapsed === null ? [] : [id])));
  const lanes = new Set<number>();
  let first = Infinity;
  let last = -Infinity;
  for (let place = 0; place < items.length; place += 1) {
    if (!isPlacedAlike(before[place] as Item, items[place] as Item)) return null;
    const bar = barOf.at[place] ?? -1;
    const isDated = days.isDated(place);
    if (bar >= 0 ? !isDated : isDated !== daysBefore.isDated(place)) return null;
    if (!isDated) continue;
    const laneId = bar < 0 || byState ? keyOf(items[place] as Item, place).id : null;
    if (bar < 0 && laneId !== null && !collapsed.has(laneId)) return null;
    if (bar >= 0 && laneId !== null && laneId !== known[lane[bar] ?? 0]?.id) return null;
    const from = days.start(place);
    const to = days.end(place);
    if (from < first) first = from;
    if (to > last) last = to;
    if (bar >= 0 && (from !== start[bar] || to !== (until[bar] ?? 0) - 1)) lanes.add(lane[bar] ?? 0);
  }
  return { lanes, extent: first > last ? null : { first, last } };
}

/** True when nothing that decides an item's lane, its place in it, or the room of its name has changed. */
function isPlacedAlike(a: Item, b: Item): boolean {
  if (a === b) return true;
  if (a.id !== b.id || a.kind !== b.kind || a.title !== b.title) return false;
  if (a.programId !== b.programId || a.phase !== b.phase) return false;
  if (a.kind === 'program') return b.kind === 'program' && a.level === b.level;
  return a.kind !== 'course' || (b.kind === 'course' && a.termId === b.termId);
}

/** True when the same lines are drawn, if the bars are. */
function hasSameLines(a: PlanDocument, b: PlanDocument): boolean {
  if (a.links.length !== b.links.length || a.requisiteSets.length !== b.requisiteSets.length) return false;
  return (
    a.links.every(({ fromId, toId, kind }, place) => {
      const other = b.links[place];
      return other !== undefined && fromId === other.fromId && toId === other.toId && kind === other.kind;
    }) &&
    a.requisiteSets.every(({ courseId, kind, needs }, place) => {
      const other = b.requisiteSets[place];
      if (other === undefined || courseId !== other.courseId || kind !== other.kind) return false;
      return (
        needs.length === other.needs.length &&
        needs.every((need, n) => need.courseId === other.needs[n]?.courseId)
      );
    })
  );
}
