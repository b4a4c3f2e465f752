import { academicYearName } from '#shared/words/costs.ts';
import { sortIntoLanes, type LaneContent } from '#shared/domain/layout/lanes.ts';
import { axisTicks, type Axis, type MeasureText } from '#shared/domain/layout/ticks.ts';
import type { TimeScale } from '#shared/domain/layout/time-scale.ts';
import type { Item, Phase } from '#shared/domain/plan/items.ts';
import type { Undated } from '#shared/domain/schedule/types.ts';
import { tickLabels } from '#shared/words/timeline.ts';
import type { Paper } from './paper.ts';
import { spanText, type Report } from './report.ts';
import { pagesOf, type Named, type TilePage } from './tile-pages.ts';
import { isOn } from './tile-rows.ts';
import { cutTiles, type Extent, type Tile } from './tiles.ts';

/** The timeline as it is printed: one entry per sheet of paper, in order. */
export interface PrintedTimeline {
  readonly sheets: Sheet[];
  /** The phases that are drawn, for the legend. */
  readonly phases: Phase[];
  /** Items without dates, and why. */
  readonly undated: { item: Item; undated: Undated }[];
  /** Items that lie outside the days that were asked for. */
  readonly outside: number;
}

export interface Sheet {
  readonly title: string;
  /** Years before this tile in which there is nothing to draw. */
  readonly skipped: string | null;
  /** False for the second and further pages of a tile. */
  readonly startsTile: boolean;
  readonly axis: Axis;
  readonly scale: TimeScale;
  readonly page: TilePage;
}

export interface TimelineRoom {
  paper: Paper;
  measure: { normal: MeasureText; bold: MeasureText; axis: MeasureText };
  /** Pixels of the first sheet that something else stands on; 0 when the timeline begins a page. */
  taken: number;
}

/** Heights in pixels: axis; the word under the line of today; heading of a sheet; section title, explanation and legend; line about skipped years. */
export const AXIS = 38;
export const TODAY = 16;
const HEADING = 30;
const INTRODUCTION = 96;
const SKIPPED = 22;

/** Cuts, arranges and paginates the timeline. */
export function printTimeline(report: Report, { paper, measure, taken }: TimelineRoom): PrintedTimeline {
  const { plan, schedule, options } = report;
  const { lanes, unscheduled } = sortIntoLanes(plan, schedule.all());
  const dated = lanes.flatMap((lane) => [
    ...(lane.program ? [lane.program] : []),
    ...lane.terms,
    ...lane.loose,
    ...[...lane.courses.values()].flat(),
  ]);
  const extent = dated.reduce<Extent | null>(
    (seen, { start, until }) => ({
      first: Math.min(seen?.first ?? start, start),
      last: Math.max(seen?.last ?? start, until - 1),
    }),
    null,
  );

  const sheets: Sheet[] = [];
  const named: Named = new Set();
  let skipped: Tile[] = [];
  for (const tile of cutTiles(extent, options)) {
    if (!dated.some((item) => isOn(tile, item))) {
      skipped.push(tile);
      continue;
    }
    const introduction = sheets.length === 0 ? INTRODUCTION + taken : 0;
    const gap = skipped.length > 0 ? SKIPPED : 0;
    const height = paper.height - AXIS - TODAY - HEADING;
    const room = { first: height - introduction - gap, next: height };
    const scale = { start: tile.from, perDay: paper.width / (tile.until - tile.from) };
    const axis = axisTicks(scale, paper.width - 1, tickLabels, measure.axis);
    for (const [place, page] of pagesOf(
      lanes,
      { tile, width: paper.width, measure },
      room,
      named,
    ).entries()) {
      sheets.push({
        title: titleOf(tile),
        skipped: place === 0 && skipped.length > 0 ? skippedText(skipped) : null,
        startsTile: place === 0,
        axis,
        scale,
        page,
      });
    }
    skipped = [];
  }
  return {
    sheets,
    phases: phasesOf(lanes, sheets),
    undated: unscheduled.map(({ item, undated }) => ({ item, undated })),
    outside: dated.filter(({ item }) => !named.has(item.id)).length,
  };
}

function phasesOf(lanes: readonly LaneContent[], sheets: readonly Sheet[]): Phase[] {
  const drawn = new Set(sheets.flatMap(({ page }) => page.lanes.map(({ lane }) => lane.id)));
  return [...new Set(lanes.filter(({ id }) => drawn.has(id)).map(({ phase }) => phase))];
}

function titleOf({ from, until, academicYear }: Tile): string {
  return academicYear === null
    ? spanText(from, until - 1)
    : `Academic year ${academicYearName(academicYear)}`;
}

function skippedText(tiles: readonly Tile[]): string {
  const years = [tiles[0], tiles.at(-1)]
    .map((tile) => tile?.academicYear ?? null)
    .filter((year) => year !== null);
  const names = new Set(years.map(academicYearName));
  return names.size === 0
    ? 'Nothing is planned before.'
    : `Nothing is planned in ${[...names].join(' to ')}.`;
}
