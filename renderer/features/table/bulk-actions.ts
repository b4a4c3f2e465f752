import type { Course, Item } from '#shared/domain/plan/items.ts';
import { chosenIn, choicesOf, mayBeEmpty, type Choice } from '#shared/domain/table/cells.ts';
import { fieldOf, type ColumnId } from '#shared/domain/table/columns.ts';
import { moveRows } from '#shared/domain/table/move-rows.ts';
import { chooseCell } from '#shared/domain/table/read-cell.ts';
import { noMoveSentence } from '#shared/words/table.ts';
import { send } from './change-cells.ts';
import type { Table } from './table.svelte.ts';

/** A column of which every chosen row that has one can get the same value. */
export interface BulkChoice {
  column: ColumnId;
  /** The rows that have such a value. */
  items: Item[];
  choices: Choice[];
  /** True where it may be nothing. */
  clearable: boolean;
}

const COLUMNS = ['status', 'term', 'program', 'phase'] as const;

/** What can be chosen for all chosen rows at once. */
export function bulkChoices({ targets, data }: Table): BulkChoice[] {
  return COLUMNS.flatMap((column) => {
    const items = targets.filter(({ kind }) => fieldOf(column, kind) !== null);
    const [first] = items;
    if (first === undefined) return [];
    // Terms are those of one program.
    if (column === 'term' && items.some(({ programId }) => programId !== first.programId)) return [];
    const choices = choicesOf(first, column, data) ?? [];
    if (choices.length === 0) return [];
    return [{ column, items, choices, clearable: items.every(({ kind }) => mayBeEmpty(column, kind)) }];
  });
}

/** Gives all rows of a choice the same value, in one step. */
export async function chooseForAll(
  table: Table,
  { column, items }: BulkChoice,
  value: string | null,
): Promise<void> {
  const others = items.filter((item) => chosenIn(item, column) !== value);
  const planId = table.session.planId;
  if (planId === null || others.length === 0) return;
  if (column === 'term') {
    // This keeps locked courses and records where they are, which one may not have had in sight.
    const courseIds = others.filter((item): item is Course => item.kind === 'course').map(({ id }) => id);
    await table.session.run('plan.moveCourses', { planId, courseIds, termId: value });
    return;
  }
  const updates = others.flatMap((item) => {
    const read = chooseCell(value, item, column, table.data);
    return read.ok ? [{ id: item.id, changes: read.changes }] : [];
  });
  await send(table, updates);
}

/** Asks whether the chosen rows should be deleted. */
export function deleteRows({ targets, session }: Table): void {
  const [first] = targets;
  if (targets.length === 1 && first) session.put({ kind: 'delete-item', item: first });
  else if (targets.length > 1) session.put({ kind: 'delete-items', items: targets });
}

/** Moves the chosen rows one place up or down, or says why they stay. */
export async function moveChosen(table: Table, by: -1 | 1): Promise<void> {
  const { session, active, targets } = table;
  const planId = session.planId;
  if (planId === null || targets.length === 0) return;
  const chosen = new Set(targets.map(({ id }) => id));
  const outcome =
    table.sorting === null
      ? moveRows(table.rows, chosen, by, { grouped: table.grouped, items: session.items.values() })
      : 'sorted';
  if (typeof outcome !== 'string') await session.run('plan.orderItems', { planId, ...outcome });
  else if (active) table.editing.say(active.item.id, active.column, noMoveSentence(outcome));
}
