import type { Session } from '#renderer/state/session.svelte.ts';
import { nextTermStart } from './courses.ts';
import type { KeyWish } from './keys.ts';
import type { Timeline } from './timeline.svelte.ts';
import type { Tip } from './tip.svelte.ts';

/** What the keys of a bar act on. */
export interface KeyTargets {
  timeline: Timeline;
  session: Session;
  tip: Tip;
  /** Gives another bar the focus. */
  moveFocus: (id: string) => void;
}

/** Does what a key asks while the bar `id` has the focus. */
export function follow(wish: KeyWish, id: string, { timeline, session, tip, moveFocus }: KeyTargets): void {
  const { view, drag } = timeline;
  switch (wish.wish) {
    case 'walk': {
      const next = timeline.neighbor(id, wish.direction);
      if (next !== null) moveFocus(next);
      return;
    }
    case 'nudge':
      return nudge(timeline, session, id, wish.days, wish.resize);
    case 'zoom':
      return view.zoomBy(wish.factor);
    case 'page':
      return view.panBy(0, wish.screens * view.height);
    case 'open':
      return session.select(id);
    case 'delete': {
      const item = session.items.get(id);
      if (item) session.put({ kind: 'delete-item', item });
      return;
    }
    case 'fit-plan':
      return timeline.fitPlan();
    case 'fit-selection':
      return timeline.fitOn(id);
    case 'let-go':
      if (drag.held !== null) drag.cancel();
      else if (tip.id !== null) tip.close();
      else session.select(null);
  }
}

/** Moves the bar while Alt is held; it is dropped when Alt is let go, so that many presses are one step to undo. */
function nudge(timeline: Timeline, session: Session, id: string, days: number, resize: boolean): void {
  const { drag, layout } = timeline;
  const bar = layout?.barOf.get(id);
  if (!layout || bar === undefined || session.document === null) return;
  const kind = resize ? 'resize' : 'move';
  if (drag.held?.bar !== bar || drag.held.kind !== kind) drag.take(bar, kind);
  const { held } = drag;
  if (held === null) return;
  if (held.item.kind === 'course' && !resize) {
    const start = nextTermStart(session.document, held.item, held.start, days > 0 ? 1 : -1);
    if (start !== null) drag.moveTo(start);
  } else if (resize) drag.shift(held.until - (layout.until[bar] ?? 0) + days);
  else drag.shift(held.start - (layout.start[bar] ?? 0) + days);
}
