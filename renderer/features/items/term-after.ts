import type { AcademicSystem, Season, Term } from '#shared/domain/plan/items.ts';
import { usualTerm } from '#shared/domain/template/usual-term.ts';
import { rhythmOf } from '#shared/domain/terms/slots.ts';
import { calendarOf, toDay, toIso, type DayNumber, type IsoDate } from '#shared/domain/time/day.ts';

/**
 * The next usual term after the last one of a program, or after today: its season, first and last day. Typical
 * calendars, only to begin with: the registrar's own days replace them.
 */
export function termAfter(
  last: Pick<Term, 'lastDay'> | null,
  system: AcademicSystem,
  today: DayNumber,
): { season: Season; firstDay: IsoDate; lastDay: IsoDate } {
  const after = last ? toDay(last.lastDay) : today;
  const { year } = calendarOf(after);
  const candidates = [year, year + 1].flatMap((year) =>
    rhythmOf(system, []).map((season) => ({ season, ...usualTerm(system, { season, year }) })),
  );
  const next = candidates.find(({ firstDay }) => firstDay > after) ?? candidates[candidates.length - 1];
  if (!next) throw new Error(`no terms are known for the system ${system}`);
  return { season: next.season, firstDay: toIso(next.firstDay), lastDay: toIso(next.lastDay) };
}
