import type { Database } from 'better-sqlite3';
import { JOURNALED_TABLES } from './tables.ts';

export interface Column {
  name: string;
  type: string;
  /** Place in the primary key from 1, or 0. */
  pk: number;
}

/** Columns of a table in the open database. */
export const columnsOf = (db: Database, table: string): Column[] =>
  db.prepare('SELECT name, type, pk FROM pragma_table_info(?)').all(table) as Column[];

/**
 * Creates the TEMP triggers that write row images while a command is recorded. They are made anew at every
 * open from the real columns, so they always fit the schema and are never part of the stored file.
 */
export function installJournalTriggers(db: Database): void {
  db.exec('CREATE TEMP TABLE recording(seq INTEGER)');
  for (const table of JOURNALED_TABLES) db.exec(triggersFor(table, columnsOf(db, table)));
}

function triggersFor(table: string, columns: readonly Column[]): string {
  const recorded = '(SELECT seq FROM temp.recording)';
  const log = (before: string, after: string): string =>
    `INSERT INTO journal_row(seq, tab, before, after) VALUES (${recorded}, '${table}', ${before}, ${after});`;
  const old = imageOf('OLD', columns);
  const fresh = imageOf('NEW', columns);
  const changed = columns.map(({ name }) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ');
  return `
    CREATE TEMP TRIGGER "journal_${table}_insert" AFTER INSERT ON main."${table}" WHEN ${recorded} IS NOT NULL
      BEGIN ${log('NULL', fresh)} END;
    CREATE TEMP TRIGGER "journal_${table}_update" AFTER UPDATE ON main."${table}" WHEN ${recorded} IS NOT NULL AND (${changed})
      BEGIN ${log(old, fresh)} END;
    CREATE TEMP TRIGGER "journal_${table}_delete" AFTER DELETE ON main."${table}" WHEN ${recorded} IS NOT NULL
      BEGIN ${log(old, 'NULL')} END;`;
}

/** A row as a JSON array in column order. */
function imageOf(row: 'OLD' | 'NEW', columns: readonly Column[]): string {
  const values = columns.map(({ name, type }) => {
    const value = `${row}."${name}"`;
    // SQLite writes reals into JSON with 15 digits; 17 are needed to read the same number again.
    return type === 'REAL'
      ? `CASE WHEN ${value} IS NULL THEN NULL ELSE json(printf('%!.17g', ${value})) END`
      : value;
  });
  return `json_array(${values.join(', ')})`;
}
