import type { Item } from '../plan/items.ts';
import {
  daysForHours,
  spanOfDays,
  spanOfMonths,
  spanOfWeeks,
  UNKNOWN_SPAN,
  type Span,
} from '../time/length.ts';

/**
 * How long an item takes by its plan (R2); with `best`, by its best known length where there is one. Milestones
 * and credentials are one day (R5). An experience takes its hours at its pace, or else its plain length.
 */
export function plannedSpan(item: Item, best: boolean): Span {
  if (item.kind === 'milestone' || item.kind === 'credential') return spanOfDays(1);
  if (best && item.bestLength !== null && item.lengthUnit !== null) {
    const span = spanOf(item, item.bestLength);
    if (span !== UNKNOWN_SPAN) return span;
  }
  const hours = plannedHours(item);
  if (hours !== null && item.kind === 'experience' && item.hoursPerWeek !== null) {
    const days = daysForHours(hours, item.hoursPerWeek);
    if (days !== null) return spanOfDays(days);
  }
  return item.length === null ? UNKNOWN_SPAN : spanOf(item, item.length);
}

/** Hours an experience asks for in all, `null` when it is not measured in hours. */
export function plannedHours(item: Item): number | null {
  if (item.kind !== 'experience') return null;
  return item.hoursRequired ?? (item.lengthUnit === 'hour' ? item.length : null);
}

function spanOf(item: Item, length: number): Span {
  switch (item.lengthUnit) {
    case 'day':
      return spanOfDays(length);
    case 'week':
      return spanOfWeeks(length);
    case 'month':
      return spanOfMonths(length);
    case 'hour': {
      if (item.kind !== 'experience' || item.hoursPerWeek === null) return UNKNOWN_SPAN;
      const days = daysForHours(length, item.hoursPerWeek);
      return days === null ? UNKNOWN_SPAN : spanOfDays(days);
    }
    case null:
      return UNKNOWN_SPAN;
  }
}
