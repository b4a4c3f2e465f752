import type { AcademicSystem, Season, Term } from '../plan/items.ts';
import { usualTerm, type TermName } from '../template/usual-term.ts';
import { calendarOf, toDay } from '../time/day.ts';

/** The seasons of a calendar year in the order in which their terms end. */
const ORDER = ['winter', 'spring', 'summer', 'fall'] as const satisfies readonly Season[];

/** What every program of a system teaches. Summers, and winters between semesters, only where it has such a term. */
const BASE: Record<AcademicSystem, readonly Season[]> = {
  semester: ['spring', 'fall'],
  quarter: ['winter', 'spring', 'fall'],
};

/** The name of a term: its season, and of the years around its first day the one it usually begins nearest to. */
export function nameOfTerm(term: Pick<Term, 'season' | 'firstDay'>, system: AcademicSystem): TermName {
  const firstDay = toDay(term.firstDay);
  const { year } = calendarOf(firstDay);
  const names = [year, year - 1, year + 1].map((year) => ({ season: term.season, year }));
  const distance = (name: TermName) => Math.abs(usualTerm(system, name).firstDay - firstDay);
  return names.reduce((nearest, name) => (distance(name) < distance(nearest) ? name : nearest));
}

/** A number that is the same for terms of the same name, and grows with time. */
export function placeInTime({ season, year }: TermName): number {
  return year * ORDER.length + ORDER.indexOf(season);
}

/** The seasons a program goes through every year, in order. */
export function rhythmOf(system: AcademicSystem, terms: readonly Pick<Term, 'season'>[]): Season[] {
  const taught = new Set([...BASE[system], ...terms.map(({ season }) => season)]);
  return ORDER.filter((season) => taught.has(season));
}

/** How many terms of a rhythm lie between year 0 and the one named, which must be of the rhythm. */
export function countTerms({ season, year }: TermName, rhythm: readonly Season[]): number {
  return year * rhythm.length + rhythm.indexOf(season);
}

/** The term that lies `by` terms of the rhythm after another one (before it when negative). */
export function termLater(from: TermName, by: number, rhythm: readonly Season[]): TermName {
  const count = countTerms(from, rhythm) + by;
  const year = Math.floor(count / rhythm.length);
  return { season: rhythm[count - year * rhythm.length] ?? from.season, year };
}
