import type { ItemDates, Mode, Undated } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';

/**
 * The days of a plan's items as a layout reads them: by place in the document's order, without an object for each.
 * A schedule answers so from its own arrays; a list of `ItemDates` is taken as well.
 */
export interface PlanDays {
  /** Where an item stands, by its id. */
  readonly placeOf: ReadonlyMap<string, number>;
  /** True for an item that has a first and a last day; without them `start` and `end` say nothing. */
  isDated(place: number): boolean;
  start(place: number): DayNumber;
  end(place: number): DayNumber;
  mode(place: number): Mode;
  /** Why an item has no dates, or `null`. */
  undated(place: number): Undated | null;
}

/** What a layout is made from. */
export type DaysOrDates = PlanDays | readonly ItemDates[];

/** The days of a list of dates, parallel to the items of the document. */
export function planDays(given: DaysOrDates): PlanDays {
  return isList(given) ? new ListedDays(given) : given;
}

function isList(given: DaysOrDates): given is readonly ItemDates[] {
  return Array.isArray(given);
}

class ListedDays implements PlanDays {
  readonly placeOf: ReadonlyMap<string, number>;
  readonly #dates: readonly ItemDates[];

  constructor(dates: readonly ItemDates[]) {
    this.#dates = dates;
    this.placeOf = new Map(dates.map(({ id }, place) => [id, place]));
  }

  isDated(place: number): boolean {
    const dates = this.#dates[place];
    return dates !== undefined && dates.start !== null && dates.end !== null;
  }

  start(place: number): DayNumber {
    return this.#dates[place]?.start ?? 0;
  }

  end(place: number): DayNumber {
    return this.#dates[place]?.end ?? 0;
  }

  mode(place: number): Mode {
    return this.#dates[place]?.mode ?? 'auto';
  }

  undated(place: number): Undated | null {
    return this.#dates[place]?.undated ?? null;
  }
}
