import type { Database } from 'better-sqlite3';
import { StorageError } from './failure.ts';

/** One migration: its number, its file name and its SQL (without BEGIN: the runner owns the transaction). */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

/**
 * Orders migration files by their leading number and checks that they count 1, 2, 3 …
 * @param files file path → SQL text, as the bundler hands them over.
 */
export function readMigrations(files: Record<string, string>): Migration[] {
  const migrations = Object.entries(files)
    .map(([path, sql]) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return { number: Number.parseInt(name, 10), name, sql };
    })
    .sort((a, b) => a.number - b.number);
  migrations.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new Error(`Migration ${name} should have number ${index + 1}`);
  });
  return migrations;
}

/** The schema version of an open database: the number of its last migration, 0 for a new file. */
export const schemaVersion = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/**
 * Brings a database to the newest schema, one transaction per migration, and answers whether anything ran.
 * @throws StorageError when the database was written by a newer version.
 */
export function migrate(db: Database, file: string, migrations: readonly Migration[]): boolean {
  const before = schemaVersion(db);
  if (before > migrations.length) {
    throw new StorageError({ code: 'database-newer', file, version: before, supported: migrations.length });
  }
  if (before === migrations.length) return false;
  // Keys must be off before the transaction: inside it the pragma is ignored, and rebuilding a parent table
  // would cascade and empty its children.
  db.pragma('foreign_keys = OFF');
  try {
    for (const { number, name, sql } of migrations.slice(before)) {
      db.transaction(() => {
        db.exec(sql);
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0)
          throw new Error(`Migration ${name} leaves ${broken.length} rows without their parent`);
        // Undo steps hold row images of the old schema.
        if (before > 0) db.exec('DELETE FROM journal');
        db.pragma(`user_version = ${number}`);
      }).exclusive();
    }
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return true;
}
