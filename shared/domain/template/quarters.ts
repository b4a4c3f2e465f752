import type { Season } from '../plan/items.ts';
import { calendarOf, toDay, toIso, type DayNumber } from '../time/day.ts';
import { lastFridayOf, MONDAY, onOrAfter } from './semesters.ts';

/*
 * The academic calendar of a quarter system, by the same kind of rule as that of semesters:
 *
 * - The first term begins on the day the user gives. It is the fall, winter or spring quarter that usually begins
 *   nearest to that day.
 * - Every later term begins on the Monday its season usually begins (below), or on the first Monday after the term
 *   before it, if a late start has pushed that one past the usual day.
 * - A quarter has 11 weeks, the last of them for exams, and ends on a Friday. There is no summer quarter.
 */

export type QuarterSeason = Extract<Season, 'fall' | 'winter' | 'spring'>;

/** The first day a season can begin; it does on the Monday of that week or the next. */
const USUAL_START = { winter: '01-03', spring: '03-25', fall: '09-21' } as const;
/** The last day that is nearer to the usual start than to the next one. */
const NEAR_UNTIL: readonly [string, QuarterSeason][] = [
  ['02-13', 'winter'],
  ['06-23', 'spring'],
  ['11-12', 'fall'],
];
const WEEKS = 11;
const PER_YEAR = 3;

/** A quarter with its days; `index` and `studyYear` count from 1. */
export interface Quarter {
  season: QuarterSeason;
  index: number;
  studyYear: number;
  firstDay: DayNumber;
  lastDay: DayNumber;
}

/** A term that is over before a quarter begins. */
export interface TermBefore {
  season: Season;
  year: number;
  lastDay: DayNumber;
}

/**
 * Dates `count` quarters one after the other, the first from a day on or as the next one after a term. Days may lie past
 * 2199; the caller checks.
 */
export function layOutQuarters(count: number, start: DayNumber | { previous: TermBefore }): Quarter[] {
  const quarters: Quarter[] = [];
  let { season, year, firstDay } = typeof start === 'number' ? beginOn(start) : beginAfter(start.previous);
  for (let index = 1; index <= count; index += 1) {
    const lastDay = lastFridayOf(firstDay, WEEKS);
    quarters.push({ season, index, studyYear: Math.ceil(index / PER_YEAR), firstDay, lastDay });
    ({ season, year, firstDay } = beginAfter({ season, year, lastDay }));
  }
  return quarters;
}

/** The days such a quarter usually has, whatever was before it. */
export function usualQuarter(
  season: QuarterSeason,
  year: number,
): { firstDay: DayNumber; lastDay: DayNumber } {
  const firstDay = onOrAfter(usualStart(season, year), MONDAY);
  return { firstDay, lastDay: lastFridayOf(firstDay, WEEKS) };
}

function usualStart(season: QuarterSeason, year: number): DayNumber {
  return toDay(`${year}-${USUAL_START[season]}`);
}

/** The first day on or after a day on which a fall, winter or spring quarter usually begins. */
export function usualQuarterStart(day: DayNumber): DayNumber {
  const { season, year } = quarterNear(day);
  const begin = onOrAfter(usualStart(season, year), MONDAY);
  return begin >= day ? begin : beginAfter({ season, year, lastDay: begin }).firstDay;
}

interface Beginning {
  season: QuarterSeason;
  year: number;
  firstDay: DayNumber;
}

const beginOn = (firstDay: DayNumber): Beginning => ({ ...quarterNear(firstDay), firstDay });

function beginAfter(before: TermBefore): Beginning {
  const { season, year } = next(before.season, before.year);
  const usual = usualStart(season, year);
  return { season, year, firstDay: onOrAfter(Math.max(usual, before.lastDay + 1), MONDAY) };
}

function quarterNear(day: DayNumber): { season: QuarterSeason; year: number } {
  const { year } = calendarOf(day);
  const monthAndDate = toIso(day).slice(-5);
  const near = NEAR_UNTIL.find(([until]) => monthAndDate <= until);
  return near ? { season: near[1], year } : { season: 'winter', year: year + 1 };
}

/** After a summer, as after a spring, comes the fall of the same year. */
function next(season: Season, year: number): { season: QuarterSeason; year: number } {
  if (season === 'fall') return { season: 'winter', year: year + 1 };
  return { season: season === 'winter' ? 'spring' : 'fall', year };
}
