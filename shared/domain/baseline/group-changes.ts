import type { BaselineItem } from './types.ts';

/** What became of items, in the order in which it is told. */
export const CHANGE_GROUPS = ['done', 'changed', 'added', 'removed', 'moved'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** The items by what became of them, each once; groups without any are left out. */
export function groupChanges(
  items: readonly BaselineItem[],
): { group: ChangeGroup; items: BaselineItem[] }[] {
  const groups = Map.groupBy(items, ({ done, change }): ChangeGroup => (done ? 'done' : change));
  return CHANGE_GROUPS.flatMap((group) => {
    const own = groups.get(group);
    return own === undefined ? [] : [{ group, items: own }];
  });
}
