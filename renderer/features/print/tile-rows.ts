import type { LaneContent, Dated } from '#shared/domain/layout/lanes.ts';
import { isMark } from '#shared/domain/layout/bar-box.ts';
import type { MeasureText } from '#shared/domain/layout/ticks.ts';
import { barNames } from '#shared/words/timeline.ts';
import { spanText } from './report.ts';
import { footprintOf, placeLabel, type Footprint, type Label } from './place-label.ts';
import type { Tile } from './tiles.ts';

/** An item on a tile: where its bar lies, where its name goes. Pixels from the left of the tile. */
export interface TileEntry {
  readonly dated: Dated;
  readonly name: string;
  /** Its dates in words, where they are not to be read off its term. */
  readonly dates: string | null;
  /** The same in pieces in which no line is broken: one, where there is room for it. */
  readonly datePieces: readonly string[];
  readonly x: number;
  readonly width: number;
  /** Continues from the tile before, or into the next one. */
  readonly openLeft: boolean;
  readonly openRight: boolean;
  readonly label: Label;
  readonly footprint: Footprint;
}

/** Entries side by side. `keep` says that the row below must not go to another page alone. */
export interface TileRow {
  readonly entries: TileEntry[];
  keep: boolean;
}

export interface TileScale {
  readonly tile: Tile;
  /** Pixels of the whole tile. */
  readonly width: number;
  readonly measure: { normal: MeasureText; bold: MeasureText };
}

/** Width of the mark of a milestone or credential. */
export const MARK = 12;
/** The narrowest bar: a day in a tile of decades. */
const LEAST = 4;
/** Free pixels between neighbors in a row. */
const GAP = 10;

/** Pixels in quarters: finer than a printer draws, and short to write. */
export const onGrid = (pixels: number): number => Math.round(pixels * 4) / 4;

/** True when an item is seen on a tile. */
export function isOn(tile: Tile, { start, until }: Dated): boolean {
  return start < tile.until && until > tile.from;
}

/**
 * The rows of one lane on one tile: terms with their courses under them, then everything else in order of time.
 * `tight` takes the first row with room, otherwise later ones go down like stairs.
 */
export function rowsOfLane(lane: LaneContent, scale: TileScale, tight: boolean): TileRow[] {
  const { tile } = scale;
  const terms = lane.terms
    .filter((term) => isOn(tile, term))
    .map((term) => {
      const courses = (lane.courses.get(term.item.id) ?? []).filter((course) => isOn(tile, course));
      return onOneSide([term, ...courses], scale);
    });
  const loose = lane.loose
    .filter((dated) => isOn(tile, dated))
    .sort((a, b) => a.start - b.start)
    .map((dated) => [entryOf(dated, scale)]);
  return [...packBlocks(terms, tight), ...packBlocks(loose, tight)];
}

/** A term and its courses, their names all on the same side where they do not fit in. */
function onOneSide(block: readonly Dated[], scale: TileScale): TileEntry[] {
  const entries = block.map((dated) => entryOf(dated, scale));
  const toTheLeft = entries.some(({ label }) => label.place === 'left');
  return toTheLeft ? block.map((dated) => entryOf(dated, scale, 'left')) : entries;
}

/** Blocks of rows go side by side where they have room, and below each other where they do not. */
function packBlocks(blocks: readonly TileEntry[][], tight: boolean): TileRow[] {
  const tracks: { taken: Footprint[]; rows: TileRow[] }[] = [];
  let last = 0;
  for (const block of blocks) {
    const from = Math.min(...block.map(({ footprint }) => footprint.from));
    const to = Math.max(...block.map(({ footprint }) => footprint.to));
    const isFree = ({ taken }: { taken: Footprint[] }) =>
      taken.every((other) => to + GAP <= other.from || from >= other.to + GAP);
    let track = (tight ? tracks : tracks.slice(last)).find(isFree);
    if (track === undefined) tracks.push((track = { taken: [], rows: [] }));
    last = tracks.indexOf(track);
    track.taken.push({ from, to });
    for (const [place, entry] of block.entries()) {
      const row = (track.rows[place] ??= { entries: [], keep: false });
      row.entries.push(entry);
      // The head of a term is no use at the foot of a page.
      if (place === 0 && block.length > 1) row.keep = true;
    }
  }
  return tracks.flatMap(({ rows }) => rows);
}

/** An item as it lies on the tile; what is outside of it is cut off. */
export function entryOf(
  dated: Dated,
  { tile, width, measure }: TileScale,
  side?: 'left' | 'right',
): TileEntry {
  const { item, start, until } = dated;
  const xOf = (day: number) => onGrid(((day - tile.from) * width) / (tile.until - tile.from));
  const mark = isMark(item);
  const left = Math.max(0, xOf(start));
  const right = Math.min(width, xOf(until));
  const middle = Math.min(width - MARK / 2, Math.max(MARK / 2, xOf(start + 0.5)));
  const bar = mark
    ? { x: middle - MARK / 2, width: MARK, isMark: true }
    : { x: Math.min(left, width - LEAST), width: Math.max(LEAST, right - left), isMark: false };
  const name = barNames(item)[0] ?? item.title;
  const dates = item.kind === 'course' ? null : spanText(start, mark ? start : until - 1);
  const isBold = item.kind === 'term';
  const text = [name, ...unbroken(dates)].join('  ');
  const openLeft = !mark && start < tile.from;
  const measured = isBold ? measure.bold : measure.normal;
  const label = placeLabel(openLeft ? `… ${text}` : text, bar, width, measured, side);
  return {
    dated,
    name,
    dates,
    datePieces: datePieces(dates, label.width, measure.normal),
    x: bar.x,
    width: bar.width,
    openLeft,
    openRight: !mark && until > tile.until,
    label,
    footprint: footprintOf(bar, label),
  };
}

/** Dates in pieces that stay in one line each: all of them together if they fit, otherwise broken after the dash. */
function datePieces(dates: string | null, width: number, measure: MeasureText): string[] {
  if (dates === null) return [];
  return measure(dates) * 1.03 <= width ? [dates] : dates.split(/(?<=– )/);
}

/** The dates as `lineCount` has to see them. */
function unbroken(dates: string | null): string[] {
  return dates === null ? [] : [dates.replaceAll(' ', '\u00a0').replace('–\u00a0', '– ')];
}
