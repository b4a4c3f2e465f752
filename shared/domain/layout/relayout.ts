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
  const { changedLanes, extent } = change;

  const lists = copyLists(layout);
  const { at: barAt } = layout.barOf;
  const { lacking } = days;
  const members = new Map<number, Dated[]>();
  const inCollapsed = new Map<string, Dated[]>();
  const unscheduled: Unscheduled[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place] as Item;
    const bar = barAt[place] ?? -1;
    if (bar >= 0) {
      lists.items[bar] = item;
      const lane = layout.lane[bar] ?? 0;
      if (changedLanes[lane] === 1) addTo(members, lane, datedOf(item, place, days));
    } else if (lacking[place] === 0) {
      addTo(inCollapsed, keyOf(item, place).id, datedOf(item, place, days));
    } else {
      const undated = days.undated(place);
      if (undated !== null) unscheduled.push({ item, undated });
    }
  }
  // The last item of a closed lane has gone to another one.
  if (layout.lanes.some(({ id, collapsed }) => collapsed !== null && !inCollapsed.has(id))) return all();

  const reachedFrom = layout.reachedFrom.slice();
  const rowStart = layout.rowStart.slice();
  let isRenumbered = false;
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
    const end = first + order.length;
    writeReach(reachedFrom, lists, first, end);
    for (let bar = first; bar < end && !isRenumbered; bar += 1)
      isRenumbered = lists.place[bar] !== layout.place[bar];
  }

  const barOf = isRenumbered ? new BarOf(days.placeOf, lists.place, items.length) : layout.barOf;
  const connections = !hasSameLines(before, document)
    ? connect(document, barOf)
    : isRenumbered
      ? renumber(layout.connections, layout.barOf, barOf)
      : layout.connections;
  const lanes = layout.lanes.map((lane) =>
    lane.collapsed === null ? lane : { ...lane, collapsed: collapse(inCollapsed.get(lane.id) ?? []) },
  );
  return {
    ...layout,
    ...lists,
    arrangement,
    programs: change.hasPrograms ? programsOf(document) : layout.programs,
    lanes: arrangement.collapsed.size === 0 ? layout.lanes : lanes,
    barOf,
    days,
    rowStart,
    reachedFrom,
    connections,
    unscheduled,
    extent,
    since: { start: layout.start, movedLanes: changedLanes },
  };
}

function addTo<Key>(lists: Map<Key, Dated[]>, key: Key, dated: Dated): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [dated]);
  else list.push(dated);
}

/** What an edit changed of what a layout depends on. */
interface LayoutChange {
  /** 1 for a lane in which a bar got other days. */
  readonly changedLanes: Uint8Array;
  /** True when a program has changed. */
  readonly hasPrograms: boolean;
  /** Of all bars. */
  readonly extent: TimelineLayout['extent'];
}

/** What has changed; `null` when items came, went, or now belong elsewhere. */
function findChange(
  before: readonly Item[],
  { barOf, start, until, lane, lanes: known, days: daysBefore, arrangement }: TimelineLayout,
  items: readonly Item[],
  days: PlanDays,
  keyOf: KeyOf,
): LayoutChange | null {
  if (before.length !== items.length) return null;
  const byState = arrangement.grouping === 'status';
  const collapsed = new Set(known.flatMap(({ id, collapsed }) => (collapsed === null ? [] : [id])));
  const changedLanes = new Uint8Array(known.length);
  const { lacking, start: firsts, end: lasts } = days;
  const { lacking: lackingBefore } = daysBefore;
  const { at: barAt } = barOf;
  let hasPrograms = false;
  let first = Infinity;
  let last = -Infinity;
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place] as Item;
    const was = before[place] as Item;
    if (item !== was) {
      if (!isPlacedAlike(was, item)) return null;
      hasPrograms ||= item.kind === 'program';
    }
    const bar = barAt[place] ?? -1;
    const isDated = lacking[place] === 0;
    if (isDated !== (bar >= 0 || lackingBefore[place] === 0)) return null;
    if (!isDated) continue;
    if (bar < 0 && !collapsed.has(keyOf(item, place).id)) return null;
    if (bar >= 0 && byState && keyOf(item, place).id !== known[lane[bar] ?? 0]?.id) return null;
    const from = firsts[place] ?? 0;
    const to = lasts[place] ?? 0;
    if (from < first) first = from;
    if (to > last) last = to;
    if (bar >= 0 && (from !== start[bar] || to + 1 !== until[bar])) changedLanes[lane[bar] ?? 0] = 1;
  }
  return { changedLanes, hasPrograms, extent: first > last ? null : { first, last } };
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
  if (a.links === b.links && a.requisiteSets === b.requisiteSets) return true;
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
