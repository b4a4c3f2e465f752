import { isMark } from './bar-box.ts';
import type { Dated, LaneArrangement } from './lanes.ts';
import type { Placed } from './order-by-row.ts';
import { Rows } from './pack.ts';
import { LETTERS_OF_GAP, mostLetters, type Room } from './room.ts';

type Put = (dated: Dated, row: number, rowSpan: number) => void;

/** Puts the parts of a lane below each other, as `placeLane` does each of them. */
export function placeParts(
  parts: readonly LaneArrangement[],
  firstRow: number,
  room: Room,
  placed: Placed,
): number {
  return parts.reduce((rows, part) => rows + placeLane(part, firstRow + rows, room, placed), 0);
}

/**
 * Puts everything of a part of a lane into rows from `firstRow` on, adds it to `placed`, and answers how many rows it took. The
 * plan's order decides who gets the upper row, so an edit moves as little as possible.
 */
function placeLane(content: LaneArrangement, firstRow: number, room: Room, placed: Placed): number {
  const put: Put = (dated, row, rowSpan) => {
    placed.dated.push(dated);
    placed.row.push(row);
    placed.rowSpan.push(rowSpan);
  };
  const most = mostLetters(content.loose.length);
  let row = firstRow;
  if (content.program !== null) {
    put(content.program, row, 1);
    row += 1;
  }
  if (content.terms.length > 0) row = placeTerms(content, row, put);

  const rows = new Rows();
  for (const dated of content.loose) {
    const aroundMark = isMark(dated.item) ? room.aroundMark : 0;
    const letters = Math.min(most, dated.item.title.length) + LETTERS_OF_GAP;
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
function placeTerms(content: LaneArrangement, firstRow: number, put: Put): number {
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
