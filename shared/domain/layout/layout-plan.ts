import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import { isMark } from './bar-box.ts';
import { connect } from './connections.ts';
import { sortIntoLanes, type Dated, type LaneContent } from './lanes.ts';
import type { Lane, TimelineLayout } from './layout.ts';
import { Rows } from './pack.ts';

/** Bars on their way into the layout, as parallel lists: a plan of 10,000 items is laid out anew after every edit. */
interface Placed {
  readonly dated: Dated[];
  readonly row: number[];
  readonly rowSpan: number[];
  readonly lane: number[];
}

type Put = (dated: Dated, row: number, rowSpan: number) => void;

/** The days a name beside a short bar, and a mark drawn around its day, keep free at the zoom that shows everything. */
interface Room {
  readonly perLetter: number;
  readonly aroundMark: number;
  readonly mostLetters: number;
}

const NO_ROOM: Room = { perLetter: 0, aroundMark: 0, mostLetters: 0 };
/** Pixels of the chart, of a letter and around a mark on the screen for which room is kept. */
const OVERVIEW = { width: 1_000, letter: 6.5, gap: 3, mark: 10 };
/** In a lane with more loose items than this, full names would push the rows apart: only so many letters have room. */
const ROOMY_LANE = 20;
const LETTERS_IN_TIGHT_LANE = 8;
const DAYS_PER_YEAR = 365.25;

/**
 * Arranges a scheduled plan (R10: programs with their terms and courses, everything else by phase). Within a lane
 * the plan's order decides who gets the upper row, so an edit moves as little as possible. `dates` are the
 * schedule's, parallel to the items of the document.
 */
export function layoutPlan(document: PlanDocument, dates: readonly ItemDates[]): TimelineLayout {
  const { lanes: contents, unscheduled } = sortIntoLanes(document, dates);
  const room = roomFor(contents);
  const placed: Placed = { dated: [], row: [], rowSpan: [], lane: [] };
  const lanes: Lane[] = [];
  let firstRow = 0;
  for (const content of contents) {
    const { id, phase, title, besidePrograms, loose } = content;
    const roomInLane = loose.length > ROOMY_LANE ? { ...room, mostLetters: LETTERS_IN_TIGHT_LANE } : room;
    const lane = lanes.length;
    const rowCount = placeLane(content, firstRow, roomInLane, (dated, row, rowSpan) => {
      placed.dated.push(dated);
      placed.row.push(row);
      placed.rowSpan.push(rowSpan);
      placed.lane.push(lane);
    });
    lanes.push({ id, phase, title, besidePrograms, firstRow, rowCount });
    firstRow += rowCount;
  }
  return assemble(document, placed, lanes, firstRow, unscheduled);
}

/** Puts everything of a lane into rows from `firstRow` on and answers how many it took. */
function placeLane(content: LaneContent, firstRow: number, room: Room, put: Put): number {
  let row = firstRow;
  if (content.program !== null) {
    put(content.program, row, 1);
    row += 1;
  }
  row = placeTerms(content, row, put);

  const rows = new Rows();
  for (const dated of content.loose) {
    const aroundMark = isMark(dated.item) ? room.aroundMark : 0;
    const letters = Math.min(room.mostLetters, dated.item.title.length) + OVERVIEW.gap;
    // The days it takes in its row: its own, and what its name or mark needs.
    const until = Math.max(dated.until, dated.start + aroundMark + Math.ceil(letters * room.perLetter));
    put(dated, row + rows.place(dated.start - aroundMark, until), 1);
  }
  return row + rows.count - firstRow;
}

/**
 * Terms follow each other in one row with their courses below, one to a row. Terms that overlap in time go to a
 * second such track under the first.
 */
function placeTerms(content: LaneContent, firstRow: number, put: Put): number {
  if (content.terms.length === 0) return firstRow;
  const tracks = new Rows();
  const blocks = content.terms.map((term) => {
    const courses = content.courses.get(term.item.id) ?? [];
    const start = Math.min(term.start, ...courses.map((course) => course.start));
    const until = Math.max(term.until, ...courses.map((course) => course.until));
    const rows = new Rows();
    const places = courses.map((course) => ({ course, row: rows.place(course.start, course.until) }));
    return { term, places, height: 1 + rows.count, track: tracks.place(start, until) };
  });

  const heights = new Array<number>(tracks.count).fill(0);
  for (const { track, height } of blocks) heights[track] = Math.max(heights[track] ?? 0, height);
  const tops = heights.map((_, track) =>
    heights.slice(0, track).reduce((sum, height) => sum + height, firstRow),
  );
  for (const { term, places, height, track } of blocks) {
    const top = tops[track] ?? firstRow;
    put(term, top, height);
    for (const { course, row } of places) put(course, top + 1 + row, 1);
  }
  return firstRow + heights.reduce((sum, height) => sum + height, 0);
}

