import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { Schedule } from '#shared/domain/schedule/schedule.ts';
import type { BindingReason, ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay } from '#shared/domain/time/day.ts';

/** What fixes the dates of an item, and the item that does where it is another one. */
export interface Decider {
  readonly reason: BindingReason;
  readonly fromId: string | null;
}

/**
 * What fixes the dates of a dated item by R4 and R15: how it comes by them, else the first link (to it or to its
 * program) that asks for exactly its first day, else its own "not before" or today. `null` for a program, which sums.
 */
export function deciderOf(document: PlanDocument, schedule: Schedule, item: Item): Decider | null {
  const dates = schedule.dates(item.id);
  switch (dates.mode) {
    case 'summary':
      return null;
    case 'actual':
    case 'pinned':
    case 'term':
      return { reason: dates.mode, fromId: null };
    case 'course':
      return { reason: 'term', fromId: item.kind === 'course' ? item.termId : null };
    case 'auto': {
      const link = document.links.find(
        ({ toId, fromId, kind, lag }) =>
          (toId === item.id || toId === item.programId) && asks(kind, lag, schedule.dates(fromId), dates),
      );
      if (link !== undefined) return { reason: 'link', fromId: link.fromId };
      const isNotBefore = item.notBefore !== null && toDay(item.notBefore) === dates.start;
      return { reason: isNotBefore ? 'not-before' : 'today', fromId: null };
    }
  }
}

/** True when a link asks for exactly the dates the item has (R5). */
function asks(kind: 'FS' | 'SS' | 'FF', lag: number, from: ItemDates, { start, end }: ItemDates): boolean {
  if (from.start === null || from.end === null) return false;
  switch (kind) {
    case 'FS':
      return start === from.end + 1 + lag;
    case 'SS':
      return start === from.start + lag;
    case 'FF':
      return end === from.end + lag;
  }
}
