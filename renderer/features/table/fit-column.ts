import type { ColumnId } from '#shared/domain/table/columns.ts';
import { cellText, TABLE_COLUMNS } from '#shared/words/table.ts';
import { NARROWEST, WIDEST } from './column-layout.svelte.ts';
import type { Table } from './table.svelte.ts';

/** Width of an average letter, and what a cell has around its text; a title has marks before and after it as well. */
const LETTER = 7.2;
const AROUND = 28;
const AROUND_TITLE = 104;

/** The width at which the longest text of a column fits, as far as letters can be counted. */
export function widestText(table: Table, column: ColumnId): number {
  const longest = table.rows.reduce(
    (most, { item }) =>
      item === null ? most : Math.max(most, cellText(table.valueOf(item, column), column).length),
    TABLE_COLUMNS[column].length,
  );
  const around = column === 'title' ? AROUND_TITLE : AROUND;
  return Math.min(WIDEST, Math.max(NARROWEST, Math.ceil(longest * LETTER + around)));
}
