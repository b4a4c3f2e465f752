import { gridPaths } from '#shared/domain/layout/grid.ts';
import { dayAt } from '#shared/domain/layout/time-scale.ts';
import { ArrowWriter } from '#shared/domain/layout/arrow-paths.ts';
import { chartHeight, yOfLane, yOfRow } from '#shared/domain/layout/row-scale.ts';
import type { Axis, AxisBand } from '#shared/domain/layout/ticks.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import { phaseOfBar, type Lane } from '#shared/domain/layout/layout.ts';
import { PHASE_LABELS } from '#shared/words/labels.ts';
import { laneName, spokenBar } from '#shared/words/timeline.ts';
import { ROWS, typeOf, type Arranged, type ArrangedBar } from './arrange.ts';
import { COLORS, PHASE_COLORS } from './colors.ts';
import { drawBar, inkIn, type BarLook } from './draw-bar.ts';
import { element, escaped } from './element.ts';
import { phaseSign, SIGN } from './phase-sign.ts';
import { cutText, oneLine, writeText } from './write-text.ts';

const LANE_TYPE = { size: 13, weight: 600 } as const;
/** Free pixels below the last course of a term's card, and from the middle of a bar to the foot of its name. */
const CARD_FOOT = 2;
const BASELINE = 4.3;

/** Lanes, grid, arrows and bars, from the top left corner of the chart. `todayX` is `null` outside of these days. */
export function drawChart(
  arranged: Arranged,
  schedule: Schedule,
  axis: Axis,
  todayX: number | null,
): { markup: string; height: number } {
  const { layout, scale, lines, width, fullWidth, bars } = arranged;
  const paths = new ArrowWriter(ROWS).write(layout, lines, scale);
  const height = chartHeight(ROWS, layout);
  const grid = gridPaths(within(axis, scale.start, dayAt(scale, width)), scale, 0, height);
  const line = (d: string, stroke: string, strokeWidth = 1): string =>
    d === '' ? '' : element('path', { d, fill: 'none', stroke, 'stroke-width': strokeWidth });
  const drawn = bars.map((bar) => ({
    isCard: bar.item.kind === 'term',
    markup: drawItem(arranged, bar, schedule),
  }));
  const arrows = { 'stroke-linejoin': 'round', 'stroke-linecap': 'round' } as const;
  const markup = [
    line(grid.faint, COLORS.line),
    line(grid.strong, COLORS.line, 1.5),
    line(
      layout.lanes.map((_, lane) => `M0 ${Math.round(yOfLane(ROWS, layout, lane)) + 0.5}H${width}`).join(''),
      COLORS.lineStrong,
    ),
    todayX === null ? '' : line(`M${Math.round(todayX)} 0V${height}`, COLORS.today, 1.5),
    ...drawn.filter(({ isCard }) => isCard).map((each) => each.markup),
    element('g', arrows, line(paths.plain, COLORS.lineStrong), line(paths.critical, COLORS.ink, 2)),
    ...layout.lanes.map((lane, place) => drawLaneName(arranged, lane, place, fullWidth)),
    ...drawn.filter(({ isCard }) => !isCard).map((each) => each.markup),
  ];
  return { markup: markup.join(''), height };
}

/** The axis without what begins left or right of the chart. */
function within({ major, minor }: Axis, start: number, end: number): Axis {
  const from = (band: AxisBand): AxisBand => ({
    ...band,
    ticks: band.ticks.filter(({ day }) => day >= start && day <= end),
  });
  return { major: from(major), minor: from(minor) };
}

/** The name of a lane in the room above it; the bar of its program names it already, so there it is the phase. */
function drawLaneName({ layout }: Arranged, lane: Lane, place: number, width: number): string {
  const y = yOfLane(ROWS, layout, place);
  const name =
    lane.phase !== null && layout.barOf.has(lane.id) ? PHASE_LABELS[lane.phase] : oneLine(laneName(lane));
  const x = SIGN + 6;
  const look = { x, y: y + 22, fill: COLORS.ink, halo: true, ...LANE_TYPE };
  const sign = lane.phase === null ? '' : phaseSign(lane.phase, 0, y + 11.5);
  return sign + writeText(cutText(name, width - x, LANE_TYPE), look);
}

/** One item: what a reader's pointer or screen reader is told of it, its bar, and its name. */
function drawItem(arranged: Arranged, arrangedBar: ArrangedBar, schedule: Schedule): string {
  const { bar, item, state, label } = arrangedBar;
  const look = lookOf(arranged, arrangedBar, schedule);
  const { start, end } = schedule.dates(item.id);
  const told = spokenBar(item, start ?? 0, end ?? 0, state, arranged.chain.bars[bar] === 1);
  const isInside = label.place === 'inside';
  const name = writeText(label.text, {
    x: label.x,
    y: look.y + ROWS.barHeight / 2 + BASELINE,
    fill: isInside ? inkIn(look) : COLORS.ink,
    halo: !isInside,
    struck: state === 'withdrawn',
    ...typeOf(item),
  });
  return element('g', {}, element('title', {}, escaped(oneLine(told))), drawBar(look), name);
}

function lookOf(
  { layout, chain }: Arranged,
  { bar, item, state, isChecked, x, width }: ArrangedBar,
  schedule: Schedule,
): BarLook {
  const phase = phaseOfBar(layout, bar);
  const span = layout.rowSpan[bar] ?? 1;
  const dates = schedule.dates(item.id);
  return {
    kind: item.kind,
    tone: PHASE_COLORS[phase],
    pattern: phase,
    state,
    isCritical: chain.bars[bar] === 1,
    isPinned: dates.mode === 'pinned',
    isWait: item.kind === 'step' && item.sort === 'approval',
    isChecked,
    x,
    y: yOfRow(ROWS, layout, layout.row[bar] ?? 0) + (ROWS.rowHeight - ROWS.barHeight) / 2,
    width,
    height: ROWS.barHeight + (span - 1) * ROWS.rowHeight + (span > 1 ? CARD_FOOT : 0),
    openLeft: (dates.start ?? 0) < (layout.start[bar] ?? 0),
    openRight: (dates.end ?? 0) >= (layout.until[bar] ?? 0),
  };
}
