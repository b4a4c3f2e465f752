import type { Item, Phase } from '#shared/domain/plan/items.ts';
import { boxOf } from '#shared/domain/layout/bar-box.ts';
import { barState, type BarState } from '#shared/domain/layout/bar-state.ts';
import type { CriticalChain } from '#shared/domain/layout/critical.ts';
import { nextInRow } from '#shared/domain/layout/cull.ts';
import { fitLabel, SLIM_BAR, type BarLabel } from '#shared/domain/layout/labels.ts';
import { modeOfBar, movedLanes, phaseOfBar, type TimelineLayout } from '#shared/domain/layout/layout.ts';
import { yOfRow, type RowScale } from '#shared/domain/layout/row-scale.ts';
import type { TimeScale } from '#shared/domain/layout/time-scale.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';
import { extrasOf } from '#shared/domain/plan/web-links.ts';
import { extrasText } from '#shared/words/web-links.ts';
import { barNames, spokenBar } from '#shared/words/timeline.ts';
import type { Slots } from './slots.ts';
import type { ChartType } from './type.ts';

/** A bar with everything it takes to draw it; pixels from the origin of the scale and the top of the chart. */
export interface DrawnBar {
  readonly id: string;
  /** Which of the elements draws it, see `Slots`. */
  readonly slot: number;
  readonly bar: number;
  /** As it was when the bar last changed its look: what is not drawn may have changed since. */
  readonly item: Item;
  /** What a screen reader says of it. */
  readonly name: string;
  /** 1 for what stands in a lane by itself, 2 for what belongs to a program, 3 for a course in a term. */
  readonly level: 1 | 2 | 3;
  readonly phase: Phase;
  readonly state: BarState;
  /** True when there is room for the check mark of what is done. */
  readonly checked: boolean;
  readonly slim: boolean;
  readonly critical: boolean;
  readonly pinned: boolean;
  /** True when its item has notes or links, which its name says too. */
  readonly noted: boolean;
  /** The classes of its element, but for `find`. */
  readonly looks: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: BarLabel;
  /** While something is looked for: it is not asked for, or it is the match that is looked at. */
  readonly find?: 'dimmed' | 'found';
}

export interface DrawnWith {
  layout: TimelineLayout;
  scale: TimeScale;
  rows: RowScale;
  chain: CriticalChain;
  today: DayNumber;
  type: ChartType;
  slots: Slots;
  /** Pixels at which the view begins; names of bars that begin before it are drawn there. */
  viewLeft: number;
  /** Pixels at which the drawn part begins; names beside bars that end before it are left out. */
  drawnLeft: number;
  /** Days to spare that are said of bars as well. */
  slackOf?: ((id: string) => number | null) | undefined;
  /** How many open findings there are about items, by id. */
  findings?: ReadonlyMap<string, number> | undefined;
  /** What else is said of a bar, with its comma in front. */
  alsoSaid?: ((id: string) => string) | undefined;
}

/** Free pixels below the last course of a term's card. */
const CARD_FOOT = 2;

/** A bar at least this wide has room for the check mark of what is done. */
const ROOM_FOR_CHECK = 40;
const CHECK_WIDTH = 14;

/** Bars as they are drawn, and with what they were. */
export interface Drawn {
  readonly bars: readonly DrawnBar[];
  readonly drawnWith: DrawnWith | null;
}

export const NOTHING_DRAWN: Drawn = { bars: [], drawnWith: null };

/**
 * Works out how the given bars look. Of those drawn `before`, the ones that look as they did stay the same objects,
 * and all of them the same list, so that only elements that change are touched. Where an edit has not come near a bar, it
 * is not even looked at again; a zoom moves bars, but what is said of them stays.
 */
