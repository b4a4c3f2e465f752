import type { DayNumber } from '../time/day.ts';

/** How the whole plan becomes a small picture: days over its width, the pixels of the chart over its height. */
export interface OverviewScale {
  /** The day at x = 0, with a fraction, and how many days the width shows. */
  readonly first: number;
  readonly days: number;
  readonly width: number;
  readonly height: number;
  /** Pixels above the rows, and pixels of the picture for one of the chart. */
  readonly top: number;
  readonly perPixel: number;
}

/** The share of the width left free before the plan and after it. */
const MARGIN = 0.02;
/** Pixels left free above the rows and below them. */
const PADDING = 3;
/** Rows of a small plan are not drawn higher than this share of their height in the chart. */
const MOST_PER_PIXEL = 0.25;

/**
 * The scale that shows all days of `extent` and all rows, which take `chartHeight` pixels in the chart. `today` is
 * shown too unless it is farther from the plan than the plan is long.
 */
export function overviewScale(
  extent: { readonly first: DayNumber; readonly last: DayNumber },
  today: DayNumber,
  chartHeight: number,
  { width, height }: { readonly width: number; readonly height: number },
): OverviewScale {
  const length = extent.last + 1 - extent.first;
  const isNear = today >= extent.first - length && today <= extent.last + length;
  const from = isNear ? Math.min(extent.first, today) : extent.first;
  const until = isNear ? Math.max(extent.last, today) + 1 : extent.last + 1;
  const days = (until - from) / (1 - 2 * MARGIN);
  const perPixel = chartHeight <= 0 ? 0 : Math.min(MOST_PER_PIXEL, (height - 2 * PADDING) / chartHeight);
  const top = (height - chartHeight * perPixel) / 2;
  return { first: from - days * MARGIN, days, width, height, top, perPixel };
}

/** Pixels from the left edge of the picture to the beginning of a day. */
export function overviewX({ first, days, width }: OverviewScale, day: number): number {
  return ((day - first) / days) * width;
}

/** Pixels from the top of the picture to a height of the chart. */
export function overviewY({ top, perPixel }: OverviewScale, y: number): number {
  return top + y * perPixel;
}

/** What of the plan is in view: the day at the left edge, how many days, and from where to where in the chart's pixels. */
export interface InView {
  readonly start: number;
  readonly days: number;
  readonly top: number;
  readonly bottom: number;
}

/** A rectangle in the picture. */
export interface OverviewFrame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The rectangle around what is in view, inside the picture and never smaller than `least`, so that it can be seen and
 * taken hold of. `chartHeight` is the height of all rows: where all are in view it takes the whole height.
 */
export function frameOf(
  scale: OverviewScale,
  { start, days, top, bottom }: InView,
  chartHeight: number,
  least: number,
): OverviewFrame {
  const across = stretch(overviewX(scale, start), overviewX(scale, start + days), scale.width, least);
  const isAll = top <= 0 && bottom >= chartHeight;
  const down = isAll
    ? { from: 0, size: scale.height }
    : stretch(overviewY(scale, top), overviewY(scale, bottom), scale.height, least);
  return { x: across.from, width: across.size, y: down.from, height: down.size };
}

function stretch(from: number, until: number, whole: number, least: number): { from: number; size: number } {
  const first = Math.min(whole, Math.max(0, from));
  const last = Math.min(whole, Math.max(0, until));
  const size = Math.min(whole, Math.max(least, last - first));
  return { from: Math.min(whole - size, Math.max(0, (first + last - size) / 2)), size };
}
