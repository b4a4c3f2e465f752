import type { AcademicSystem, Season } from '../plan/items.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import { usualQuarter } from './quarters.ts';
import { lastFridayOf, MONDAY, onOrAfter, usualSemester } from './semesters.ts';

/** A term as people name it, such as fall 2026. A winter belongs to the year of its January. */
export interface TermName {
  season: Season;
  year: number;
}

/** Between two semesters or two quarters: what no template plans, but some programs teach. */
const WINTER_SESSION = { start: '12-16', weeks: 3 } as const;
const SUMMER_QUARTER = { start: '06-20', weeks: 11 } as const;

/**
 * First and last day a term usually has in a system, by the rules of `semesters.ts` and `quarters.ts`. A winter
 * session between semesters takes the three weeks after the fall, a summer quarter eleven after the spring.
 */
export function usualTerm(
  system: AcademicSystem,
  { season, year }: TermName,
): { firstDay: DayNumber; lastDay: DayNumber } {
  if (system === 'semester' && season !== 'winter') return usualSemester({ season, year });
  if (system === 'quarter' && season !== 'summer') return usualQuarter(season, year);
  const { start, weeks } = season === 'winter' ? WINTER_SESSION : SUMMER_QUARTER;
  const firstDay = onOrAfter(toDay(`${season === 'winter' ? year - 1 : year}-${start}`), MONDAY);
  return { firstDay, lastDay: lastFridayOf(firstDay, weeks) };
}
