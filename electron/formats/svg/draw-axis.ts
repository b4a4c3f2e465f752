import { TICK_PADDING, type Axis, type AxisBand } from '#shared/domain/layout/ticks.ts';
import { xOf, type TimeScale } from '#shared/domain/layout/time-scale.ts';
import { TODAY_WORD } from '#shared/words/picture.ts';
import { COLORS } from './colors.ts';
import { element } from './element.ts';
import { textMeasure } from './text-widths.ts';
import { writeText, type Type } from './write-text.ts';

export const AXIS_TYPE: Type = { size: 12, weight: 600 };
const LOWER_TYPE: Type = { size: 12, weight: 400 };
const TAG_TYPE: Type = { size: 11, weight: 600 };
export const AXIS_HEIGHT = 42;
export const TAG_HEIGHT = 18;

/** Two bands of dates over the chart, from the axis's top left corner. */
export function drawAxis(axis: Axis, scale: TimeScale, width: number): string {
  const rule = (y: number, stroke: string, strokeWidth: number): string =>
    element('path', { d: `M0 ${y}H${width}`, stroke, 'stroke-width': strokeWidth });
  return [
    rule(0, COLORS.ink, 1.5),
    ...bandLabels(axis.major, scale, width, 16, AXIS_TYPE, COLORS.ink),
    ...bandLabels(axis.minor, scale, width, 34, LOWER_TYPE, COLORS.inkFaint),
    rule(AXIS_HEIGHT, COLORS.lineStrong, 1),
  ].join('');
}

/** A cell that is cut off by the edge has its label only where that still fits. */
function bandLabels(
  band: AxisBand,
  scale: TimeScale,
  width: number,
  y: number,
  type: Type,
  fill: string,
): string[] {
  const measure = textMeasure(type.size, type.weight);
  return band.ticks.flatMap(({ day, until, label }) => {
    const left = Math.max(0, xOf(scale, day));
    const room = Math.min(width, xOf(scale, until)) - left;
    if (label === '' || measure(label) + TICK_PADDING > room) return [];
    return [writeText(label, { x: Math.round(left + TICK_PADDING / 2), y, fill, ...type })];
  });
}

/** The head of the line of today, from the left of the chart. */
export function drawTodayTag(x: number, width: number): string {
  const long = Math.ceil(textMeasure(TAG_TYPE.size, TAG_TYPE.weight)(TODAY_WORD)) + 12;
  const left = Math.min(Math.max(0, Math.round(x - long / 2)), Math.max(0, width - long));
  return (
    element('rect', { x: left, y: 1, width: long, height: TAG_HEIGHT - 1, rx: 2, fill: COLORS.today }) +
    writeText(TODAY_WORD, { x: left + 6, y: 13.5, fill: COLORS.paper, ...TAG_TYPE })
  );
}
