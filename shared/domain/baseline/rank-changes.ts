import type { Days, Explanation } from '../compare/types.ts';
import { toDay } from '../time/day.ts';
import { groupChanges, type ChangeGroup } from './group-changes.ts';
import type { BaselineComparison, BaselineItem } from './types.ts';

/** A part of the goal's difference, with what became of each of its items. */
export interface RankedCause {
  days: number;
  cause: Explanation['cause'];
  items: RankedItem[];
}

export interface RankedItem {
  id: string;
  title: string;
  before: Days | null;
  now: Days | null;
  /** `null` for an item that is the same but for what moves the goal through it. */
  change: BaselineItem | null;
}

/** Everything a comparison tells about items, each of them once: first what moves the goal, then the rest by group. */
export interface RankedChanges {
  causes: RankedCause[];
  groups: { group: ChangeGroup; items: BaselineItem[] }[];
}

/**
 * Sorts what became of a plan by how much it matters: what moves the goal by the size of its part, then group by group
 * what moved furthest, and of what moved about as far the earlier first. A goal that only moved is left out, because its day is told by itself.
 */
export function rankChanges({ items, explanation, before, now }: BaselineComparison): RankedChanges {
  const changes = new Map(items.map((item) => [item.id, item]));
  const told = new Set<string>();
  const causes = explanation
    .toSorted((a, b) => Math.abs(b.days) - Math.abs(a.days))
    .map(({ days, cause, items: own }): RankedCause => {
      const ranked: RankedItem[] = [];
      for (const { firstId, otherId, title, before: old, after } of own) {
        const id = otherId ?? firstId ?? '';
        if (told.has(id)) continue;
        told.add(id);
        const change = changes.get(id) ?? null;
        ranked.push({
          id,
          title,
          before: change ? change.before : old,
          now: change ? change.now : after,
          change,
        });
      }
      return { days, cause, items: ranked };
    });
  const isGoal = (id: string) => id === now.goal?.itemId && id === before.goal?.itemId;
  const rest = items.filter(({ id, change }) => !told.has(id) && !(change === 'moved' && isGoal(id)));
  const groups = groupChanges(rest).map(({ group, items: own }) => ({ group, items: own.toSorted(byReach) }));
  return { causes, groups };
}

function byReach(a: BaselineItem, b: BaselineItem): number {
  return reachOf(b) - reachOf(a) || startOf(a) - startOf(b);
}

/**
 * How far an item moved, in doublings of days: what moved together, but for a leap day, stays in the order of time. What
 * has a date in one of the two only has gone furthest.
 */
function reachOf({ change, before, now, startDays, endDays }: BaselineItem): number {
  if (change === 'added' || change === 'removed') return 0;
  if (before?.start == null && now?.start == null) return 0;
  if (startDays === null || endDays === null) return Infinity;
  return Math.floor(Math.log2(1 + Math.max(Math.abs(startDays), Math.abs(endDays))));
}

const startOf = ({ before, now }: BaselineItem): number => {
  const day = now?.start ?? before?.start ?? null;
  return day === null ? Number.MAX_SAFE_INTEGER : toDay(day);
};
