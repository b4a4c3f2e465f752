import type { DayNumber } from '../time/day.ts';

/** The days a name beside a short bar, and a mark drawn around its day, keep free at the zoom that shows everything. */
export interface Room {
  readonly perLetter: number;
  readonly aroundMark: number;
}

/** Letters of room added to every name. */
export const LETTERS_OF_GAP = 3;
/** In a lane with more loose items than this, full names would push the rows apart: only so many letters have room. */
const ROOMY_LANE = 20;
const LETTERS_IN_TIGHT_LANE = 8;
/** Pixels of the chart, of a letter and around a mark on the screen for which room is kept. */
const OVERVIEW = { width: 1_000, letter: 6.5, mark: 10 };
const DAYS_PER_YEAR = 365.25;

/**
 * Room at the zoom that shows a whole plan, `null` for one without dates. Its days count in powers of two, so that the
 * room seldom changes.
 */
export function roomFor(extent: { first: DayNumber; last: DayNumber } | null): Room {
  if (extent === null) return { perLetter: 0, aroundMark: 0 };
  const years = Math.max(1, (extent.last + 1 - extent.first) / DAYS_PER_YEAR);
  const perPixel = (2 ** Math.ceil(Math.log2(years)) * DAYS_PER_YEAR) / OVERVIEW.width;
  return { perLetter: OVERVIEW.letter * perPixel, aroundMark: Math.ceil(OVERVIEW.mark * perPixel) };
}

/** The most letters of a name that keep room in a lane with so many loose items. */
export function mostLetters(looseCount: number): number {
  return looseCount > ROOMY_LANE ? LETTERS_IN_TIGHT_LANE : Infinity;
}

/** True for equal rooms. */
export function isSameRoom(a: Room, b: Room): boolean {
  return a.perLetter === b.perLetter && a.aroundMark === b.aroundMark;
}
