import type { Item, ItemKind } from '../plan/items.ts';
import type { PastedRow } from './block-text.ts';
import type { TableData } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { planNewRow, type NewRowFault } from './new-rows.ts';
import { withColumns, type ColumnNames } from './paste-block.ts';
import { changedCells, planEdit, type ChangedCell, type CheckFields, type EditFault } from './plan-edits.ts';
import type { CellText } from './plan-edits.ts';
import type { Changes } from './read-cell.ts';

/** Where a block is pasted, and what new rows are where it does not say. */
export interface PasteTarget {
  /** The items from the cursor down; rows of the block beyond them become new items. */
  items: readonly Item[];
  /** The columns from the cursor to the right. */
  columns: readonly ColumnId[];
  /** `null` for a block that does not begin with names of columns, whatever its first row says. */
  names: ColumnNames | null;
  newKind: Exclude<ItemKind, 'program'>;
  newProgramId: string | null;
}

/** A row of the block that changes an item or becomes one. */
export interface PlannedRow {
  /** Of an item that is there, its id; otherwise a name of its own among the new ones. */
  key: string;
  isNew: boolean;
  kind: ItemKind;
  title: string;
  /** The fields that change, or those of the new item. */
  changes: Changes;
  cells: ChangedCell[];
}

/** A text that is left out: where it stands in the block (lines from 1), and why. */
export interface PasteFault {
  line: number;
  /** The item it was meant for. */
  title: string | null;
  /** `null` for a heading, or a cell beyond the last column. */
  column: ColumnId | null;
  text: string;
  fault: EditFault | NewRowFault | { why: 'unknown-heading' } | { why: 'no-column' };
}

/** What pasting would do, without what cannot be used. */
export interface PastePlan {
  hasHead: boolean;
  rows: PlannedRow[];
  faults: PasteFault[];
  /** Columns whose values do not go into new rows, because the plan works them out. */
  unused: ColumnId[];
  /** True where rows of the block become new items whose kind or program it does not name. */
  asksForKind: boolean;
  asksForProgram: boolean;
}

/** What pasting a block would change and add, and which of its cells cannot be used. Nothing is changed yet. */
export function planPaste(
  block: readonly PastedRow[],
  target: PasteTarget,
  data: TableData,
  check: CheckFields,
): PastePlan {
  const { columns, rows, hasHead, unknown } = withColumns(block, target.columns, target.names);
  const plan: PastePlan = {
    hasHead,
    rows: [],
    faults: unknown.map((each) => ({
      ...each,
      title: null,
      column: null,
      fault: { why: 'unknown-heading' },
    })),
    unused: [],
    asksForKind: false,
    asksForProgram: false,
  };
  // Cells name programs and terms only, which are few; new ones join them as they come, for the rows below.
  const items = new Map([...data.items].filter(([, item]) => isNamed(item)));
  const growing: TableData = { ...data, items };
  for (const [place, row] of rows.entries()) {
    if (row.cells.every((cell) => cell.trim() === '') && place >= target.items.length) continue;
    const cells = cellsOf(row, columns, plan);
    const item = target.items[place];
    if (item) addEdit(plan, row, item, cells, growing, check);
    else addNewRow(plan, row, cells, target, growing, items, check);
  }
  return plan;
}

const isNamed = ({ kind }: Item): boolean => kind === 'program' || kind === 'term';

function cellsOf(
  { line, cells }: PastedRow,
  columns: readonly (ColumnId | null)[],
  plan: PastePlan,
): CellText[] {
  return cells.flatMap((text, place) => {
    const column = columns[place];
    if (column === undefined && text.trim() !== '')
      plan.faults.push({ line, title: null, column: null, text, fault: { why: 'no-column' } });
    return column == null ? [] : [{ column, text }];
  });
}

function addEdit(
  plan: PastePlan,
  { line }: PastedRow,
  item: Item,
  cells: readonly CellText[],
  data: TableData,
  check: CheckFields,
): void {
  const { id, kind, title } = item;
  const { changes, problems } = planEdit(item, cells, data, check);
  for (const problem of problems) plan.faults.push({ line, title, ...problem });
  if (Object.keys(changes).length === 0) return;
  plan.rows.push({ key: id, isNew: false, kind, title, changes, cells: changedCells(item, changes, data) });
}

function addNewRow(
  plan: PastePlan,
  { line }: PastedRow,
  cells: readonly CellText[],
  target: PasteTarget,
  data: TableData,
  items: Map<string, Item>,
  check: CheckFields,
): void {
  const key = `new:${plan.rows.length + 1}`;
  const outcome = planNewRow(key, cells, target, data, check);
  plan.asksForKind ||= !outcome.saysKind;
  plan.asksForProgram ||= !outcome.saysProgram;
  for (const column of outcome.unused) if (!plan.unused.includes(column)) plan.unused.push(column);
  const { item } = outcome;
  for (const problem of outcome.problems) plan.faults.push({ line, title: item?.title ?? null, ...problem });
  if (item === null) return;
  if (isNamed(item)) items.set(key, item);
  const { kind, title } = item;
  const shown = changedCells(outcome.blank, outcome.fields, data);
  plan.rows.push({ key, isNew: true, kind, title, changes: outcome.fields, cells: shown });
}
