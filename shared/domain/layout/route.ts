import { boxOf, isMark, MARK_HALF } from './bar-box.ts';
import { CONNECTION, type TimelineLayout } from './layout.ts';
import { yOfRow, type RowScale } from './row-scale.ts';
import type { TimeScale } from './time-scale.ts';

type Point = readonly [x: number, y: number];

/** Pixels a line runs straight out of a bar, and into one, before it turns. */
const STUB = 8;
const CORNER = 4;
const HEAD = 4;
/** Nearer than this two bars of one row need no line. */
const LEAST_GAP = 10;
const MOST_SHIFT = 6;

/**
 * The corners of one line, from its bar to the tip of its head; empty when the bars touch. Lines leave at the end (or the
 * start) the connection is about and never cover it: a successor that begins where its predecessor ends is entered
 * from above, a later one from the left, an earlier one by a detour between the rows.
 */
export function routeOf(layout: TimelineLayout, line: number, scale: TimeScale, rows: RowScale): Point[] {
  const { connections } = layout;
  const source = connections.from[line] ?? 0;
  const target = connections.to[line] ?? 0;
  const from = edgesOf(layout, source, scale, rows);
  const to = edgesOf(layout, target, scale, rows);
  const isToMark = isMarkBar(layout, target);
  switch (connections.kind[line]) {
    case CONNECTION.startToStart:
      return besides(from.left, from.middle, to.left, to.middle, Math.min(from.left, to.left) - STUB);
    case CONNECTION.finishToFinish:
      if (isToMark && from.left <= to.entry) return ontoMark(from, to);
      return besides(from.right, from.middle, to.right, to.middle, Math.max(from.right, to.right) + STUB);
    default:
      if (layout.row[source] === layout.row[target]) return along(from, to);
      return onwards(from, isToMark ? shiftedEntry(from, to) : to, rows);
  }
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly middle: number;
  readonly bottom: number;
  /** Where a line from above or below comes in. */
  readonly entry: number;
}

function edgesOf(layout: TimelineLayout, bar: number, scale: TimeScale, rows: RowScale): Edges {
  const { x, width } = boxOf(layout, scale, bar);
  const inset = (rows.rowHeight - (isMarkBar(layout, bar) ? 2 * MARK_HALF : rows.barHeight)) / 2;
  const top = yOfRow(rows, layout, layout.row[bar] ?? 0) + inset;
  const left = Math.round(x);
  const right = Math.round(x + width);
  return {
    left,
    right,
    top: Math.round(top),
    middle: Math.round(top + rows.rowHeight / 2 - inset),
    bottom: Math.round(top + rows.rowHeight - 2 * inset),
    entry: Math.round(x + Math.min(STUB, width / 2)),
  };
}

function isMarkBar(layout: TimelineLayout, bar: number): boolean {
  const item = layout.items[bar];
  return item !== undefined && isMark(item);
}

/**
 * The mark of a day right after a bar's end lies half under it. Its upper edge slopes away, so a line may come in a
 * little to the right of the tip, and that much lower.
 */
function shiftedEntry(from: Edges, to: Edges): Edges {
  const shift = Math.min(MOST_SHIFT, Math.max(0, from.right + STUB / 2 - to.entry));
  return { ...to, entry: to.entry + shift, top: to.top + shift, bottom: to.bottom - shift };
}

/** Finish to finish with a mark, which is entered from above or below: its name stands to its right. */
function ontoMark(from: Edges, to: Edges): Point[] {
  const isDown = to.middle > from.middle;
  const tip = isDown ? to.top : to.bottom;
  if (to.entry > from.right)
    return [
      [from.right, from.middle],
      [to.entry, from.middle],
      [to.entry, tip],
    ];
  return [
    [to.entry, isDown ? from.bottom : from.top],
    [to.entry, tip],
  ];
}

/** Finish to start between rows. */
function onwards(from: Edges, to: Edges, rows: RowScale): Point[] {
  const down = to.middle > from.middle;
  if (to.left >= from.right + 2 * STUB) {
    const turn = from.right + STUB;
    return [
      [from.right, from.middle],
      [turn, from.middle],
      [turn, to.middle],
      [to.left, to.middle],
    ];
  }
  const tip = down ? to.top : to.bottom;
  if (to.entry >= from.right + 2)
    return [
      [from.right, from.middle],
      [to.entry, from.middle],
      [to.entry, tip],
    ];
  // Too short to be entered beside the end of the one before: straight down from there.
  if (to.entry >= from.right - 1)
    return [
      [to.entry, from.middle],
      [to.entry, tip],
    ];
  const out = from.right + STUB;
  const back = to.left - STUB;
  const between = down
    ? to.top - (rows.rowHeight - rows.barHeight) / 2
    : to.bottom + (rows.rowHeight - rows.barHeight) / 2;
  return [
    [from.right, from.middle],
    [out, from.middle],
    [out, between],
    [back, between],
    [back, to.middle],
    [to.left, to.middle],
  ];
}

