import type { MeasureText } from '#shared/domain/layout/ticks.ts';
import { lineCount } from './wrap.ts';

/** Where a name stands: in its bar, or beside it on the side with room. `x` is the left edge of the text's box. */
export interface Label {
  readonly place: 'inside' | 'right' | 'left';
  readonly x: number;
  readonly width: number;
  readonly lines: number;
}

/** What a bar takes of its row together with its name. */
export interface Footprint {
  readonly from: number;
  readonly to: number;
}

/** Pixels left of a name in its bar: the phase's stripe and a gap; and right of it. */
export const INSIDE_LEFT = 12;
export const INSIDE_RIGHT = 5;
/** Between a bar and the name beside it. */
const BESIDE = 5;
/** A name beside its bar is broken into lines of at most this. */
const WIDEST = 330;
/** A name in a bar narrower than this would be a column of syllables. */
const NARROWEST = 92;
/** Canvas and page round differently. */
const SPARE = 1.03;

/**
 * Fits the whole name; nothing is ever cut. `bar` is in pixels from the left of a chart `width` pixels wide. `side` is
 * where a name goes that does not stand in its bar; without it, where there is room.
 */
export function placeLabel(
  text: string,
  bar: { x: number; width: number; isMark: boolean },
  width: number,
  measure: MeasureText,
  side?: 'left' | 'right',
): Label {
  const spacious: MeasureText = (part) => measure(part) * SPARE;
  const natural = Math.ceil(spacious(text)) + 2;
  const boxed = (place: Label['place'], x: number, room: number): Label => ({
    place,
    x,
    width: room,
    lines: lineCount(text, room, spacious),
  });

  const inner = bar.isMark ? 0 : bar.width - INSIDE_LEFT - INSIDE_RIGHT;
  const besideRoom = { right: width - bar.x - bar.width - BESIDE, left: bar.x - BESIDE };
  if (inner >= Math.min(natural, NARROWEST)) {
    const inside = boxed('inside', bar.x + INSIDE_LEFT, inner);
    const roomier = Math.max(besideRoom.right, besideRoom.left) > 2 * inner;
    if (inside.lines <= 3 || !roomier) return inside;
  }
  const wished = Math.min(natural, WIDEST);
  const place =
    side ?? (besideRoom.right >= wished || besideRoom.right >= besideRoom.left ? 'right' : 'left');
  const room = Math.min(wished, besideRoom[place]);
  return boxed(place, place === 'right' ? bar.x + bar.width + BESIDE : bar.x - BESIDE - room, room);
}

/** The stretch a bar and its name take together. */
export function footprintOf(bar: { x: number; width: number }, label: Label): Footprint {
  return { from: Math.min(bar.x, label.x), to: Math.max(bar.x + bar.width, label.x + label.width) };
}
