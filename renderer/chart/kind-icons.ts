import type { IconName } from '#renderer/ui/icons.ts';
import type { ItemKind } from '#shared/domain/plan/items.ts';

/** The drawing of each kind of item, the same in every list. */
export const KIND_ICONS: Record<ItemKind, IconName> = {
  program: 'graduation',
  term: 'calendar-range',
  course: 'book',
  experience: 'briefcase',
  step: 'hourglass',
  credential: 'badge-check',
  milestone: 'diamond',
};
