import { LABEL_ROOM } from '#shared/domain/layout/labels.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { MeasureText } from '#shared/domain/layout/ticks.ts';
import { barNames } from '#shared/words/timeline.ts';

/** Names of more bars than this are not measured before the first look at them. */
const MOST_MEASURED = 600;
/** The share of the view that is given to names at most. */
const MOST_SHARE = 0.2;

/**
 * Pixels that the names of the last bars need to the right of the plan's last day when the whole of it is fitted into
 * `width`, with `margin` pixels left free at both ends.
 */
export function roomForNames(
  layout: TimelineLayout,
  width: number,
  margin: number,
  measure: MeasureText,
): number {
  const most = width * MOST_SHARE;
  if (layout.extent === null || layout.barCount > MOST_MEASURED) return most;
  const { first, last } = layout.extent;
  const days = last + 1 - first;
  let room = margin;
  for (const [bar, item] of layout.items.entries()) {
    if (item.kind === 'term' || item.kind === 'course') continue;
    const name = measure(barNames(item)[0] ?? '') + LABEL_ROOM.beside + margin;
    const share = ((layout.until[bar] ?? first) - first) / days;
    if (share <= 0) continue;
    // The bar ends at share × (width − margin − room), and its name has to end before the width does.
    room = Math.max(room, width - margin - (width - margin - name) / share);
  }
  return Math.min(most, room);
}
