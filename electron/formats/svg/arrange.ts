import { sortLines, type ArrowLines } from '#shared/domain/layout/arrow-lines.ts';
import { boxOf } from '#shared/domain/layout/bar-box.ts';
import { barState, type BarState } from '#shared/domain/layout/bar-state.ts';
import { criticalChain, type CriticalChain } from '#shared/domain/layout/critical.ts';
import { fitLabel, type BarLabel } from '#shared/domain/layout/labels.ts';
import { layoutPlan } from '#shared/domain/layout/layout-plan.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { RowScale } from '#shared/domain/layout/row-scale.ts';
import type { TimeScale } from '#shared/domain/layout/time-scale.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import { barNames } from '#shared/words/timeline.ts';
import type { Days, Shown } from './choose-days.ts';
import { textMeasure } from './text-widths.ts';
import { cutText, oneLine, type Type } from './write-text.ts';

/** Room above each lane holds its name. */
export const ROWS: RowScale = { rowHeight: 28, barHeight: 20, laneGap: 34 };
export const NAME_TYPE: Type = { size: 12, weight: 400 };
export const HEADING_TYPE: Type = { size: 12, weight: 600 };

/** Free pixels before the first day and after the last: half a mark, and a line that leaves a bar. */
const EDGE = 18;
/** Pixels of a day where courses have to be told apart, and where not; and the narrowest and widest chart. */
const PER_DAY = { courses: 1.6, others: 0.7, most: 40 };
const CHART = { least: 960, most: 5_200 };
/** How far a name beside the last bar of a row may reach over the end of the chart. */
const OVERHANG = 280;
const ROOM_FOR_CHECK = { bar: 72, check: 16 };

/** Everything of the chart with its place, in pixels from its top left corner. */
export interface Arranged {
  readonly layout: TimelineLayout;
  readonly chain: CriticalChain;
  readonly lines: ArrowLines;
  readonly scale: TimeScale;
  /** Without names that reach over its end, and with them. */
  readonly width: number;
  readonly fullWidth: number;
  readonly bars: readonly ArrangedBar[];
}

export interface ArrangedBar {
  readonly bar: number;
  readonly item: Item;
  readonly state: BarState;
  readonly isChecked: boolean;
  readonly x: number;
  readonly width: number;
  /** The name as it is drawn, cut already, and where it begins. */
  readonly label: { text: string; place: BarLabel['place']; x: number };
}

/** Lays out what is shown, with the code that lays out the window. */
export function arrange(document: PlanDocument, schedule: Schedule, shown: Shown, days: Days): Arranged {
  const layout = layoutPlan({ ...document, items: shown.items }, shown.dates);
  const scale = scaleFor(shown.items, days);
  const width = Math.round((days.last + 1 - days.first) * scale.perDay + 2 * EDGE);
  const bars = arrangeBars(layout, schedule, scale, width + OVERHANG);
  const chain = criticalChain(layout, schedule.chain());
  const all = Array.from({ length: layout.connections.count }, (_, line) => line);
  const reach = bars.map(({ item, label }) => label.x + measureOf(item)(label.text));
  return {
    layout,
    chain,
    lines: sortLines(layout, all, chain, -1),
    scale,
    width,
    fullWidth: Math.ceil(reach.reduce((most, right) => Math.max(most, right), width)),
    bars,
  };
}

/** The type a bar's name is set in. */
export function typeOf({ kind }: Item): Type {
  return kind === 'program' || kind === 'term' ? HEADING_TYPE : NAME_TYPE;
}

const measures = {
  400: textMeasure(NAME_TYPE.size, 400),
  600: textMeasure(HEADING_TYPE.size, 600),
};

function measureOf(item: Item) {
  return measures[typeOf(item).weight];
}

function scaleFor(items: readonly Item[], { first, last }: Days): TimeScale {
  const days = last + 1 - first;
  const usual = items.some(({ kind }) => kind === 'course') ? PER_DAY.courses : PER_DAY.others;
  const fitting = Math.min(PER_DAY.most, Math.max(usual, CHART.least / days));
  const perDay = Math.min(fitting, CHART.most / days);
  return { start: first - EDGE / perDay, perDay };
}

function arrangeBars(
  layout: TimelineLayout,
  schedule: Schedule,
  scale: TimeScale,
  rightmost: number,
): ArrangedBar[] {
  return layout.items.map((item, bar) => {
    const box = boxOf(layout, scale, bar);
    // By its own dates: what is seen of them may be less.
    const state = barState(item, schedule.dates(item.id), schedule.today);
    const checked = isChecked(item, state, box.width);
    const { text, place, x, width, isCut } = fitLabel(layout, scale, bar, box, {
      names: barNames(item).map(oneLine),
      measure: measureOf(item),
      reserve: checked ? ROOM_FOR_CHECK.check : 0,
    });
    const left = box.x + x;
    const room = Math.min(isCut ? width : Infinity, rightmost - left);
    const label = { text: cutText(text, room, typeOf(item)), place, x: left };
    return { bar, item, state, isChecked: checked, ...box, label };
  });
}

function isChecked({ kind }: Item, state: BarState, width: number): boolean {
  const isMark = kind === 'milestone' || kind === 'credential';
  return state === 'done' && !isMark && kind !== 'program' && width >= ROOM_FOR_CHECK.bar;
}
