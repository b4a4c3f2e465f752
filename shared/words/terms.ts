import type { Season } from '#shared/domain/plan/items.ts';
import { SEASON_LABELS } from './labels.ts';

/** What a term is called when nobody has named it: `Year 2 Fall`. */
export const termTitle = (studyYear: number, season: Season): string =>
  `Year ${studyYear} ${SEASON_LABELS[season]}`;
