import BetterSqlite3, { type Database } from 'better-sqlite3';
import { existsSync, rmSync } from 'node:fs';
import { backupIntoFolder, forgetKept, keepBeforeRecovery } from './backup.ts';
import { publishNewFile } from './durable-files.ts';
import { failureOf, StorageError } from './failure.ts';
import { watchIdentity } from './identity.ts';
import { assertWritable, inspectFile } from './inspect-file.ts';
import { findProblems } from './integrity.ts';
import { migrate, schemaVersion, type Migration } from './migrate.ts';
import { breakSeal, checkSeal, sealFileOf, writeSeal } from './seal.ts';
import { APPLICATION_ID, applySettings, assertSettings } from './settings.ts';
import { asksForRecovery } from './side-files.ts';

/** Something about the file that its owner should know, although the database opened. */
export type OpenNotice =
  | { code: 'changed-outside'; file: string }
  | { code: 'recovered'; file: string }
  | { code: 'migrated'; file: string; backup: string };

export interface OpenDatabase {
  db: Database;
  file: string;
  notices: OpenNotice[];
  /** Whether this open made the file. */
  created: boolean;
  /** Throws when the file under our name is no longer the one that is open. */
  assertSameFile(): void;
  /** Reads the storage settings back; called after the first write. */
  assertSettings(): void;
  /** Closes and seals the file. */
  close(): void;
}

export interface OpenOptions {
  file: string;
  /** Whether a missing database is created. */
  create: boolean;
  migrations: readonly Migration[];
  /** ISO instant, for the names of backups. */
  at: string;
}

/**
 * Opens a database for this process alone, in an order that never lets SQLite touch a file before we know that
 * it is ours, whole and from a version we understand.
 * @throws StorageError with the code to tell the person.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const { file, migrations } = options;
  let created = false;
  try {
    const header = inspectFile(file);
    if (!header) {
      if (!options.create) throw new StorageError({ code: 'database-missing', file });
      created = createDatabase(file, migrations);
    } else if (header.userVersion > migrations.length) {
      throw new StorageError({
        code: 'database-newer',
        file,
        version: header.userVersion,
        supported: migrations.length,
      });
    }
    assertWritable(file);
    return connect(options, created);
  } catch (error) {
    const failure = failureOf(error, file);
    if (failure) throw error instanceof StorageError ? error : new StorageError(failure, error);
    throw error;
  }
}

function connect({ file, migrations, at }: OpenOptions, created: boolean): OpenDatabase {
  const notices: OpenNotice[] = [];
  takeLockBriefly(file);
  const sealState = checkSeal(file);
  const kept = keepBeforeRecovery(file);
  const db = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
  try {
    applySettings(db);
    // Takes the exclusive lock now, so that a second program is refused at its start and not at its first change.
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    const clean = kept === null && sealState === 'intact';
    const problems = findProblems(db, clean ? 'quick' : 'full');
    if (problems.length > 0)
      throw new StorageError({ code: 'database-corrupt', file, detail: problems.join('; ') });
    forgetKept(kept);
    if (kept !== null) notices.push({ code: 'recovered', file });
    else if (sealState === 'changed') notices.push({ code: 'changed-outside', file });
    if (schemaVersion(db) < migrations.length) {
      notices.push({ code: 'migrated', file, backup: backupIntoFolder(db, file, at, 'before-migration') });
      migrate(db, file, migrations);
    }
    assertSettings(db, file);
    breakSeal(file);
  } catch (error) {
    db.close();
    // A live journal of the program that has the file open was nothing to keep.
    if (failureOf(error, file)?.code === 'database-locked') forgetKept(kept);
    throw error;
  }
  return {
    db,
    file,
    notices,
    created,
    assertSameFile: watchIdentity(file),
    assertSettings: () => assertSettings(db, file),
    close: () => {
      if (!db.open) return;
      // Removes the finished journal. Under the exclusive lock SQLite keeps one that it found and did not use, and the
      // lock goes with the next reading.
      db.pragma('locking_mode = NORMAL');
      schemaVersion(db);
      db.pragma('journal_mode = DELETE');
      db.close();
      if (existsSync(file)) sealIfPossible(file);
    },
  };
}

/**
 * Is somebody else using the file? Asked before the side files are looked at, because the journal of a program
 * that is writing right now must not be mistaken for one that a crash left behind.
 */
function takeLockBriefly(file: string): void {
  // Opening would recover at once. A journal in use under a live lock shows itself as busy in the real open.
  if (asksForRecovery(file, '-journal')) return;
  const probe = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
  try {
    probe.exec('BEGIN EXCLUSIVE; ROLLBACK');
  } finally {
    probe.close();
  }
}

/** What was done is on the disk by now; without a seal, on a full disk say, the next open only checks longer. */
function sealIfPossible(file: string): void {
  try {
    writeSeal(file);
  } catch {
    rmSync(`${sealFileOf(file)}.part`, { force: true, recursive: true });
    breakSeal(file);
  }
}

/**
 * Builds a new database under another name and publishes it whole: a crash in between leaves no half file. Answers
 * whether ours got the name: of two processes at once the slower one opens what the other made.
 */
function createDatabase(file: string, migrations: readonly Migration[]): boolean {
  const part = `${file}.new-${process.pid}`;
  try {
    const db = new BetterSqlite3(part);
    try {
      applySettings(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db, file, migrations);
    } finally {
      db.close();
    }
    return publishNewFile(part, file);
  } finally {
    for (const ending of ['', '-journal']) rmSync(part + ending, { force: true });
  }
}
