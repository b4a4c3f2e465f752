import type { FindState } from '#shared/domain/find/find-items.ts';
import { countOf } from './numbers.ts';
import { BAR_STATE_LABELS } from './timeline.ts';

export const FIND_STATE_LABELS: Record<FindState, string> = {
  planned: BAR_STATE_LABELS.planned,
  current: BAR_STATE_LABELS.current,
  done: BAR_STATE_LABELS.done,
  late: 'Late',
  withdrawn: BAR_STATE_LABELS.withdrawn,
};

/** How many matches there are, and which one is looked at: `12 found`, `3 of 12`, `12 found, 2 without dates`. */
export function foundCount(found: number, undated: number, current: number | null): string {
  if (found + undated === 0) return 'Nothing found';
  if (found === 0) return `${countOf(undated, 'match', 'matches')} without dates`;
  const count = current === null ? `${found} found` : `${current} of ${found}`;
  return undated === 0 ? count : `${count}, ${undated} without dates`;
}
