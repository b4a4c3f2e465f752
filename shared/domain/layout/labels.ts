import type { Item } from '../plan/items.ts';
import { boxOf, isMark, type BarBox } from './bar-box.ts';
import { nextInRow } from './cull.ts';
import type { TimelineLayout } from './layout.ts';
import type { MeasureText } from './ticks.ts';
import type { TimeScale } from './time-scale.ts';

/** The name of a bar as it fits: in the bar, to the right of it, or not at all. */
export interface BarLabel {
  readonly place: 'inside' | 'beside' | 'none';
  readonly text: string;
  /** Pixels from the left edge of the bar. */
  readonly x: number;
  /** Pixels the text takes; where it is cut, those it may take with its ellipsis (see `cutToFit`). */
  readonly width: number;
  readonly isCut: boolean;
}

/** Pixels around names. */
export interface LabelRoom {
  /** Before a name inside a bar, where the bar has a pattern along its edge, and after it. */
  readonly before: number;
  readonly after: number;
  /** A bar narrower than this has no pattern, so that its name may come nearer to its edges. */
  readonly slim: number;
  readonly beforeInSlim: number;
  readonly afterInSlim: number;
  /** Between a bar and the name to its right: enough for a line that leaves the bar and turns. */
  readonly beside: number;
  /** Below this a shortened name says nothing. */
  readonly least: number;
}

/** What a bar is called, and how wide that is set. */
export interface BarText {
  /** The full name first. */
  readonly names: readonly string[];
  readonly measure: MeasureText;
  /** Pixels at the right end of the bar that its name leaves free, for a mark of its state. */
  readonly reserve?: number;
}

/** Bars narrower than this, in pixels, are drawn without the pattern of their phase. */
export const SLIM_BAR = 44;
export const LABEL_ROOM: LabelRoom = {
  before: 9,
  after: 4,
  slim: SLIM_BAR,
  beforeInSlim: 4,
  afterInSlim: 1,
  beside: 13,
  least: 30,
};
export interface LabelOptions {
  readonly viewLeft?: number;
  readonly drawnLeft?: number;
  readonly room?: LabelRoom;
}

const NO_LABEL: BarLabel = { place: 'none', text: '', x: 0, width: 0, isCut: false };
const ELLIPSIS = '…';
/** Letters that a name cut off has to have more than the shorter name it stands for. */
const WORTH_CUTTING = 4;

/**
 * Fits a name to a bar, which is drawn in `box`. A name in a bar that begins left of `viewLeft` starts there; a bar that
 * ends left of `drawnLeft` has none beside it, as only the end of it would be seen. No name leaves its bar on the left or
 * reaches the next bar of its row on the right, so no two names overlap.
 */
export function fitLabel(
  layout: TimelineLayout,
  scale: TimeScale,
  bar: number,
  { x, width }: BarBox,
  { names, measure, reserve = 0 }: BarText,
  { viewLeft = -Infinity, drawnLeft = -Infinity, room = LABEL_ROOM }: LabelOptions = {},
): BarLabel {
  const item = layout.items[bar];
  if (item === undefined) return NO_LABEL;
  const shift = Math.max(0, Math.min(viewLeft - x, width));
  const isSlim = width < room.slim;
  const before = isSlim ? room.beforeInSlim : room.before;
  const after = isSlim ? room.afterInSlim : room.after;
  const inside = isMark(item) ? 0 : width - shift - before - after - reserve;
  const beside =
    isInCard(item) || x + width < drawnLeft ? 0 : roomToTheRight(layout, scale, bar, x + width, room);
  const insideX = shift + before;
  const besideX = width + room.beside;
  return (
    fullName(names, inside, 'inside', insideX, measure) ??
    fullName(names, beside, 'beside', besideX, measure) ??
    shortenedName(names, inside, 'inside', insideX, room, measure) ??
    shortenedName(names, beside, 'beside', besideX, room, measure) ??
    NO_LABEL
  );
}

/** Terms and courses stand close to each other: a name outside of one would seem to belong to the next. */
function isInCard(item: Item): boolean {
  return item.kind === 'term' || item.kind === 'course';
}

function roomToTheRight(
  layout: TimelineLayout,
  scale: TimeScale,
  bar: number,
  right: number,
  room: LabelRoom,
): number {
  const next = nextInRow(layout, bar);
  if (next < 0) return Infinity;
  return boxOf(layout, scale, next).x - right - room.beside - room.after;
}

type Place = 'inside' | 'beside';

function fullName(
  names: readonly string[],
  room: number,
  place: Place,
  x: number,
  measure: MeasureText,
): BarLabel | null {
  const text = names[0];
  if (text === undefined || room <= 0) return null;
  const width = measure(text);
  return width <= room ? { place, text, x, width, isCut: false } : null;
}

/**
 * The full name cut off, where enough of it is left to say more than a shorter name does, else the longest shorter
 * name that fits.
 */
function shortenedName(
  names: readonly string[],
  room: number,
  place: Place,
  x: number,
  { least }: LabelRoom,
  measure: MeasureText,
): BarLabel | null {
  const [full = '', ...shorter] = names;
  const lettersLeft = Math.floor((full.length * room) / measure(full)) - 1;
  const [usual] = shorter;
  const enough = usual === undefined ? room >= least : lettersLeft >= usual.length + WORTH_CUTTING;
  if (enough && lettersLeft > 0) return { place, text: full, x, width: room, isCut: true };
  const short = shorter.find((name) => measure(name) <= room);
  return short === undefined ? null : { place, text: short, x, width: measure(short), isCut: false };
}

/** The longest beginning of a text that fits together with an ellipsis, or an empty text. */
export function cutToFit(text: string, room: number, measure: MeasureText): string {
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (measure(shortened(letters, middle)) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : shortened(letters, low);
}

function shortened(letters: readonly string[], count: number): string {
  return letters.slice(0, count).join('').trimEnd() + ELLIPSIS;
}
