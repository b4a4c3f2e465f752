import type { PastedRow } from './block-text.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';
import { spelling } from './read-cell.ts';

/** What the columns are called; a block may begin with these names. */
export type ColumnNames = Readonly<Record<ColumnId, string>>;

/** A block with its columns: `null` for one that is not used. */
export interface ColumnedBlock {
  columns: (ColumnId | null)[];
  rows: readonly PastedRow[];
  /** True where the first row named the columns. */
  hasHead: boolean;
  /** Names in the first row that no column has. */
  unknown: { line: number; text: string }[];
}

/**
 * The columns of a block: by the names in its first row where at least half of them are names of columns, and two or the
 * one at the cursor; otherwise the columns from the cursor to the right.
 */
export function withColumns(
  rows: readonly PastedRow[],
  columns: readonly ColumnId[],
  names: ColumnNames | null,
): ColumnedBlock {
  const plain: ColumnedBlock = { columns: [...columns], rows, hasHead: false, unknown: [] };
  const [first, ...body] = rows;
  if (names === null || first === undefined || body.length === 0) return plain;
  const named = first.cells.map(
    (text) => COLUMN_IDS.find((column) => spelling(names[column]) === spelling(text)) ?? null,
  );
  const known = named.filter((column) => column !== null);
  const isHead =
    known.length * 2 >= named.length &&
    new Set(known).size === known.length &&
    (known.length > 1 || (known.length === 1 && known[0] === columns[0]));
  if (!isHead) return plain;
  const unknown = first.cells.flatMap((text, place) =>
    named[place] === null && text.trim() !== '' ? [{ line: first.line, text }] : [],
  );
  return { columns: named, rows: body, hasHead: true, unknown };
}

/** The block repeated to fill a selection that is a whole number of times as high and as wide; otherwise as it is. */
export function fillSelection(
  rows: readonly PastedRow[],
  { height, width }: { height: number; width: number },
): readonly PastedRow[] {
  const wide = rows[0]?.cells.length ?? 0;
  const isEven = rows.every(({ cells }) => cells.length === wide);
  if (wide === 0 || !isEven || height % rows.length !== 0 || width % wide !== 0) return rows;
  return Array.from({ length: height }, (_, y) => {
    const row = rows[y % rows.length]!;
    return { line: row.line, cells: Array.from({ length: width }, (_, x) => row.cells[x % wide]!) };
  });
}
