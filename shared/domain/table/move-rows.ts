import type { Item } from '../plan/items.ts';
import type { TableRow } from './rows.ts';

/** Where rows go, as `plan.orderItems` takes it: right before another item, or with `null` to the end of the plan. */
export interface RowMove {
  ids: string[];
  before: string | null;
}

/** Why rows stay: there is nothing above or below them; they are ordered by date; they stand in different places. */
export type NoRowMove = 'at-end' | 'by-date' | 'apart';

/**
 * Moves rows one place up or down among those they stand beside: in one list all rows, otherwise the courses of a term or
 * the programs. `rows` are shown in the order of the plan, whose items are `items`.
 */
export function moveRows(
  rows: readonly TableRow[],
  chosen: ReadonlySet<string>,
  by: -1 | 1,
  { grouped, items }: { grouped: boolean; items: Iterable<Item> },
): RowMove | NoRowMove {
  const shown = rows.flatMap(({ item }) => item ?? []);
  const moved = shown.filter(({ id }) => chosen.has(id));
  const [first] = moved;
  const last = moved.at(-1);
  if (first === undefined || last === undefined) return 'at-end';
  const isBeside = (item: Item): boolean => !grouped || placeOf(item) === placeOf(first);
  if (grouped && placeOf(first) === null) return 'by-date';
  if (!moved.every(isBeside)) return 'apart';

  const beside = shown.filter(isBeside);
  const ids = moved.map(({ id }) => id);
  if (by === -1) {
    const above = beside[beside.indexOf(first) - 1];
    return above === undefined ? 'at-end' : { ids, before: above.id };
  }
  const below = beside[beside.indexOf(last) + 1];
  if (below === undefined) return 'at-end';
  const all = [...items];
  return { ids, before: all[all.findIndex(({ id }) => id === below.id) + 1]?.id ?? null };
}

/** What has the same place stands in the order of the plan; `null` for what stands in the order of its dates. */
function placeOf(item: Item): string | null {
  if (item.kind === 'program') return 'programs';
  return item.kind === 'course' ? `${item.programId ?? ''}/${item.termId ?? ''}` : null;
}
