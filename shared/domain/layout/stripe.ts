import type { Phase } from '../plan/items.ts';

/** Width of the stripe at the left of a bar, in pixels. */
const WIDTH = 6;
/** Free between the outline and the drawing. */
const INSET = 1.2;

/**
 * The sign of a phase along the left edge of a bar, as the data of a path to be stroked: solid, slanted, dotted or
 * barred, so that phases are told apart without color. Drawn stroke by stroke, because a pattern fill is printed as
 * an image.
 */
export function stripe(phase: Phase, x: number, y: number, height: number): string {
  const [left, top, bottom] = [x + INSET, y + INSET, y + height - INSET];
  const right = x + WIDTH - INSET;
  switch (phase) {
    case 'undergraduate':
      return lines(left + 0.6, right, 1, (at) => `M${at} ${top}V${bottom}`);
    case 'graduate':
      return lines(top, bottom - (right - left), 3, (at) => `M${left} ${at + right - left}L${right} ${at}`);
    case 'experience':
      return lines(top + 1.2, bottom - 1, 3.2, (at) => `M${(left + right) / 2 - 1} ${at}h2`);
    case 'licensure':
      return `M${left + 0.6} ${top}V${bottom}M${right} ${top}V${bottom}`;
  }
}

function lines(from: number, to: number, step: number, draw: (at: number) => string): string {
  let path = '';
  for (let at = from; at <= to; at += step) path += draw(Math.round(at * 100) / 100);
  return path;
}