/** Room at the zoom that shows the whole plan. Its length counts in powers of two, so that it seldom changes. */
function roomFor(contents: readonly LaneContent[]): Room {
  let first = Infinity;
  let last = -Infinity;
  const see = ({ start, until }: Dated): void => {
    if (start < first) first = start;
    if (until > last) last = until;
  };
  for (const { program, terms, loose } of contents) {
    if (program !== null) see(program);
    terms.forEach(see);
    loose.forEach(see);
  }
  if (first > last) return NO_ROOM;
  const years = Math.max(1, (last - first) / DAYS_PER_YEAR);
  const perPixel = (2 ** Math.ceil(Math.log2(years)) * DAYS_PER_YEAR) / OVERVIEW.width;
  return {
    perLetter: OVERVIEW.letter * perPixel,
    aroundMark: Math.ceil(OVERVIEW.mark * perPixel),
    mostLetters: Infinity,
  };
}

/** Numbers the bars by row and time and writes them into lists. */
function assemble(
  document: PlanDocument,
  placed: Placed,
  lanes: readonly Lane[],
  rowCount: number,
  unscheduled: TimelineLayout['unscheduled'],
): TimelineLayout {
  const { rowStart, order } = orderByRow(placed, rowCount);
  const barCount = order.length;
  const items = new Array<Item>(barCount);
  const dates = new Array<ItemDates>(barCount);
  const start = new Int32Array(barCount);
  const until = new Int32Array(barCount);
  const row = new Int32Array(barCount);
  const rowSpan = new Int32Array(barCount);
  const lane = new Int32Array(barCount);
  const barOf = new Map<string, number>();
  const reachedFrom = new Int32Array(rowCount);
  for (let index = 0; index < rowCount; index += 1) reachedFrom[index] = index;
  let first = Infinity;
  let last = -Infinity;

  for (let bar = 0; bar < barCount; bar += 1) {
    const place = order[bar] ?? 0;
    const dated = placed.dated[place];
    if (dated === undefined) throw new Error(`bar ${bar} has no item`);
    const top = placed.row[place] ?? 0;
    const span = placed.rowSpan[place] ?? 1;
    items[bar] = dated.item;
    dates[bar] = dated.dates;
    start[bar] = dated.start;
    until[bar] = dated.until;
    row[bar] = top;
    rowSpan[bar] = span;
    lane[bar] = placed.lane[place] ?? 0;
    barOf.set(dated.item.id, bar);
    for (let below = top + 1; below < top + span; below += 1) {
      reachedFrom[below] = Math.min(reachedFrom[below] ?? below, top);
    }
    if (dated.start < first) first = dated.start;
    if (dated.until > last) last = dated.until;
  }

  const laneOfRow = new Int32Array(rowCount);
  lanes.forEach(({ firstRow, rowCount: rows }, index) => laneOfRow.fill(index, firstRow, firstRow + rows));
  return {
    barCount,
    items,
    dates,
    start,
    until,
    row,
    rowSpan,
    lane,
    barOf,
    lanes,
    rowCount,
    rowStart,
    reachedFrom,
    laneOfRow,
    connections: connect(document, barOf),
    unscheduled,
    extent: first > last ? null : { first, last: last - 1 },
  };
}

/** The placed bars by row, in a row by time, and where each row begins among them. */
function orderByRow({ dated, row }: Placed, rowCount: number): { rowStart: Int32Array; order: Int32Array } {
  const rowStart = new Int32Array(rowCount + 1);
  for (const at of row) rowStart[at + 1] = (rowStart[at + 1] ?? 0) + 1;
  for (let index = 1; index <= rowCount; index += 1) {
    rowStart[index] = (rowStart[index] ?? 0) + (rowStart[index - 1] ?? 0);
  }
  const order = new Int32Array(row.length);
  const next = rowStart.slice();
  row.forEach((at, place) => {
    const bar = next[at] ?? 0;
    next[at] = bar + 1;
    order[bar] = place;
  });
  for (let index = 0; index < rowCount; index += 1) {
    sortByStart(order, rowStart[index] ?? 0, rowStart[index + 1] ?? 0, dated);
  }
  return { rowStart, order };
}

/** Sorts a stretch of `order` in place. Rows are short and nearly in order, for which moving each up is quickest. */
function sortByStart(order: Int32Array, begin: number, end: number, dated: readonly Dated[]): void {
  for (let at = begin + 1; at < end; at += 1) {
    const place = order[at] ?? 0;
    const start = dated[place]?.start ?? 0;
    let free = at;
    for (; free > begin; free -= 1) {
      const before = order[free - 1] ?? 0;
      if ((dated[before]?.start ?? 0) <= start) break;
      order[free] = before;
    }
    order[free] = place;
  }
}
