import type { Dated, LaneContent } from '#shared/domain/layout/lanes.ts';
import type { Phase } from '#shared/domain/plan/items.ts';
import { laneName } from '#shared/words/timeline.ts';
import { spanText } from './report.ts';
import { isOn, onGrid, rowsOfLane, type TileEntry, type TileRow, type TileScale } from './tile-rows.ts';
import { lineCount } from './wrap.ts';

/** An entry at its place on a page. `tagged` on the one page on which the item's title is text of the document. */
export interface PlacedEntry extends TileEntry {
  readonly phase: Phase;
  readonly y: number;
  readonly height: number;
  readonly tagged: boolean;
}

/** The name of a lane, on every page on which the lane is seen. */
export interface PlacedLane {
  readonly lane: LaneContent;
  readonly name: string;
  readonly dates: string | null;
  readonly y: number;
  readonly height: number;
  readonly tagged: boolean;
  /** The program's own bar, if it is seen here. */
  readonly bar: { x: number; width: number } | null;
}

/** One page of one tile: all of it, unless its rows take more than a page. */
export interface TilePage {
  readonly lanes: PlacedLane[];
  readonly entries: PlacedEntry[];
  readonly height: number;
  readonly type: NameType;
}

/** The type of the names on bars: its size and the height of a line, in pixels. Names of lanes keep the usual one. */
export interface NameType {
  readonly pixels: number;
  readonly line: number;
}

/** Free pixels around a bar's name, above and below together, and between rows; and how rows are filled. */
interface Density {
  readonly type: NameType;
  readonly padding: number;
  readonly gap: number;
  readonly tight: boolean;
}

/** The type names are measured in. */
export const NAME_TYPE: NameType = { pixels: 10.75, line: 13 };

/** Tried in this order until a tile fits on one page. What is still too much goes on over the page: 7 pt is the least. */
const DENSITIES: readonly Density[] = [
  { type: NAME_TYPE, padding: 10, gap: 5, tight: false },
  { type: NAME_TYPE, padding: 5, gap: 3, tight: false },
  { type: NAME_TYPE, padding: 3, gap: 2, tight: true },
  { type: { pixels: 9.5, line: 11.5 }, padding: 2, gap: 1.5, tight: true },
];
const LANE_GAP = 12;
const LANE_BAR = 9;
/** Left of a lane's name: the sign of its phase. */
export const LANE_INDENT = 18;

interface Band {
  row: TileRow;
  height: number;
}

/** Titles are text of the document once: which items have been named so far. */
export type Named = Set<string>;

/**
 * Arranges a tile's lanes on one page if they fit, otherwise on as many as they need; the first offers `room.first`
 * pixels, the others `room.next`. Adds to `named` what is named here.
 */
export function pagesOf(
  lanes: readonly LaneContent[],
  scale: TileScale,
  room: { first: number; next: number },
  named: Named,
): TilePage[] {
  let pages: TilePage[] = [];
  let names: Named = named;
  for (const density of DENSITIES) {
    names = new Set(named);
    pages = arrange(lanes, scale, room, names, density);
    if (pages.length <= 1) break;
  }
  for (const id of names) named.add(id);
  return pages;
}

function arrange(
  lanes: readonly LaneContent[],
  scale: TileScale,
  room: { first: number; next: number },
  named: Named,
  density: Density,
): TilePage[] {
  const { type } = density;
  const rowScale = inType(scale, type);
  const pages: TilePage[] = [];
  const blank = () => ({ lanes: [] as PlacedLane[], entries: [] as PlacedEntry[], height: 0, type });
  let page = blank();
  let left = room.first;
  const turn = () => {
    pages.push(page);
    page = blank();
    left = room.next;
  };
  const take = (height: number) => {
    const y = page.height;
    page.height += height;
    left -= height;
    return y;
  };

  for (const lane of lanes) {
    const bands = rowsOfLane(lane, rowScale, density.tight).map((row): Band => ({
      row,
      height: heightOf(row, density),
    }));
    const programSeen = lane.program !== null && isOn(scale.tile, lane.program);
    if (bands.length === 0 && !programSeen) continue;
    const head = headOf(lane, scale, programSeen);
    if (page.height > 0 && left < head.height + neededFrom(bands, 0)) turn();
    const openLane = () => {
      const y = take(head.height);
      const tagged = programSeen && !named.has(lane.id);
      if (tagged) named.add(lane.id);
      page.lanes.push({
        lane,
        name: head.name,
        dates: head.dates,
        y,
        height: head.height,
        tagged,
        bar: head.bar,
      });
    };
    openLane();
    for (const [place, { row, height }] of bands.entries()) {
      if (page.entries.length > 0 && left < neededFrom(bands, place)) {
        turn();
        openLane();
      }
      const y = take(height);
      for (const entry of row.entries) {
        const { id } = entry.dated.item;
        const tagged = !named.has(id);
        if (tagged) named.add(id);
        page.entries.push({
          ...entry,
          phase: lane.phase,
          y,
          height: barHeight(entry, height - density.gap, density),
          tagged,
        });
      }
    }
    // At the foot of a page there may be no room for it, and a pixel too many would be a page more.
    take(Math.min(LANE_GAP, Math.max(0, left)));
  }
  if (page.height > 0) pages.push(page);
  return pages;
}

/** The scale with names measured in another type. */
function inType(scale: TileScale, { pixels }: NameType): TileScale {
  const factor = pixels / NAME_TYPE.pixels;
  const { normal, bold } = scale.measure;
  return {
    ...scale,
    measure: { normal: (text) => normal(text) * factor, bold: (text) => bold(text) * factor },
  };
}

/** The height from a row on that must not be torn apart. */
function neededFrom(bands: readonly Band[], place: number): number {
  const band = bands[place];
  if (band === undefined) return 0;
  return band.row.keep ? band.height + neededFrom(bands, place + 1) : band.height;
}

/** Courses side by side are cards of one height; other bars are as high as their own name. */
function barHeight({ dated, label }: TileEntry, row: number, { padding, type }: Density): number {
  const { kind } = dated.item;
  return kind === 'course' || kind === 'term' ? row : label.lines * type.line + padding;
}

function heightOf({ entries }: TileRow, { padding, gap, type }: Density): number {
  return Math.max(...entries.map(({ label }) => label.lines)) * type.line + padding + gap;
}

interface LaneHead {
  name: string;
  dates: string | null;
  bar: PlacedLane['bar'];
  height: number;
}

function headOf(lane: LaneContent, { tile, width, measure }: TileScale, programSeen: boolean): LaneHead {
  const name = laneName(lane);
  const dates = lane.program === null ? null : spanText(lane.program.start, lane.program.until - 1);
  const text = dates === null ? name : `${name}  ${dates}`;
  const lines = lineCount(text, width - LANE_INDENT, (part) => measure.bold(part) * 1.08);
  const bar = programSeen && lane.program !== null ? barOf(lane.program, tile, width) : null;
  return { name, dates, bar, height: lines * (NAME_TYPE.line + 2) + 4 + (bar === null ? 0 : LANE_BAR) };
}

function barOf(
  { start, until }: Dated,
  tile: TileScale['tile'],
  width: number,
): { x: number; width: number } {
  const perDay = width / (tile.until - tile.from);
  const x = Math.max(0, onGrid((start - tile.from) * perDay));
  return { x, width: Math.max(4, Math.min(width, onGrid((until - tile.from) * perDay)) - x) };
}
