import type { Axis } from './ticks.ts';
import { xOf, type TimeScale } from './time-scale.ts';

/** Vertical lines from `top` to `bottom`, as the data of one SVG path each: faint ones and strong ones. */
export interface GridPaths {
  readonly faint: string;
  readonly strong: string;
}

/**
 * A line where each cell of the axis begins: strong for the cells of the upper band and where an academic year
 * begins, faint for the others.
 */
export function gridPaths(axis: Axis, scale: TimeScale, top: number, bottom: number): GridPaths {
  const strongDays = new Set(axis.major.ticks.map(({ day }) => day));
  for (const { day, academic } of axis.minor.ticks) if (academic) strongDays.add(day);
  const lineAt = (day: number): string => `M${Math.round(xOf(scale, day)) + 0.5} ${top}V${bottom}`;
  let faint = '';
  for (const { day } of axis.minor.ticks) if (!strongDays.has(day)) faint += lineAt(day);
  let strong = '';
  for (const day of strongDays) strong += lineAt(day);
  return { faint, strong };
}
