import type { Item, Phase, Program } from '../plan/items.ts';
import type { Mode, Undated } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';
import type { Arrangement } from './arrangement.ts';
import type { BarState } from './bar-state.ts';
import type { BarOf } from './bar-of.ts';
import { phaseInChart, programOf } from './lane-keys.ts';
import type { PlanDays } from './plan-days.ts';
import type { Room } from './room.ts';

/** A band of rows with a name at its left edge: usually one per program, and one per phase for what belongs to none. */
export interface Lane {
  /** The program's id, or what it is a lane of. */
  readonly id: string;
  /** `null` for the lane of a state. */
  readonly phase: Phase | null;
  readonly state: BarState | null;
  /** `null` for the lane of a phase or state, whose name is a word of the reader's language. */
  readonly title: string | null;
  /** True for the lane of a phase that also has lanes of programs. */
  readonly besidePrograms: boolean;
  readonly firstRow: number;
  readonly rowCount: number;
  /** What its one row shows instead of bars, `null` for a lane that is open. */
  readonly collapsed: Collapsed | null;
}

/** A collapsed lane. */
export interface Collapsed {
  /** Everything in it, in the plan's order. */
  readonly ids: readonly string[];
  /** First day and day after the last of each stretch in turn, in order of time and apart from each other. */
  readonly stretches: readonly DayNumber[];
  /** The days with a milestone or a credential, in order. */
  readonly marks: readonly DayNumber[];
}

/** An item that has no dates, and why. */
export interface Unscheduled {
  readonly item: Item;
  readonly undated: Undated;
}

/** What a line between two bars stands for. Requisites are drawn only around the selected course. */
export const CONNECTION = { finishToStart: 0, startToStart: 1, finishToFinish: 2, requisite: 3 } as const;
export type ConnectionCode = (typeof CONNECTION)[keyof typeof CONNECTION];

/**
 * Where everything is, in days and row numbers: nothing here depends on a zoom, a font or a screen. Bars are
 * numbered by row and, inside a row, by time, so a part of the plan is found by binary search. All lists of bars
 * are parallel: place i of each is about bar i.
 */
export interface TimelineLayout {
  readonly barCount: number;
  readonly items: readonly Item[];
  /** Places of the items in the document. */
  readonly place: Int32Array;
  /** First day. */
  readonly start: Int32Array;
  /** The day after the last one: the bar's right edge. */
  readonly until: Int32Array;
  readonly row: Int32Array;
  /** Rows covered: 1, or for a term one more than the rows of its courses. */
  readonly rowSpan: Int32Array;
  readonly lane: Int32Array;
  readonly barOf: BarOf;
  /** The days it was made from, by place. */
  readonly days: PlanDays;

  readonly programs: ReadonlyMap<string, Program>;
  readonly lanes: readonly Lane[];
  readonly rowCount: number;
  /** Bars `rowStart[r]` to `rowStart[r + 1] − 1` begin in row r; one entry more than rows. */
  readonly rowStart: Int32Array;
  /** The first row from which a bar reaches down into row r; r itself when none does. */
  readonly reachedFrom: Int32Array;
  readonly laneOfRow: Int32Array;

  readonly connections: Connections;
  readonly unscheduled: readonly Unscheduled[];
  /** The first and the last day of all bars; `null` without bars. */
  readonly extent: { readonly first: DayNumber; readonly last: DayNumber } | null;
  /** The room for names with which the rows were packed. */
  readonly room: Room;
  readonly arrangement: Arrangement;
  /** What the edit moved after which it was made; `null` where it was not made from another one. */
  readonly since: Since | null;
}

/** What has moved since the layout before, which is told by its list of first days: it itself would hold its own. */
interface Since {
  readonly start: Int32Array;
  /** 1 for a lane in which a bar got other days. */
  readonly movedLanes: Uint8Array;
}

/** The lines between bars; place k of each list is about line k. */
export interface Connections {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly kind: Uint8Array;
  /** Lines `of[ofStart[i]]` to `of[ofStart[i + 1] − 1]` touch bar i. */
  readonly ofStart: Int32Array;
  readonly of: Int32Array;
}

const NO_LANES = new Uint8Array();

/**
 * 1 for a lane in which bars have moved from one layout to the next; in all others each bar has the number, the days and
 * the row it had. `null` where that is not known.
 */
export function movedLanes(
  from: Pick<TimelineLayout, 'start'>,
  { start, since }: Pick<TimelineLayout, 'start' | 'since'>,
): Uint8Array | null {
  if (from.start === start) return NO_LANES;
  return from.start === since?.start ? since.movedLanes : null;
}

/** How a bar comes by its dates. */
export function modeOfBar({ days, place }: Pick<TimelineLayout, 'days' | 'place'>, bar: number): Mode {
  return days.mode(place[bar] ?? -1);
}

/** The phase a bar is drawn in. */
export function phaseOfBar(
  { lanes, lane, items, programs }: Pick<TimelineLayout, 'lanes' | 'lane' | 'items' | 'programs'>,
  bar: number,
): Phase {
  const phase = lanes[lane[bar] ?? 0]?.phase;
  if (phase != null) return phase;
  const item = items[bar];
  return item === undefined ? 'licensure' : phaseInChart(item, programOf(item, programs));
}
