import BetterSqlite3, { type Database } from 'better-sqlite3';
import { existsSync, rmSync } from 'node:fs';
import { backupIntoFolder, forgetKept, keepBeforeRecovery, putAsideSideFiles } from './backup.ts';
import { publishNewFile } from './durable-files.ts';
import { failureOf, StorageError } from './failure.ts';
import { watchIdentity } from './identity.ts';
import { assertWritable, inspectFile } from './inspect-file.ts';
import { findProblems } from './integrity.ts';
import { isOnThisMachine } from './local-disk.ts';
import { migrate, schemaVersion, type Migration } from './migrate.ts';
import { breakSeal, checkSeal, sealFileOf, writeSeal } from './seal.ts';
import { APPLICATION_ID, applySettings, assertSettings, useJournal } from './settings.ts';
import { sidesToRecover } from './side-files.ts';
import { WriteAhead } from './write-ahead.ts';

/** Something about the file that its owner should know, although the database opened. */
export type OpenNotice =
  | { code: 'changed-outside'; file: string }
  | { code: 'recovered'; file: string }
  | { code: 'side-file-put-aside'; file: string; folder: string }
  | { code: 'migrated'; file: string; backup: string };

export interface OpenDatabase {
  db: Database;
  file: string;
  notices: OpenNotice[];
  /** Whether this open made the file. */
  created: boolean;
  /** Throws when the file under our name is no longer the one that is open. */
  assertSameFile(): void;
  /**
   * To be called after every commit. The first one under each kind of journal reads the storage settings back.
   * @throws StorageError when one of them is not what it was set to.
   */
  committed(): void;
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
  // Looked at before the seal: whoever has the file open broke the seal before there was anything beside it.
  const sides = sidesToRecover(file);
  const sealState = checkSeal(file);
  // The file is as it was closed, and then there was nothing beside it: this belongs to another file.
  const stray = sealState === 'intact' ? putAsideSideFiles(file, sides) : null;
  if (stray !== null) notices.push({ code: 'side-file-put-aside', file, folder: stray });
  const kept = keepBeforeRecovery(file);
  const mayHaveLog = isOnThisMachine(file);
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
    }
    // A log may hold a newer version than the header that was looked at; this refuses it too.
    migrate(db, file, migrations);
    // Before the first change, or a power cut could leave a seal that says there is nothing beside the file.
    breakSeal(file);
    useJournal(db, 'persist');
    assertSettings(db, file, 'persist');
  } catch (error) {
    db.close();
    // A live journal of the program that has the file open was nothing to keep.
    if (failureOf(error, file)?.code === 'database-locked') forgetKept(kept);
    throw error;
  }
  let asserted = false;
  const writeAhead = new WriteAhead(db, () => (asserted = false));
  return {
    db,
    file,
    notices,
    created,
    assertSameFile: watchIdentity(file),
    committed: () => {
      if (!asserted) assertSettings(db, file, writeAhead.mode);
      asserted = true;
      if (mayHaveLog) writeAhead.committed();
    },
    close: () => {
      if (!db.open) return;
      writeAhead.stop();
      const complete = endJournal(db);
      db.close();
      if (complete && existsSync(file)) sealIfPossible(file);
    },
  };
}

/**
 * Moves what a log holds into the file and removes either kind of journal. Answers whether the file is complete without
 * them: where that failed, on a full disk say, they stay, and the next open goes on from there.
 */
function endJournal(db: Database): boolean {
  try {
    if (db.pragma('journal_mode', { simple: true }) !== 'wal') {
      // Under the exclusive lock SQLite keeps a journal that it found and did not use, and the lock goes with the next
      // reading. A log cannot be left without the lock.
      db.pragma('locking_mode = NORMAL');
      schemaVersion(db);
    }
    return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch {
    return false;
  }
}

/**
 * Is somebody else using the file? Asked before the side files are looked at, because the journal of a program
 * that is writing right now must not be mistaken for one that a crash left behind.
 */
function takeLockBriefly(file: string): void {
  // Opening would recover at once. A journal in use under a live lock shows itself as busy in the real open.
  if (sidesToRecover(file).length > 0) return;
  const probe = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
  try {
    probe.pragma('locking_mode = EXCLUSIVE');
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
