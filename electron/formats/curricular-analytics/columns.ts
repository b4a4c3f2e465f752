import type { CsvRow } from '../csv/read-csv.ts';
import { keyOf, knownKey } from './keys.ts';
import type { Report } from './report.ts';

/** Where the columns of a table are, by key, and how many of its cells belong to a column with a name. */
export interface Columns<K extends string> {
  places: ReadonlyMap<K, number>;
  /** Per place, whether the column has a name, known or not. */
  named: readonly boolean[];
}

/** Reads a row of column names, in any order. Names that are not known and those given twice are reported. */
export function readColumns<K extends string>(row: CsvRow, known: readonly K[], report: Report): Columns<K> {
  const places = new Map<K, number>();
  const unknown: string[] = [];
  const repeated: string[] = [];
  const keys = row.cells.map((name) => keyOf(name));
  for (const [place, name] of row.cells.entries()) {
    if (name === '') continue;
    const key = knownKey(name, known);
    // A slip of the hand is no slip where the right name is there as well: it is another column.
    if (key === null || (keys[place] !== key && keys.includes(key))) unknown.push(name);
    else if (places.has(key)) repeated.push(name);
    else places.set(key, place);
  }
  if (unknown.length > 0) report(row.line, { code: 'columns-unknown', names: unknown });
  if (repeated.length > 0) report(row.line, { code: 'columns-repeated', names: repeated });
  return { places, named: row.cells.map((name) => name !== '') };
}

/** True for a row that names columns: at least two of its cells do. */
export function namesColumns(row: CsvRow, known: readonly string[]): boolean {
  return row.cells.filter((name) => name !== '' && knownKey(name, known) !== null).length >= 2;
}

/** The cell of a row in a column; empty when there is no such column. */
export function cellIn<K extends string>(row: CsvRow, { places }: Columns<K>, key: K): string {
  const place = places.get(key);
  return place === undefined ? '' : (row.cells[place] ?? '');
}

/** Reports what stands right of the columns, or under one without a name. */
export function reportBeyond(row: CsvRow, { named }: Columns<string>, report: Report): void {
  const cells = row.cells.filter((cell, place) => cell !== '' && named[place] !== true);
  if (cells.length > 0) report(row.line, { code: 'cells-beyond', cells });
}
