import type { Item } from '#shared/domain/plan/items.ts';
import { textOf } from '#shared/domain/table/cells.ts';
import { planEdit } from '#shared/domain/table/plan-edits.ts';
import { planPaste } from '#shared/domain/table/plan-paste.ts';
import type { Changes } from '#shared/domain/table/read-cell.ts';
import { notClearedSentence } from '#shared/words/paste.ts';
import { checkFields } from './paste.svelte.ts';
import type { Table } from './table.svelte.ts';

/** Empties the chosen cells, all of them in one step; where one must not be empty, none and says which. */
export async function clearCells(table: Table): Promise<void> {
  const { cursor, columns, editing, active } = table;
  if (!active) return;
  if (!cursor.isBlock) return editing.clear(active.item, active.column);
  const { left, right } = cursor.block;
  const cells = columns.ids.slice(left, right + 1).map((column) => ({ column, text: '' }));
  const updates: { id: string; changes: Changes }[] = [];
  for (const item of blockItems(table)) {
    const { changes, problems } = planEdit(item, cells, table.data, checkFields);
    const [problem] = problems;
    if (problem) return editing.say(active.item.id, active.column, notClearedSentence(item.title, problem));
    if (Object.keys(changes).length > 0) updates.push({ id: item.id, changes });
  }
  // Cells that are worked out hold nothing of their own; alone they say why.
  if (updates.length === 0 && table.lock !== null)
    return editing.say(active.item.id, active.column, table.lock);
  await send(table, updates);
}

/** Writes what stands in the first row of the chosen cells into the others; a single cell takes what stands above it. */
export async function fillDown(table: Table): Promise<void> {
  const { cursor, columns, rows } = table;
  const { left, right, top } = cursor.block;
  const chosen = cursor.chosenRows.length > 0 ? table.targets : blockItems(table);
  const above = rows.slice(0, top).findLast(({ item }) => item !== null)?.item;
  const [source, ...rest] = chosen.length > 1 ? chosen : [...(above ? [above] : []), ...chosen];
  if (source === undefined || rest.length === 0) return;
  const ids = columns.ids.slice(left, right + 1);
  const texts = ids.map((column) => textOf(table.valueOf(source, column)));
  const block = rest.map((_, at) => ({ line: at + 1, cells: texts }));
  const place = { itemIds: rest.map(({ id }) => id), columns: ids, height: 1, width: ids.length };
  const target = { items: rest, columns: ids, names: null, newKind: 'course', newProgramId: null } as const;
  const plan = planPaste(block, target, table.data, checkFields);
  if (plan.faults.length > 0)
    table.session.put({ kind: 'paste-cells', title: 'Fill down', rows: block, place });
  else
    await send(
      table,
      plan.rows.map(({ key, changes }) => ({ id: key, changes })),
    );
}

function blockItems({ cursor, rows }: Table): Item[] {
  const { top, bottom } = cursor.block;
  return rows.slice(top, bottom + 1).flatMap(({ item }) => item ?? []);
}

/** Changes items in one step. */
export async function send(table: Table, updates: { id: string; changes: Changes }[]): Promise<void> {
  const planId = table.session.planId;
  if (updates.length === 0 || planId === null) return;
  await table.session.run('plan.changeItems', { planId, updates });
}
