import type { PlanDocument } from '../plan/document.ts';
import type { Item, Phase } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';
import { connect } from './connections.ts';
import { sortIntoLanes, type Dated, type LaneContent } from './lanes.ts';
import type { Lane, TimelineLayout } from './layout.ts';
import { Rows } from './pack.ts';

/** A bar on its way into the layout. */
interface Placed extends Dated {
  readonly row: number;
  readonly rowSpan: number;
  readonly lane: number;
  readonly phase: Phase;
}

/** The days a name beside a short bar, and a mark drawn around its day, keep free at the zoom that shows everything. */
interface Room {
  readonly perLetter: number;
  readonly aroundMark: number;
}

const NO_ROOM: Room = { perLetter: 0, aroundMark: 0 };
/** Pixels of the chart, of a letter and around a mark on the screen for which room is kept. */
const OVERVIEW = { width: 1_000, letter: 6.5, gap: 3, mark: 10 };
/** A lane with more loose items than this is packed tightly instead: names would push it apart. */
const ROOMY_LANE = 60;
const DAYS_PER_YEAR = 365.25;

/**
 * Arranges a scheduled plan (R10: programs with their terms and courses, everything else by phase). Within a lane
 * the plan's order decides who gets the upper row, so an edit moves as little as possible. `dates` are the
 * schedule's, parallel to the items of the document.
 */
export function layoutPlan(document: PlanDocument, dates: readonly ItemDates[]): TimelineLayout {
  const { lanes: contents, unscheduled } = sortIntoLanes(document, dates);
  const room = roomFor(contents);
  const placed: Placed[] = [];
  const lanes: Lane[] = [];
  let firstRow = 0;
  for (const content of contents) {
    const roomInLane = content.loose.length > ROOMY_LANE ? NO_ROOM : room;
    const rowCount = placeLane(content, firstRow, lanes.length, roomInLane, placed);
    const { id, phase, title, besidePrograms } = content;
    lanes.push({ id, phase, title, besidePrograms, firstRow, rowCount });
    firstRow += rowCount;
  }
  return assemble(document, placed, lanes, firstRow, unscheduled);
}

/** Puts everything of a lane into rows from `firstRow` on and answers how many it took. */
function placeLane(
  content: LaneContent,
  firstRow: number,
  lane: number,
  room: Room,
  placed: Placed[],
): number {
  const { phase } = content;
  const put = (dated: Dated, row: number, rowSpan = 1): void => {
    placed.push({ ...dated, row, rowSpan, lane, phase });
  };

  let row = firstRow;
  if (content.program !== null) {
    put(content.program, row);
    row += 1;
  }
  row = placeTerms(content, row, put);

  const rows = new Rows();
  for (const dated of content.loose) {
    const { from, until } = footprint(dated, room);
    put(dated, row + rows.place(from, until));
  }
  return row + rows.count - firstRow;
}

/**
 * Terms follow each other in one row with their courses below, one to a row. Terms that overlap in time go to a
 * second such track under the first.
 */
function placeTerms(
  content: LaneContent,
  firstRow: number,
  put: (dated: Dated, row: number, rowSpan?: number) => void,
): number {
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
    for (const { course, row } of places) put(course, top + 1 + row);
  }
  return firstRow + heights.reduce((sum, height) => sum + height, 0);
}

/** The days a loose bar takes in its row: its own, and what its name or mark needs. */
function footprint({ item, start, until }: Dated, room: Room): { from: DayNumber; until: DayNumber } {
  const isMark = item.kind === 'milestone' || item.kind === 'credential';
  const aroundMark = isMark ? Math.ceil(room.aroundMark) : 0;
  const name = Math.ceil((item.title.length + OVERVIEW.gap) * room.perLetter);
  return { from: start - aroundMark, until: Math.max(until, start + aroundMark + name) };
}

/** Room at the zoom that shows the whole plan. Its length counts in powers of two, so that it seldom changes. */
function roomFor(contents: readonly LaneContent[]): Room {
  let first = Infinity;
  let last = -Infinity;
  for (const { program, terms, loose } of contents) {
    for (const { start, until } of [...(program ? [program] : []), ...terms, ...loose]) {
      if (start < first) first = start;
      if (until > last) last = until;
    }
  }
  if (first > last) return NO_ROOM;
  const years = Math.max(1, (last - first) / DAYS_PER_YEAR);
  const perPixel = (2 ** Math.ceil(Math.log2(years)) * DAYS_PER_YEAR) / OVERVIEW.width;
  return { perLetter: OVERVIEW.letter * perPixel, aroundMark: OVERVIEW.mark * perPixel };
}

/** Numbers the bars by row and time and writes them into lists. */
function assemble(
  document: PlanDocument,
  placed: Placed[],
  lanes: readonly Lane[],
  rowCount: number,
  unscheduled: TimelineLayout['unscheduled'],
): TimelineLayout {
  placed.sort((a, b) => a.row - b.row || a.start - b.start);
  const barCount = placed.length;
  const items: Item[] = [];
  const dates: ItemDates[] = [];
  const phases: Phase[] = [];
  const start = new Int32Array(barCount);
  const until = new Int32Array(barCount);
  const row = new Int32Array(barCount);
  const rowSpan = new Int32Array(barCount);
  const lane = new Int32Array(barCount);
  const barOf = new Map<string, number>();
  const rowStart = new Int32Array(rowCount + 1);
  const reachedFrom = Int32Array.from({ length: rowCount }, (_, index) => index);
  let first = Infinity;
  let last = -Infinity;

  placed.forEach((bar, index) => {
    items.push(bar.item);
    dates.push(bar.dates);
    phases.push(bar.phase);
    start[index] = bar.start;
    until[index] = bar.until;
    row[index] = bar.row;
    rowSpan[index] = bar.rowSpan;
    lane[index] = bar.lane;
    barOf.set(bar.item.id, index);
    rowStart[bar.row + 1] = index + 1;
    for (let below = bar.row + 1; below < bar.row + bar.rowSpan; below += 1) {
      reachedFrom[below] = Math.min(reachedFrom[below] ?? below, bar.row);
    }
    first = Math.min(first, bar.start);
    last = Math.max(last, bar.until - 1);
  });
  // A row in which nothing begins starts and ends where the one before it ended.
  for (let index = 1; index <= rowCount; index += 1) {
    rowStart[index] = Math.max(rowStart[index] ?? 0, rowStart[index - 1] ?? 0);
  }

  return {
    barCount,
    items,
    dates,
    phases,
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
    laneOfRow: Int32Array.from(
      lanes.flatMap(({ rowCount: rows }, index) => new Array<number>(rows).fill(index)),
    ),
    connections: connect(document, barOf),
    unscheduled,
    extent: first > last ? null : { first, last },
  };
}
