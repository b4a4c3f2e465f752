import type { Database } from 'better-sqlite3';
import { JOURNALED_TABLES } from './tables.ts';

export interface Column {
  name: string;
  /** Place in the primary key from 1, or 0. */
  pk: number;
}

/** Columns of a table in the open database. */
export const columnsOf = (db: Database, table: string): Column[] =>
  db.prepare('SELECT name, pk FROM pragma_table_info(?)').all(table) as Column[];

/**
 * Creates the TEMP triggers that hand over row images while a command is recorded, by these functions of the connection:
 * `is_recording()`, `keep_insert(table, …new)`, `keep_update(table, …old, …new)` and `keep_delete(table, …old)`. They are
 * made anew at every open from the real columns, so they always fit the schema and are never part of the stored file.
 */
export function installJournalTriggers(db: Database): void {
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

const insertTrigger = (table: string, columns: readonly Column[]): string => `
    CREATE TEMP TRIGGER IF NOT EXISTS "journal_${table}_insert" AFTER INSERT ON main."${table}" WHEN is_recording()
      BEGIN SELECT keep_insert('${table}', ${rowOf('NEW', columns)}); END;`;

function changeTriggers(table: string, columns: readonly Column[]): string {
  const old = rowOf('OLD', columns);
  const changed = columns.map(({ name }) => `OLD."${name}" IS NOT NEW."${name}"`).join(' OR ');
  return `
    CREATE TEMP TRIGGER "journal_${table}_update" AFTER UPDATE ON main."${table}" WHEN is_recording() AND (${changed})
      BEGIN SELECT keep_update('${table}', ${old}, ${rowOf('NEW', columns)}); END;
    CREATE TEMP TRIGGER "journal_${table}_delete" AFTER DELETE ON main."${table}" WHEN is_recording()
      BEGIN SELECT keep_delete('${table}', ${old}); END;`;
}

const rowOf = (row: 'OLD' | 'NEW', columns: readonly Column[]): string =>
  columns.map(({ name }) => `${row}."${name}"`).join(', ');
