import { findItemProblem, type ItemProblem } from '../plan/check-item.ts';
import type { Item, ItemKind } from '../plan/items.ts';
import { valueOf, type CellValue, type TableData } from './cells.ts';
import { COLUMN_IDS, fieldOf, type ColumnId } from './columns.ts';
import { readCell, type CellFault, type Changes } from './read-cell.ts';

/** What the contract does not allow in the changes of an item of a kind: the first thing, or `null`. */
export type CheckFields = (kind: ItemKind, changes: Changes) => string | null;

/** Why a cell, or what a row would become, cannot be used. */
export type EditFault =
  CellFault | { why: 'not-allowed'; problem: string } | { why: 'no-sense'; problem: ItemProblem };

/** A text for a cell of an item. */
export interface CellText {
  column: ColumnId;
  text: string;
}

/** What is wrong with a text for a cell. */
export interface CellProblem extends CellText {
  fault: EditFault;
}

/** What some cells of an item change, without those that cannot be used. */
export interface PlannedEdit {
  changes: Changes;
  problems: CellProblem[];
}

/** A cell that gets another value. */
export interface ChangedCell {
  column: ColumnId;
  before: CellValue;
  after: CellValue;
}

/** Cells whose choices depend on another one come after it. */
const rank = ({ column }: CellText): number => (column === 'program' ? 0 : column === 'term' ? 2 : 1);

/** What texts in cells of one item change. Where the result would make no sense, nothing of it is taken. */
export function planEdit(
  item: Item,
  cells: readonly CellText[],
  data: TableData,
  check: CheckFields,
): PlannedEdit {
  const problems: CellProblem[] = [];
  let changes: Changes = {};
  for (const cell of cells.toSorted((a, b) => rank(a) - rank(b))) {
    const read = readCell(cell.text, { ...item, ...changes }, cell.column, data);
    if (!read.ok) {
      problems.push({ ...cell, fault: read.fault });
      continue;
    }
    const wrong = Object.keys(read.changes).length === 0 ? null : check(item.kind, read.changes);
    if (wrong === null) changes = { ...changes, ...read.changes };
    else problems.push({ ...cell, fault: { why: 'not-allowed', problem: wrong } });
  }
  if (Object.keys(changes).length === 0) return { changes, problems };
  const problem = findItemProblem({ ...item, ...changes });
  if (problem === null) return { changes, problems };
  const changed = cells.filter(({ column }) => Object.hasOwn(changes, fieldOf(column, item.kind) ?? ''));
  const [first] = changed;
  if (first) problems.push({ ...first, fault: { why: 'no-sense', problem } });
  return { changes: {}, problems };
}

/** The cells of an item that show something else after a change of it, as far as they can be written. */
export function changedCells(item: Item, changes: Changes, data: TableData): ChangedCell[] {
  const after: Item = { ...item, ...changes };
  return COLUMN_IDS.flatMap((column) => {
    const field = fieldOf(column, item.kind);
    const own = field !== null && (Object.hasOwn(changes, field) || isPart(column, changes));
    if (!own) return [];
    const cell = { column, before: valueOf(item, column, data), after: valueOf(after, column, data) };
    return cell.before === cell.after ? [] : [cell];
  });
}

/** A code and a length are written in two fields. */
const isPart = (column: ColumnId, changes: Changes): boolean =>
  (column === 'code' && 'number' in changes) || (column === 'length' && 'lengthUnit' in changes);
