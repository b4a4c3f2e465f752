/** Credits travel as whole billionths inside the search: sums of them are exact, so that no order of adding matters. */
const PER_CREDIT = 1e9;

/** Sums are shown and judged to six decimals, so three thirds of 2 credits fit a limit of 2. */
const ROUNDING = PER_CREDIT / 2e6;

export const toUnits = (credits: number): number => Math.round(credits * PER_CREDIT);

export const toCredits = (units: number): number => Math.round(units / (PER_CREDIT / 1e6)) / 1e6;

/** The most units that still count as within a limit; infinite without one. */
export const limitInUnits = (limit: number | null): number =>
  limit === null ? Infinity : toUnits(limit) + ROUNDING;

/** Room as people read it: without the allowance for rounding. */
export const roomInCredits = (rooms: readonly number[]): number =>
  rooms.reduce((sum, room) => sum + toCredits(Math.max(0, room - ROUNDING)), 0);
