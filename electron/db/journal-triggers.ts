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
  for (const table of JOURNALED_TABLES) {
    const columns = columnsOf(db, table);
    db.exec(insertTrigger(table, columns) + changeTriggers(table, columns));
  }
}

/**
 * Runs `insert` without the triggers on new rows. Even while nothing is recorded they cost an import of thousands of
 * rows a fifth of its time. They are part of the transaction: a rollback brings them back as well.
 */
export function withoutInsertTriggers(db: Database, insert: () => void): void {
  for (const table of JOURNALED_TABLES) db.exec(`DROP TRIGGER temp."journal_${table}_insert"`);
  try {
    insert();
  } finally {
    for (const table of JOURNALED_TABLES) db.exec(insertTrigger(table, columnsOf(db, table)));
  }
}

const RECORDED = '(SELECT seq FROM temp.recording)';

const logRow = (table: string, before: string, after: string): string =>
  `INSERT INTO journal_row(seq, tab, before, after) VALUES (${RECORDED}, '${table}', ${before}, ${after});`;

const insertTrigger = (table: string, columns: readonly Column[]): string => `
    CREATE TEMP TRIGGER IF NOT EXISTS "journal_${table}_insert" AFTER INSERT ON main."${table}" WHEN ${RECORDED} IS NOT NULL
      BEGIN ${logRow(table, 'NULL', imageOf('NEW', columns))} END;`;

function changeTriggers(table: string, columns: readonly Column[]): string {
  const old = imageOf('OLD', columns);
  const fresh = imageOf('NEW', columns);
  const changed = columns.map(({ name }) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ');
  return `
    CREATE TEMP TRIGGER "journal_${table}_update" AFTER UPDATE ON main."${table}" WHEN ${RECORDED} IS NOT NULL AND (${changed})
      BEGIN ${logRow(table, old, fresh)} END;
    CREATE TEMP TRIGGER "journal_${table}_delete" AFTER DELETE ON main."${table}" WHEN ${RECORDED} IS NOT NULL
      BEGIN ${logRow(table, old, 'NULL')} END;`;
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
