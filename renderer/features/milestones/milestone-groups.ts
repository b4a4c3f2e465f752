import type { Item, Milestone } from '#shared/domain/plan/items.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

export const GROUPS = ['overdue', 'soon', 'later', 'undated', 'done'] as const;
export type GroupName = (typeof GROUPS)[number];

export interface DatedMilestone {
  item: Milestone;
  /** The day it is planned for, or was done on; `null` where neither is known. */
  day: DayNumber | null;
}

/** "Soon" is what fits into a month's planning. */
export const SOON_DAYS = 60;

/** The milestones of a plan by how urgent they are, each group in order of days; done ones the latest first. */
export function groupMilestones(
  items: Iterable<Item>,
  datesOf: (id: string) => ItemDates | null,
  today: DayNumber,
): Record<GroupName, DatedMilestone[]> {
  const groups: Record<GroupName, DatedMilestone[]> = {
    overdue: [],
    soon: [],
    later: [],
    undated: [],
    done: [],
  };
  for (const item of items) {
    if (item.kind !== 'milestone') continue;
    const day = item.doneOn === null ? (datesOf(item.id)?.start ?? null) : toDay(item.doneOn);
    groups[groupOf(item, day, today)].push({ item, day });
  }
  for (const group of Object.values(groups)) group.sort((a, b) => (a.day ?? 0) - (b.day ?? 0));
  groups.done.reverse();
  return groups;
}

function groupOf({ doneOn }: Milestone, day: DayNumber | null, today: DayNumber): GroupName {
  if (doneOn !== null) return 'done';
  if (day === null) return 'undated';
  if (day < today) return 'overdue';
  return day <= today + SOON_DAYS ? 'soon' : 'later';
}
