import type { PrintOptions } from '#shared/contract/print-options.ts';
import { academicYearOf, academicYearStart } from '#shared/domain/layout/ticks.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

/** The days one piece of the timeline shows: `from` up to, not including, `until`. */
export interface Tile {
  readonly from: DayNumber;
  readonly until: DayNumber;
  /** The academic year it is, named by the year in which it begins; `null` when it is another stretch. */
  readonly academicYear: number | null;
}

export interface Extent {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/**
 * Cuts the timeline into tiles: one per academic year (August to July), or `per` tiles of the same length. The range
 * that was asked for wins over the plan's own extent; `null` for an empty one.
 */
export function cutTiles(
  extent: Extent | null,
  { from, to, per }: Pick<PrintOptions, 'from' | 'to' | 'per'>,
): Tile[] {
  const first = from === null ? extent?.first : toDay(from);
  const last = to === null ? extent?.last : toDay(to);
  if (first === undefined || last === undefined || last < first) return [];
  if (per === 'year') return academicYears(first, last);
  const days = last + 1 - first;
  const count = Math.min(per, days);
  const edge = (place: number) => first + Math.round((place * days) / count);
  return Array.from({ length: count }, (_, place) => ({
    from: edge(place),
    until: edge(place + 1),
    academicYear: null,
  }));
}

function academicYears(first: DayNumber, last: DayNumber): Tile[] {
  const from = academicYearOf(first);
  const count = academicYearOf(last) + 1 - from;
  return Array.from({ length: count }, (_, place) => ({
    from: academicYearStart(from + place),
    until: academicYearStart(from + place + 1),
    academicYear: from + place,
  }));
}
