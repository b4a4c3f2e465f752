import type { AcademicSystem, Season, Term } from '#shared/domain/plan/items.ts';
import { calendarOf, toDay, toIso, type DayNumber, type IsoDate } from '#shared/domain/time/day.ts';

interface Period {
  season: Season;
  /** Month (from 1) and day on which such a term usually begins, and its weeks. */
  month: number;
  date: number;
  weeks: number;
}

// Typical calendars, only to begin with: the registrar's own days replace them.
const PERIODS: Record<AcademicSystem, readonly Period[]> = {
  semester: [
    { season: 'spring', month: 1, date: 15, weeks: 16 },
    { season: 'fall', month: 8, date: 22, weeks: 16 },
  ],
  quarter: [
    { season: 'winter', month: 1, date: 6, weeks: 11 },
    { season: 'spring', month: 3, date: 28, weeks: 11 },
    { season: 'fall', month: 9, date: 24, weeks: 11 },
  ],
};

/** The next usual term after the last one of a program, or after today: its season, first and last day. */
export function termAfter(
  last: Pick<Term, 'lastDay'> | null,
  system: AcademicSystem,
  today: DayNumber,
): { season: Season; firstDay: IsoDate; lastDay: IsoDate } {
  const after = last ? toDay(last.lastDay) : today;
  const { year } = calendarOf(after);
  const candidates = [year, year + 1].flatMap((year) =>
    PERIODS[system].map((period) => ({ ...period, first: mondayFrom(year, period) })),
  );
  const next = candidates.find(({ first }) => first > after) ?? candidates[candidates.length - 1];
  if (!next) throw new Error(`no terms are known for the system ${system}`);
  // It ends on the Friday of its last week.
  return {
    season: next.season,
    firstDay: toIso(next.first),
    lastDay: toIso(next.first + next.weeks * 7 - 3),
  };
}

/** The first Monday from a day of a year on. */
function mondayFrom(year: number, { month, date }: Period): DayNumber {
  const day = toDay(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
  // Day 0, 1970-01-01, was a Thursday.
  const weekday = (((day + 3) % 7) + 7) % 7;
  return day + ((7 - weekday) % 7);
}
