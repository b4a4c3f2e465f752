import type { AcademicSystem, Season, Term } from '../plan/items.ts';
import { calendarOf, toDay, toIso, type DayNumber, type IsoDate } from '../time/day.ts';
import { layOutQuarters, usualQuarterStart } from './quarters.ts';
import { layOutTerms, usualSemesterStart, type ProgramStart } from './semesters.ts';

/** A term as the calendar of its system places it; `studyYear` counts from 1. */
export interface DatedTerm {
  season: Season;
  studyYear: number;
  firstDay: IsoDate;
  lastDay: IsoDate;
}

/**
 * The next `count` terms by the calendar of a system: fall and spring in turn, or fall, winter and spring. They begin
 * on a day, or follow the terms there are (`before`, in any order). Days may lie past 2199; the caller checks.
 */
export function dateTerms(
  system: AcademicSystem,
  count: number,
  start: IsoDate | null,
  before: readonly Pick<Term, 'season' | 'firstDay' | 'lastDay'>[] = [],
): DatedTerm[] {
  const last = before.toSorted((a, b) => toDay(a.lastDay) - toDay(b.lastDay)).at(-1);
  const perYear = system === 'quarter' ? 3 : 2;
  const taught = before.filter(({ season }) => season !== 'summer').length;
  const from = start ?? (last === undefined ? null : undefined);
  if (from === null) throw new Error('Terms need a first day, or a term before them');
  const terms =
    system === 'quarter'
      ? layOutQuarters(count, from === undefined ? { previous: placeOf(last!) } : toDay(from))
      : layOutTerms(
          Array.from({ length: count }, () => ({ span: 'long' as const })),
          from === undefined ? semesterAfter(last!) : { from: toDay(from) },
        );
  return terms.map(({ season, firstDay, lastDay }, index) => ({
    season,
    studyYear: Math.ceil((taught + index + 1) / perYear),
    firstDay: toIso(firstDay),
    lastDay: toIso(lastDay),
  }));
}

/** The day from a day on when a term of a system usually begins. */
export function usualStart(system: AcademicSystem, day: DayNumber): IsoDate {
  return toIso(system === 'quarter' ? usualQuarterStart(day) : usualSemesterStart(day));
}

const placeOf = ({ season, firstDay, lastDay }: Pick<Term, 'season' | 'firstDay' | 'lastDay'>) => ({
  season,
  year: calendarOf(toDay(firstDay)).year,
  lastDay: toDay(lastDay),
});

/** A winter term lies between a fall and a spring: what follows it is what follows that fall. */
function semesterAfter(last: Pick<Term, 'season' | 'firstDay' | 'lastDay'>): ProgramStart {
  const { season, year, lastDay } = placeOf(last);
  if (season !== 'winter') return { previous: { season, year, lastDay } };
  const begun = calendarOf(toDay(last.firstDay)).month <= 6 ? year - 1 : year;
  return { previous: { season: 'fall', year: begun, lastDay } };
}
