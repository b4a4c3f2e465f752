import type { Item } from '#shared/domain/plan/items.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';

/** Something to be reminded of today: the item, its day and how many days are left. */
export interface DueReminder {
  item: Item;
  day: DayNumber;
  left: number;
}

/** The items that asked to be reminded of on this very day; not of what is done, or has no day. */
export function dueReminders(
  items: Iterable<Item>,
  datesOf: (id: string) => ItemDates | null,
  today: DayNumber,
): DueReminder[] {
  const due: DueReminder[] = [];
  for (const item of items) {
    if (item.reminders.length === 0 || isOver(item)) continue;
    const day = dayOf(item, datesOf);
    if (day !== null && item.reminders.includes(day - today)) due.push({ item, day, left: day - today });
  }
  return due;
}

function isOver(item: Item): boolean {
  return item.kind === 'milestone' ? item.doneOn !== null : item.actualEnd !== null;
}

/** A credential one holds has to be renewed by the day it expires; everything else begins, or is due, on its first day. */
function dayOf(item: Item, datesOf: (id: string) => ItemDates | null): DayNumber | null {
  if (item.kind === 'credential' && item.issued !== null)
    return item.expires === null ? null : toDay(item.expires);
  return datesOf(item.id)?.start ?? null;
}
