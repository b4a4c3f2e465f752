import type { ItemDates, Mode, Undated } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';

/**
 * The days of a plan's items as a layout reads them: by place in the document's order, as lists of numbers, which a
 * loop over a whole plan runs through without an object or a call for each. A schedule answers so from its own arrays; a
 * list of `ItemDates` is taken as well.
 */
export interface PlanDays {
  /** Where an item stands, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** 0 for an item that has a first and a last day; without them `start` and `end` say nothing. */
  readonly lacking: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  mode(place: number): Mode;
  /** Why an item has no dates, or `null`. */
  undated(place: number): Undated | null;
}

/** What a layout is made from. */
export type DaysOrDates = PlanDays | readonly ItemDates[];

/** True for an item that has a first and a last day. */
export function isDated({ lacking }: PlanDays, place: number): boolean {
  return lacking[place] === 0;
}

/** The first day of an item that has days. */
export function firstDay({ start }: PlanDays, place: number): DayNumber {
  return start[place] ?? 0;
}

/** The last day of an item that has days. */
export function lastDay({ end }: PlanDays, place: number): DayNumber {
  return end[place] ?? 0;
}

/** The days of a list of dates, parallel to the items of the document. */
export function planDays(given: DaysOrDates): PlanDays {
  return isList(given) ? new ListedDays(given) : given;
}

function isList(given: DaysOrDates): given is readonly ItemDates[] {
  return Array.isArray(given);
}

class ListedDays implements PlanDays {
  readonly placeOf: ReadonlyMap<string, number>;
  readonly lacking: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly #dates: readonly ItemDates[];

  constructor(dates: readonly ItemDates[]) {
    this.#dates = dates;
    this.placeOf = new Map(dates.map(({ id }, place) => [id, place]));
    this.lacking = Uint8Array.from(dates, ({ start, end }) => (start === null || end === null ? 1 : 0));
    this.start = Int32Array.from(dates, ({ start }) => start ?? 0);
    this.end = Int32Array.from(dates, ({ end }) => end ?? 0);
  }

  mode(place: number): Mode {
    return this.#dates[place]?.mode ?? 'auto';
  }

  undated(place: number): Undated | null {
    return this.#dates[place]?.undated ?? null;
  }
}
