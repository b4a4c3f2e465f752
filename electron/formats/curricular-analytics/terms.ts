import type { AcademicSystem, Season } from '#shared/domain/plan/items.ts';
import { layOutQuarters } from '#shared/domain/template/quarters.ts';
import { layOutTerms } from '#shared/domain/template/semesters.ts';
import { toDay, toIso, type IsoDate } from '#shared/domain/time/day.ts';
import { SEASON_LABELS } from '#shared/words/labels.ts';

/** A term as the calendar of its system places it; `index` counts from 1. */
export interface DatedTerm {
  index: number;
  title: string;
  season: Season;
  firstDay: IsoDate;
  lastDay: IsoDate;
}

/** The first `count` terms from a day on: fall and spring in turn, or fall, winter and spring. May pass 2199. */
export function dateTerms(system: AcademicSystem, count: number, start: IsoDate): DatedTerm[] {
  const from = toDay(start);
  const terms =
    system === 'quarter'
      ? layOutQuarters(count, from)
      : layOutTerms(
          Array.from({ length: count }, () => ({ span: 'long' as const })),
          { from },
        );
  return terms.map(({ index, studyYear, season, firstDay, lastDay }) => ({
    index,
    title: `Year ${studyYear} ${SEASON_LABELS[season]}`,
    season,
    firstDay: toIso(firstDay),
    lastDay: toIso(lastDay),
  }));
}