/** Finish to start inside one row. */
function along(from: Edges, to: Edges): Point[] {
  if (to.left >= from.right) {
    return to.left - from.right < LEAST_GAP
      ? []
      : [
          [from.right, from.middle],
          [to.left, to.middle],
        ];
  }
  const below = from.bottom + 3;
  return [
    [from.right, from.middle],
    [from.right + STUB, from.middle],
    [from.right + STUB, below],
    [to.left - STUB, below],
    [to.left - STUB, to.middle],
    [to.left, to.middle],
  ];
}

/** Start to start and finish to finish: out and back in on the same side. */
function besides(x1: number, y1: number, x2: number, y2: number, turn: number): Point[] {
  return [
    [x1, y1],
    [turn, y1],
    [turn, y2],
    [x2, y2],
  ];
}

/**
 * SVG path data through the corners, each rounded as far as its two legs allow, and an open arrow head along the last leg.
 * After its first point it is all in steps from the point before, which makes it half as long. It runs for every line in
 * sight in every frame of a zoom, and what it makes on the way has to be cleared away: numbers, no pairs, and no texts
 * that are always the same.
 */
export function roundedPath(points: readonly Point[]): string {
  const last = points.length - 1;
  if (last < 1) return '';
  let path = `M${xAt(points, 0)} ${yAt(points, 0)}`;
  let cut = 0;
  for (let place = 1; place <= last; place += 1) {
    const legX = xAt(points, place) - xAt(points, place - 1);
    const legY = yAt(points, place) - yAt(points, place - 1);
    // Legs are horizontal or vertical, so one of the two is 0 and the sum is their length.
    const length = Math.abs(legX + legY);
    const aheadX = Math.sign(legX);
    const aheadY = Math.sign(legY);
    const onX = place === last ? 0 : xAt(points, place + 1) - xAt(points, place);
    const onY = place === last ? 0 : yAt(points, place + 1) - yAt(points, place);
    const radius = Math.min(CORNER, length / 2, Math.abs(onX + onY) / 2);
    const straight = length - cut - radius;
    path += aheadX === 0 ? `v${aheadY * straight}` : `h${aheadX * straight}`;
    if (place === last) return path + (HEADS[directionOf(aheadX, aheadY)] ?? '');
    path += cornerOf(directionOf(aheadX, aheadY), directionOf(onX, onY), radius);
    cut = radius;
  }
  return path;
}

/** Right, left, down and up, as steps. */
const DIRECTIONS: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];

/** The place in `DIRECTIONS` of a leg, one side of which is 0. */
function directionOf(x: number, y: number): number {
  if (x !== 0) return x > 0 ? 0 : 1;
  return y > 0 ? 2 : 3;
}

/** The heads of lines that arrive in each direction: back along the line to where the barbs spread, to the tip, back again. */
const HEADS: readonly string[] = DIRECTIONS.map(([x, y]) => {
  const backX = x * -HEAD;
  const backY = y * -HEAD;
  const acrossX = backX === 0 ? HEAD - 1 : 0;
  const acrossY = backY === 0 ? HEAD - 1 : 0;
  return `m${backX - acrossX} ${backY - acrossY}l${acrossX - backX} ${acrossY - backY} ${backX + acrossX} ${backY + acrossY}`;
});

/** Corners that no leg was too short for: almost all of them. */
const FULL_CORNERS: readonly (readonly string[])[] = DIRECTIONS.map((_, ahead) =>
  DIRECTIONS.map((_, on) => writtenCorner(ahead, on, CORNER)),
);

function cornerOf(ahead: number, on: number, radius: number): string {
  const written = radius === CORNER ? FULL_CORNERS[ahead]?.[on] : undefined;
  return written ?? writtenCorner(ahead, on, radius);
}

function writtenCorner(ahead: number, on: number, radius: number): string {
  const controlX = xAt(DIRECTIONS, ahead) * radius;
  const controlY = yAt(DIRECTIONS, ahead) * radius;
  return `q${controlX} ${controlY} ${controlX + xAt(DIRECTIONS, on) * radius} ${controlY + yAt(DIRECTIONS, on) * radius}`;
}

function xAt(points: readonly Point[], place: number): number {
  return points[place]?.[0] ?? 0;
}

function yAt(points: readonly Point[], place: number): number {
  return points[place]?.[1] ?? 0;
}
