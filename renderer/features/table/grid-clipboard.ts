import { toHtml, toTabs } from '#shared/domain/table/block-text.ts';
import { clipboardRows } from './clipboard-rows.ts';
import { copiedCells } from './copied-cells.ts';
import type { Table } from './table.svelte.ts';

/** Puts what is chosen on the clipboard, as text and as an HTML table. */
export function copyCells(event: ClipboardEvent, table: Table): void {
  if (table.editing.cell !== null || event.clipboardData === null) return;
  const { cells, head } = copiedCells(table);
  event.clipboardData.setData('text/plain', toTabs(cells));
  event.clipboardData.setData('text/html', toHtml(cells, head));
  event.preventDefault();
}

/** Takes cells from the clipboard: one for one cell at once, more than that after a look at what they would change. */
export function pasteCells(event: ClipboardEvent, table: Table): void {
  if (table.editing.cell !== null || event.clipboardData === null) return;
  const rows = clipboardRows(event.clipboardData);
  if (rows === null) return;
  event.preventDefault();
  const { active, cursor } = table;
  const only = rows.length === 1 && rows[0]?.cells.length === 1 ? rows[0].cells[0] : undefined;
  if (only !== undefined && active && !cursor.isBlock && cursor.chosenRows.length === 0)
    void table.editing.write(active.item, active.column, only);
  else table.session.put({ kind: 'paste-cells', title: 'Paste cells', rows, place: null });
}