export function drawBars(bars: readonly number[], drawnWith: DrawnWith, before = NOTHING_DRAWN): Drawn {
  const { layout, slots } = drawnWith;
  const ids: string[] = [];
  for (const bar of bars) ids.push(layout.items[bar]?.id ?? '');
  const slotOf = slots.assign(ids);
  const inSlot: (DrawnBar | undefined)[] = [];
  for (const each of before.bars) inSlot[each.slot] = each;
  const last = before.drawnWith;
  const saidBefore = last !== null && isSaidAlikeWith(last, drawnWith) ? last.layout : null;
  const placedBefore = last !== null && isPlacedAlikeWith(last, drawnWith) ? last.layout : null;
  const moved = placedBefore === null ? null : movedLanes(placedBefore, layout);
  const drawn: DrawnBar[] = [];
  let kept = 0;
  for (let place = 0; place < bars.length; place += 1) {
    const bar = bars[place] ?? -1;
    const item = layout.items[bar];
    if (item === undefined) continue;
    const slot = slotOf[place] ?? -1 - place;
    const was = inSlot[slot];
    const isSaid = saidBefore !== null && was?.item === item && isSaidAgain(was, saidBefore, bar, drawnWith);
    let shown = was;
    if (!isSaid || placedBefore === null || !isWhereItWas(was, placedBefore, bar, layout, moved)) {
      const now = drawBar(bar, item, slot, drawnWith, isSaid ? was : undefined);
      if (was === undefined || !isDrawnAlike(was, now)) shown = now;
    }
    if (shown === undefined) continue;
    if (before.bars[drawn.length] === shown) kept += 1;
    drawn.push(shown);
  }
  const isSame = kept === drawn.length && kept === before.bars.length;
  return { bars: isSame ? before.bars : drawn, drawnWith };
}

/** True where the same is said of the bars of two drawings, unless it has changed in the layout. */
function isSaidAlikeWith(a: DrawnWith, b: DrawnWith): boolean {
  return (
    a.today === b.today &&
    a.slackOf === b.slackOf &&
    a.findings === b.findings &&
    a.alsoSaid === b.alsoSaid &&
    a.layout.lanes === b.layout.lanes &&
    a.layout.programs === b.layout.programs
  );
}

/** True where bars of two drawings are in the same place, unless it has changed in the layout. */
function isPlacedAlikeWith(a: DrawnWith, b: DrawnWith): boolean {
  return (
    a.scale === b.scale &&
    a.rows === b.rows &&
    a.type === b.type &&
    a.viewLeft === b.viewLeft &&
    a.drawnLeft === b.drawnLeft
  );
}

/** True when the same is to be said of an item that has not changed. */
function isSaidAgain(
  was: DrawnBar,
  before: TimelineLayout,
  bar: number,
  { layout, chain }: Pick<DrawnWith, 'layout' | 'chain'>,
): boolean {
  return (
    layout.start[bar] === before.start[was.bar] &&
    layout.until[bar] === before.until[was.bar] &&
    was.critical === (chain.bars[bar] === 1) &&
    was.pinned === (modeOfBar(layout, bar) === 'pinned')
  );
}

/** True when a bar of the same days is where it was, and has as much room beside it. */
function isWhereItWas(
  was: DrawnBar,
  before: TimelineLayout,
  bar: number,
  layout: TimelineLayout,
  moved: Uint8Array | null,
): boolean {
  if (was.bar === bar && moved !== null && moved[layout.lane[bar] ?? 0] !== 1) return true;
  const next = nextInRow(layout, bar);
  const nextBefore = nextInRow(before, was.bar);
  return (
    was.bar === bar &&
    layout.row[bar] === before.row[bar] &&
    layout.rowSpan[bar] === before.rowSpan[bar] &&
    (next < 0
      ? nextBefore < 0
      : layout.start[next] === before.start[nextBefore] &&
        layout.items[next]?.kind === before.items[nextBefore]?.kind)
  );
}

/** What is said of a bar wherever it is drawn. */
type Said = Pick<DrawnBar, 'name' | 'level' | 'phase' | 'state' | 'critical' | 'pinned' | 'noted'>;

