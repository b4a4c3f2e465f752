import type { ColumnId } from '#shared/domain/table/columns.ts';
import type { TableRow } from '#shared/domain/table/rows.ts';
import { fixedMap, fixedSet } from './fixed.ts';

/** A cell by its row's key and its column. */
export interface CellPlace {
  row: string;
  column: ColumnId;
}

/** The row of column headings, as a place of the cursor. */
export const HEAD = '#head';

/** How far the cursor goes: rows and columns, or to an end. */
export interface Step {
  rows?: number;
  columns?: number;
  to?: 'row-start' | 'row-end' | 'first' | 'last' | 'top' | 'bottom';
}

/**
 * Which cell has the cursor and which are chosen: a block of cells between the anchor and the cursor, or whole rows.
 * Rows that are gone (deleted, filtered out) are never chosen; the cursor then stands where its row was.
 */
export class Cursor {
  readonly #rows: () => readonly TableRow[];
  readonly #columns: () => readonly ColumnId[];
  #place = $state.raw<CellPlace>({ row: '', column: 'title' });
  #anchor = $state.raw<CellPlace | null>(null);
  #chosen = $state.raw<ReadonlySet<string>>(fixedSet());
  /** Where the cursor's row was last seen. */
  #lastIndex = 0;

  readonly #index: ReadonlyMap<string, number> = $derived.by(() =>
    fixedMap(this.#rows().map(({ key }, index) => [key, index])),
  );
  /** The index of the row with the cursor; −1 is the headings. */
  readonly row: number = $derived.by(() => {
    if (this.#place.row === HEAD) return -1;
    const index = this.#index.get(this.#place.row);
    return index ?? Math.min(this.#lastIndex, this.#rows().length - 1);
  });
  readonly column: number = $derived.by(() => Math.max(0, this.#columns().indexOf(this.#place.column)));
  /** The block of chosen cells, its ends included; one cell where nothing else is chosen. */
  readonly block = $derived.by(() => {
    const anchorRow = this.#anchor === null ? undefined : this.#index.get(this.#anchor.row);
    const anchorColumn = this.#anchor === null ? -1 : this.#columns().indexOf(this.#anchor.column);
    const row = Math.max(0, this.row);
    const [otherRow, otherColumn] = [anchorRow ?? row, anchorColumn < 0 ? this.column : anchorColumn];
    return {
      top: Math.min(row, otherRow),
      bottom: Math.max(row, otherRow),
      left: Math.min(this.column, otherColumn),
      right: Math.max(this.column, otherColumn),
    };
  });
  /** Whole rows that were chosen, in the order in which they are shown. */
  readonly chosenRows: readonly TableRow[] = $derived.by(() =>
    this.#chosen.size === 0 ? [] : this.#rows().filter(({ key, item }) => item && this.#chosen.has(key)),
  );

  constructor(rows: () => readonly TableRow[], columns: () => readonly ColumnId[]) {
    this.#rows = rows;
    this.#columns = columns;
  }

  /** True while more than the cell with the cursor is chosen. */
  get isBlock(): boolean {
    const { top, bottom, left, right } = this.block;
    return this.#anchor !== null && (top !== bottom || left !== right);
  }

  isChosen(key: string): boolean {
    return this.#chosen.has(key);
  }

  holds(row: number, column: number): boolean {
    const { top, bottom, left, right } = this.block;
    return this.isBlock && row >= top && row <= bottom && column >= left && column <= right;
  }

  /** Puts the cursor on a cell; with `extend` the block goes on to it. */
  goTo(row: number, column: number, extend = false): void {
    const rows = this.#rows();
    const columns = this.#columns();
    const key = row < 0 ? HEAD : rows[Math.min(row, rows.length - 1)]?.key;
    const id = columns[Math.min(Math.max(column, 0), columns.length - 1)];
    if (key === undefined || id === undefined) return;
    const from = { row: rows[this.row]?.key ?? this.#place.row, column: columns[this.column] ?? 'title' };
    this.#anchor = extend ? (this.#anchor ?? from) : null;
    // Cells are chosen now, and no longer rows.
    if (extend) this.#chosen = fixedSet();
    this.#place = { row: key, column: id };
    this.#lastIndex = Math.max(0, row);
  }

  /** Moves the cursor; with `extend` never onto the headings. */
  step({ rows = 0, columns = 0, to }: Step, extend = false): void {
    const [lastRow, lastColumn] = [this.#rows().length - 1, this.#columns().length - 1];
    const lowest = extend ? 0 : -1;
    let row = Math.min(Math.max(this.row + rows, lowest), lastRow);
    // A page up ends at the first row, not at the headings.
    if (rows < -1) row = Math.max(0, row);
    const column = Math.min(Math.max(this.column + columns, 0), lastColumn);
    switch (to) {
      case 'row-start':
        return this.goTo(row, 0, extend);
      case 'row-end':
        return this.goTo(row, lastColumn, extend);
      case 'first':
        return this.goTo(0, 0, extend);
      case 'last':
        return this.goTo(lastRow, lastColumn, extend);
      case 'top':
        return this.goTo(0, column, extend);
      case 'bottom':
        return this.goTo(lastRow, column, extend);
      default:
        return this.goTo(row, column, extend);
    }
  }

  /** Chooses the row with this key, or no longer. */
  toggle(key: string): void {
    const others = [...this.#chosen].filter((each) => each !== key);
    this.#chosen = fixedSet(others.length < this.#chosen.size ? others : [...others, key]);
    this.#anchor = null;
  }

  /** Chooses all rows of the block as well. */
  chooseBlock(): void {
    const { top, bottom } = this.block;
    const added = this.#rows()
      .slice(top, bottom + 1)
      .flatMap(({ key, item }) => (item ? [key] : []));
    this.#chosen = fixedSet([...this.#chosen, ...added]);
  }

  /** Chooses these rows and no others, and goes to the first of them. */
  choose(keys: readonly string[]): void {
    this.#chosen = fixedSet(keys);
    this.#anchor = null;
    const [first] = keys;
    if (first === undefined) return;
    this.#place = { row: first, column: this.#place.column };
    this.#lastIndex = Math.max(0, this.row);
  }

  chooseAll(): void {
    this.#chosen = fixedSet(this.#rows().flatMap(({ key, item }) => (item ? [key] : [])));
    this.#anchor = null;
  }

  /** Leaves only the cell with the cursor chosen. Answers whether there was more. */
  clear(): boolean {
    const had = this.#chosen.size > 0 || this.isBlock;
    this.#chosen = fixedSet();
    this.#anchor = null;
    return had;
  }
}
