import type { Item } from '#shared/domain/plan/items.ts';
import type { AgendaEntry } from '#shared/domain/progress/agenda.ts';
import {
  CREDENTIAL_LABELS,
  EXPERIENCE_LABELS,
  KIND_LABELS,
  MILESTONE_LABELS,
  STEP_LABELS,
} from './labels.ts';

/** What happens to an item on its day, in a word or two: `Term begins`, `Exam begins`, `Expires`. */
export function agendaText({ item, reason }: Pick<AgendaEntry, 'item' | 'reason'>): string {
  const sort = sortLabel(item);
  switch (reason) {
    case 'due':
      return sort;
    case 'starts':
      return item.kind === 'step' && item.sort === 'exam' ? 'Exam, earliest day' : `${sort} begins`;
    case 'earliest':
      return `${sort}, earliest day`;
    case 'expires':
      return `${sort} expires`;
    case 'education':
      return 'Continuing education ends';
    case 'window':
      return 'Last day to start';
    case 'reminder':
      return 'Reminder';
    case 'ended':
      return item.kind === 'course' ? 'Term has ended' : `${sort} was planned to end`;
    case 'done':
      return sort;
  }
}

/** What an item is, as exactly as its kind says. */
function sortLabel(item: Item): string {
  switch (item.kind) {
    case 'experience':
      return EXPERIENCE_LABELS[item.sort];
    case 'step':
      return item.sort === 'other' ? 'Step' : STEP_LABELS[item.sort];
    case 'credential':
      return CREDENTIAL_LABELS[item.sort];
    case 'milestone':
      return MILESTONE_LABELS[item.sort];
    default:
      return KIND_LABELS[item.kind];
  }
}
