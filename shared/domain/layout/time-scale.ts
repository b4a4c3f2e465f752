import { FIRST_DAY, LAST_DAY, type DayNumber } from '../time/day.ts';

/**
 * How days become horizontal distances: `start` is the day (with a fraction) at x = 0, `perDay` the pixels of
 * one day. A day covers the half-open stretch from its own number to the next, so an item's right edge is
 * `end + 1`.
 */
export interface TimeScale {
  readonly start: number;
  readonly perDay: number;
}

/** All 300 supported years in about 1,100 pixels. */
export const MIN_PER_DAY = 0.01;
/** A day wide enough for a weekday, a date and the bars of a week side by side. */
export const MAX_PER_DAY = 64;

export const ZOOM_NAMES = ['decades', 'years', 'months', 'weeks', 'days'] as const;
export type ZoomName = (typeof ZOOM_NAMES)[number];

/** Pixels of a day from which on a zoom name applies, and the ones its button sets. */
const ZOOMS: Record<ZoomName, { from: number; typical: number }> = {
  decades: { from: 0, typical: 0.08 },
  years: { from: 0.12, typical: 0.3 },
  months: { from: 0.75, typical: 1.6 },
  weeks: { from: 3.6, typical: 6 },
  days: { from: 16, typical: 26 },
};

/** The name of the zoom at `perDay` pixels a day. */
export function zoomName(perDay: number): ZoomName {
  let name: ZoomName = 'decades';
  for (const candidate of ZOOM_NAMES) if (perDay >= ZOOMS[candidate].from) name = candidate;
  return name;
}

/** Pixels a day at which a named zoom is most legible. */
export function perDayOf(name: ZoomName): number {
  return ZOOMS[name].typical;
}

/** Pixels from the left edge to the beginning of a day; fractions of days are allowed. */
export function xOf(scale: TimeScale, day: number): number {
  return (day - scale.start) * scale.perDay;
}

/** The day, with its fraction, that lies `x` pixels from the left edge. */
export function dayAt(scale: TimeScale, x: number): number {
  return scale.start + x / scale.perDay;
}

/** The same scale, `factor` times as wide, with the day under `x` kept in place. Stays inside the zoom's bounds. */
export function zoomAround(scale: TimeScale, x: number, factor: number): TimeScale {
  const perDay = Math.min(MAX_PER_DAY, Math.max(MIN_PER_DAY, scale.perDay * factor));
  return { start: dayAt(scale, x) - x / perDay, perDay };
}

/**
 * The scale that shows the days `from` to `to` (both included) in `width` pixels, with as many pixels left free
 * before and after as `before` and `after` say. It never zooms in past `maxPerDay`; a short stretch is then centered.
 */
export function fitScale(
  from: DayNumber,
  to: DayNumber,
  width: number,
  {
    before = 0,
    after = 0,
    maxPerDay = MAX_PER_DAY,
  }: { before?: number; after?: number; maxPerDay?: number } = {},
): TimeScale {
  const days = Math.max(1, to + 1 - from);
  const room = Math.max(1, width - before - after);
  const perDay = Math.min(maxPerDay, Math.max(MIN_PER_DAY, room / days));
  const spare = Math.max(0, room - days * perDay);
  return { start: from - (before + spare / 2) / perDay, perDay };
}

/** The scale moved so that the view of `width` pixels stays within the days that exist. */
export function keepInRange(scale: TimeScale, width: number): TimeScale {
  const days = width / scale.perDay;
  const latest = Math.max(FIRST_DAY, LAST_DAY + 1 - days);
  const start = Math.min(latest, Math.max(FIRST_DAY, scale.start));
  return start === scale.start ? scale : { start, perDay: scale.perDay };
}
