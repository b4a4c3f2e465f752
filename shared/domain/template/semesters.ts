import { calendarOf, toDay, toIso } from '../time/day.ts';
import type { DayNumber } from '../time/day.ts';
import type { Season } from '../plan/items.ts';

/*
 * The academic calendar of a template, by one rule:
 *
 * - The first term begins on the day the user gives. It is a fall or a spring, whichever usually begins
 *   nearer to that day: a spring from November 5 to May 5, else a fall.
 * - Every later term begins on the Monday its season usually begins (below), or on the first Monday after
 *   the term before it, if a late start has pushed that one past the usual day.
 * - A fall or spring has 16 weeks, a summer 12. A term ends on the last Friday of its weeks.
 * - Fall and spring alternate. A summer term is used only by programs that teach one: it takes the first
 *   summer after the terms it is listed behind, and the terms behind it do not wait for it.
 */

export type CalendarSeason = Extract<Season, 'fall' | 'spring' | 'summer'>;

/** The first day a season can begin; it does on the Monday of that week or the next. */
const USUAL_START = { spring: '01-12', summer: '05-20', fall: '08-22' } as const;
const WEEKS = { spring: 16, summer: 12, fall: 16 } as const;

export const MONDAY = 1;
const FRIDAY = 5;

/** A season of one calendar year. */
export interface SeasonOfYear {
  season: CalendarSeason;
  year: number;
}

export interface PlacedTerm<T> extends SeasonOfYear {
  slot: T;
  /** Place in the program by date, from 1. */
  index: number;
  /** Year of study, from 1. */
  studyYear: number;
  firstDay: DayNumber;
  lastDay: DayNumber;
}

/** Where a program begins: on `from` exactly, or with the next fall or spring after `previous`. */
export type ProgramStart = { from: DayNumber } | { previous: SeasonOfYear & { lastDay: DayNumber } };

/** Dates the terms of one program, in order of date. Days may lie past 2199; the caller checks. */
export function layOutTerms<T extends { span: 'long' | 'summer' }>(
  slots: readonly T[],
  start: ProgramStart,
): PlacedTerm<T>[] {
  const placed: PlacedTerm<T>[] = [];
  const waiting = [...slots];
  let at = 'from' in start ? seasonNear(start.from) : nextLong(start.previous);
  let previousEnd = 'from' in start ? null : start.previous.lastDay;
  let longTerms = 0;

  while (waiting.length > 0) {
    const span = at.season === 'summer' ? 'summer' : 'long';
    const place = waiting.findIndex((slot) => slot.span === span);
    const slot = waiting[place];
    const mayTeach = slot !== undefined && (span === 'long' || place === 0);
    if (mayTeach) {
      if (span === 'long') longTerms += 1;
      const firstDay = previousEnd === null && 'from' in start ? start.from : beginOf(at, previousEnd);
      const lastDay = lastFridayOf(firstDay, WEEKS[at.season]);
      placed.push({
        ...at,
        slot,
        index: placed.length + 1,
        studyYear: Math.ceil(longTerms / 2),
        firstDay,
        lastDay,
      });
      waiting.splice(place, 1);
      previousEnd = lastDay;
    }
    at = next(at);
  }
  return placed;
}

/** The fall or spring that usually begins nearest to a day. */
export function seasonNear(day: DayNumber): SeasonOfYear {
  const { year } = calendarOf(day);
  const monthAndDate = toIso(day).slice(-5);
  if (monthAndDate <= '05-05') return { season: 'spring', year };
  if (monthAndDate <= '11-04') return { season: 'fall', year };
  return { season: 'spring', year: year + 1 };
}

/** The first day on or after a day on which a fall or spring usually begins. */
export function usualSemesterStart(day: DayNumber): DayNumber {
  const near = seasonNear(day);
  const begin = beginOf(near, null);
  return begin >= day ? begin : beginOf(nextLong(near), null);
}

function next({ season, year }: SeasonOfYear): SeasonOfYear {
  if (season === 'spring') return { season: 'summer', year };
  if (season === 'summer') return { season: 'fall', year };
  return { season: 'spring', year: year + 1 };
}

function nextLong(at: SeasonOfYear): SeasonOfYear {
  const following = next(at);
  return following.season === 'summer' ? next(following) : following;
}

function beginOf({ season, year }: SeasonOfYear, previousEnd: DayNumber | null): DayNumber {
  const usual = toDay(`${year}-${USUAL_START[season]}`);
  return onOrAfter(previousEnd === null ? usual : Math.max(usual, previousEnd + 1), MONDAY);
}

/** The days such a term usually has, whatever was before it. */
export function usualSemester(at: SeasonOfYear): { firstDay: DayNumber; lastDay: DayNumber } {
  const firstDay = beginOf(at, null);
  return { firstDay, lastDay: lastFridayOf(firstDay, WEEKS[at.season]) };
}

/** The last day of a term of so many weeks: the Friday of its last one. */
export function lastFridayOf(firstDay: DayNumber, weeks: number): DayNumber {
  const sevenDaysBeforeTheEnd = firstDay + 7 * weeks - 7;
  return onOrAfter(sevenDaysBeforeTheEnd, FRIDAY);
}

/** The first Monday (1) to Saturday (6), or Sunday (0), that is not before a day. */
export function onOrAfter(day: DayNumber, weekday: number): DayNumber {
  // 1970-01-01, day 0, was a Thursday.
  const weekdayOfDay = (((day + 4) % 7) + 7) % 7;
  return day + ((weekday - weekdayOfDay + 7) % 7);
}
