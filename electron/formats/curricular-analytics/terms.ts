import type { AcademicSystem } from '#shared/domain/plan/items.ts';
import { dateTerms, type DatedTerm } from '#shared/domain/template/date-terms.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { termTitle } from '#shared/words/terms.ts';

/** A term of a curriculum; `index` counts from 1. */
export type TitledTerm = Omit<DatedTerm, 'studyYear'> & { index: number; title: string };

/** The first `count` terms from a day on, with the names they get in a plan. May pass 2199. */
export function titleTerms(system: AcademicSystem, count: number, start: IsoDate): TitledTerm[] {
  return dateTerms(system, count, start).map(({ studyYear, ...term }, index) => ({
    ...term,
    index: index + 1,
    title: termTitle(studyYear, term.season),
  }));
}
