import type { CellValue } from '#shared/domain/table/cells.ts';
import { TABLE_COLUMNS } from '#shared/words/table.ts';
import type { Table } from './table.svelte.ts';

/**
 * What copying takes: the chosen rows with the headings of their columns, or the block of cells at the cursor. Days are
 * `YYYY-MM-DD`, which every spreadsheet reads as the same day. `head` is the number of rows of headings.
 */
export function copiedCells(table: Table): { cells: CellValue[][]; head: number } {
  const { cursor, columns, rows } = table;
  const valuesIn = (from: readonly (typeof rows)[number][], ids: typeof columns.ids) =>
    from.flatMap(({ item }) => (item === null ? [] : [ids.map((id) => table.valueOf(item, id))]));
  if (cursor.chosenRows.length > 0) {
    const head = columns.ids.map((id) => TABLE_COLUMNS[id]);
    return { cells: [head, ...valuesIn(cursor.chosenRows, columns.ids)], head: 1 };
  }
  const { top, bottom, left, right } = cursor.block;
  return { cells: valuesIn(rows.slice(top, bottom + 1), columns.ids.slice(left, right + 1)), head: 0 };
}
