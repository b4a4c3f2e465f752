import type { DayNumber } from '../time/day.ts';

/** The stretch of days `[start, until)` that something occupies in its row. */
export interface Stretch {
  readonly start: DayNumber;
  readonly until: DayNumber;
}

/**
 * Rows of stretches that never overlap. Each stretch goes to the first row with room for it, so those placed
 * first keep the upper rows whatever comes after them: the order of placing is the order on screen.
 */
export class Rows {
  /** Per row the taken stretches, flat (`start`, `until`, `start`, …) and in order of time. */
  readonly #taken: DayNumber[][] = [];

  /** How many rows have been opened. */
  get count(): number {
    return this.#taken.length;
  }

  /** Takes the first row with room and answers its number. */
  place(start: DayNumber, until: DayNumber): number {
    for (let row = 0; row < this.#taken.length; row += 1) {
      const taken = this.#taken[row];
      if (taken !== undefined && insertInto(taken, start, until)) return row;
    }
    this.#taken.push([start, until]);
    return this.#taken.length - 1;
  }
}

/** Puts the stretch into the row and answers true, or leaves the row alone and answers false. */
function insertInto(taken: DayNumber[], start: DayNumber, until: DayNumber): boolean {
  const at = firstEndingAfter(taken, start);
  const next = taken[at];
  if (next !== undefined && next < until) return false;
  if (next === undefined) taken.push(start, until);
  else taken.splice(at, 0, start, until);
  return true;
}

/** Position in the flat list of the first stretch that ends after `day`. */
function firstEndingAfter(taken: readonly DayNumber[], day: DayNumber): number {
  let low = 0;
  let high = taken.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[2 * middle + 1] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}
