import { deleteRows, moveChosen } from './bulk-actions.ts';
import { clearCells, fillDown } from './change-cells.ts';
import type { Table } from './table.svelte.ts';
import type { GridWish } from './keys.ts';

/** What the keys of the grid do beyond the table itself. */
export interface GridHands {
  /** Gives the cell with the cursor the focus and brings it into sight. */
  focus: () => void;
}

/** Does what a key asks while a cell has the focus. */
export function follow(wish: GridWish, table: Table, { focus }: GridHands): void {
  const { cursor, columns, editing } = table;
  const { active } = table;
  switch (wish.wish) {
    case 'step':
      editing.hush();
      cursor.step(wish.step, wish.extend);
      return focus();
    case 'edit':
      if (cursor.row === -1) return sort(table);
      if (active) editing.begin(active.item, active.column);
      return;
    case 'type':
      if (active) editing.begin(active.item, active.column, wish.text);
      return;
    case 'toggle-row':
      if (cursor.row === -1) return sort(table);
      if (active) cursor.toggle(active.item.id);
      return;
    case 'choose-block':
      return cursor.chooseBlock();
    case 'choose-all':
      return cursor.chooseAll();
    case 'clear':
      editing.hush();
      if (active) editing.letGo(active.item.id, active.column);
      if (!cursor.clear()) table.session.select(null);
      return;
    case 'details':
      if (active) table.session.select(active.item.id);
      return;
    case 'clear-cells':
      if (cursor.row === -1) return;
      if (cursor.chosenRows.length > 0) return deleteRows(table);
      return void clearCells(table);
    case 'fill-down':
      return void fillDown(table);
    case 'move-rows':
      return void moveChosen(table, wish.by);
    case 'resize': {
      const column = columns.shown[cursor.column];
      if (column) columns.setWidth(column.id, column.width + wish.by);
      return;
    }
    case 'move-column': {
      const column = columns.shown[cursor.column];
      if (!column) return;
      columns.move(column.id, wish.by);
      return focus();
    }
  }
}

function sort(table: Table): void {
  const column = table.columns.shown[table.cursor.column];
  if (column) table.sortBy(column.id);
}
