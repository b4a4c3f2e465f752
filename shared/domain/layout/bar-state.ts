import type { Course, Item } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';

/** How far an item has come, as a bar shows it. */
export const BAR_STATES = ['planned', 'current', 'done', 'overdue', 'withdrawn'] as const;
export type BarState = (typeof BAR_STATES)[number];

const STATE_OF_COURSE: Record<Course['status'], BarState> = {
  planned: 'planned',
  enrolled: 'current',
  completed: 'done',
  transferred: 'done',
  exempt: 'done',
  withdrawn: 'withdrawn',
};

/** The state of an item with dates, as of `today`. Only milestones are ever overdue (R4): the rest is moved by today. */
export function barState(
  item: Item,
  { start, end }: Pick<ItemDates, 'start' | 'end'>,
  today: DayNumber,
): BarState {
  switch (item.kind) {
    case 'course':
      return STATE_OF_COURSE[item.status];
    case 'program':
    case 'term':
      return stateByDays(start, end, today);
    case 'milestone':
      if (item.doneOn !== null || item.actualEnd !== null) return 'done';
      return start !== null && start < today ? 'overdue' : 'planned';
    case 'step':
      if (item.attempts.some(({ result }) => result === 'passed')) return 'done';
      return stateByRecord(item);
    case 'credential':
      return item.issued !== null ? 'done' : stateByRecord(item);
    case 'experience':
      return stateByRecord(item);
  }
}

function stateByDays(start: DayNumber | null, end: DayNumber | null, today: DayNumber): BarState {
  if (end !== null && end < today) return 'done';
  return start !== null && start <= today ? 'current' : 'planned';
}

function stateByRecord({ actualStart, actualEnd }: Item): BarState {
  if (actualEnd !== null) return 'done';
  return actualStart === null ? 'planned' : 'current';
}
