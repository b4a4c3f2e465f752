import type { DayNumber } from '../time/day.ts';

/** What lanes are made of: programs and what belongs to none of them, phases, or how far things have come. */
export const GROUPINGS = ['program', 'phase', 'status'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a person has chosen to see of a plan, and how. */
export interface Arrangement {
  /** The ids of the only items to arrange; `null` for all. */
  readonly shown: ReadonlySet<string> | null;
  readonly grouping: Grouping;
  /** The ids of the lanes that are one row each, without bars. */
  readonly collapsed: ReadonlySet<string>;
  /** Asked only for lanes by status. */
  readonly today: DayNumber;
}

/** Everything, as it comes. */
export const USUAL: Arrangement = { shown: null, grouping: 'program', collapsed: new Set(), today: 0 };

/** True when a plan is laid out alike by both. */
export function isSameArrangement(a: Arrangement, b: Arrangement): boolean {
  if (a === b) return true;
  if (a.shown !== b.shown || a.grouping !== b.grouping) return false;
  if (a.grouping === 'status' && a.today !== b.today) return false;
  return a.collapsed.size === b.collapsed.size && [...a.collapsed].every((id) => b.collapsed.has(id));
}
