import { cutToFit } from '#shared/domain/layout/labels.ts';
import { COLORS } from './colors.ts';
import { element, escaped } from './element.ts';
import { isMeasured, textMeasure, type Weight } from './text-widths.ts';

/** Inter where it is installed, else a font that is not wider; what Inter lacks is found letter by letter. */
export const FONTS =
  "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans SC', sans-serif";

export interface Type {
  readonly size: number;
  readonly weight: Weight;
}

export interface TextLook extends Type {
  readonly x: number;
  /** Of the line the letters stand on. */
  readonly y: number;
  readonly fill: string;
  /** Keeps lines that pass behind the text from striking it through. */
  readonly halo?: boolean;
  readonly struck?: boolean;
}

/**
 * A line of text. Its width is written down where it is known, so that it keeps to its place in a font that is wider
 * than Inter as well.
 */
export function writeText(text: string, { x, y, size, weight, fill, halo, struck }: TextLook): string {
  if (text === '') return '';
  const width = textMeasure(size, weight)(text);
  const known = isMeasured(text, weight) ? { textLength: width, lengthAdjust: 'spacingAndGlyphs' } : {};
  const around = {
    stroke: COLORS.paper,
    'stroke-width': 4,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
  };
  const look = {
    x,
    y,
    'font-size': size,
    'font-weight': weight === 400 ? undefined : weight,
    fill,
    ...(halo === true ? around : {}),
    'text-decoration': struck === true ? 'line-through' : undefined,
    ...known,
  };
  return element('text', look, escaped(text));
}

/** A text on one line, as XML shows it, and cut off where it is longer than `room`. */
export function cutText(text: string, room: number, { size, weight }: Type): string {
  const line = oneLine(text);
  const measure = textMeasure(size, weight);
  return measure(line) <= room ? line : cutToFit(line, room, measure);
}

/** Line ends and runs of spaces, which a picture draws as one space. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