function sayOf(
  bar: number,
  item: Item,
  { layout, chain, today, slackOf, findings, alsoSaid }: DrawnWith,
): Said {
  const start = layout.start[bar] ?? 0;
  const end = (layout.until[bar] ?? start + 1) - 1;
  const critical = chain.bars[bar] === 1;
  const state = barState(item, { start, end }, today);
  const extras = extrasOf(item);
  return {
    name:
      spokenBar(item, start, end, state, critical, slackOf?.(item.id), findings?.get(item.id)) +
      (extras === null ? '' : `, ${extrasText(extras)}`) +
      (alsoSaid?.(item.id) ?? ''),
    level: levelOf(item),
    phase: phaseOfBar(layout, bar),
    state,
    critical,
    pinned: modeOfBar(layout, bar) === 'pinned',
    noted: extras !== null,
  };
}

/** A bar of which the same is said as of `was`, if that is given. */
function drawBar(
  bar: number,
  item: Item,
  slot: number,
  drawnWith: DrawnWith,
  was: DrawnBar | undefined,
): DrawnBar {
  const { layout, scale, rows, type, viewLeft, drawnLeft } = drawnWith;
  const { name, level, phase, state, critical, pinned, noted } = was ?? sayOf(bar, item, drawnWith);
  const box = boxOf(layout, scale, bar);
  const span = layout.rowSpan[bar] ?? 1;
  const checked = state === 'done' && box.width >= ROOM_FOR_CHECK;
  const slim = box.width < SLIM_BAR;
  const text = {
    names: barNames(item),
    measure: item.kind === 'program' || item.kind === 'term' ? type.heading : type.name,
    reserve: checked ? CHECK_WIDTH : 0,
  };
  return {
    id: item.id,
    slot,
    bar,
    item,
    name,
    level,
    phase,
    state,
    checked,
    slim,
    critical,
    pinned,
    noted,
    looks:
      was?.checked === checked && was.slim === slim
        ? was.looks
        : looksOf({ item, phase, state, checked, slim, critical, pinned, noted }),
    x: toQuarter(box.x),
    y: yOfRow(rows, layout, layout.row[bar] ?? 0) + (rows.rowHeight - rows.barHeight) / 2,
    width: toQuarter(box.width),
    height: rows.barHeight + (span - 1) * rows.rowHeight + (span > 1 ? CARD_FOOT : 0),
    label: fitLabel(layout, scale, bar, box, text, { viewLeft, drawnLeft }),
  };
}

/** True when nothing about an element has to change. What is said of a bar has its title, dates and state in it. */
function isDrawnAlike(a: DrawnBar, b: DrawnBar): boolean {
  return (
    a.id === b.id &&
    a.bar === b.bar &&
    a.name === b.name &&
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.phase === b.phase &&
    a.looks === b.looks &&
    a.item.programId === b.item.programId &&
    a.label.place === b.label.place &&
    a.label.text === b.label.text &&
    a.label.x === b.label.x &&
    a.label.width === b.label.width &&
    a.label.isCut === b.label.isCut
  );
}

function levelOf(item: Item): DrawnBar['level'] {
  if (item.kind === 'course') return 3;
  return item.kind !== 'program' && item.programId !== null ? 2 : 1;
}

/** As fine as anyone sees, and short to write: these numbers are written and read as text. */
function toQuarter(pixels: number): number {
  return Math.round(pixels * 4) / 4;
}

type Looks = 'item' | 'phase' | 'state' | 'checked' | 'slim' | 'critical' | 'pinned' | 'noted';

/** The classes of a bar's element. */
export function looksOf(drawn: Pick<DrawnBar, Looks>): string {
  return (
    `bar kind-${drawn.item.kind} phase-${drawn.phase} is-${drawn.state}` +
    (drawn.checked ? ' checked' : '') +
    (drawn.slim ? ' slim' : '') +
    (drawn.critical ? ' critical' : '') +
    (drawn.pinned ? ' pinned' : '') +
    (drawn.noted ? ' noted' : '') +
    (isWait(drawn.item) ? ' wait' : '')
  );
}

/** True for what is waited for and not done oneself. */
function isWait(item: Item): boolean {
  return item.kind === 'step' && item.sort === 'approval';
}
