import type { Season } from '#shared/domain/plan/items.ts';
import { SEASON_LABELS } from './labels.ts';
import { choiceOf, quoted } from './numbers.ts';

/** That a course would be in a term of a season in which it is not taught, and what to do about it. */
export function notOfferedText(
  {
    courseId,
    termId,
    season,
    offered,
  }: { courseId: string; termId: string; season: Season; offered: readonly Season[] },
  titleOf: (id: string) => string,
): string {
  const taught = offered.length === 0 ? 'at no time' : `only in ${choiceOf(offered.map(lower))}`;
  return `${quoted(titleOf(courseId))} is taught ${taught}, but ${quoted(titleOf(termId))} would be in ${lower(season)}; move the course afterwards.`;
}

function lower(season: Season): string {
  return SEASON_LABELS[season].toLowerCase();
}
