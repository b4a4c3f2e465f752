import BetterSqlite3, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { copyName, readCopyName, type CopyName, type CopyReason } from './copy-names.ts';
import { publishFile, syncFolder } from './durable-files.ts';
import { errorCode, StorageError } from './failure.ts';
import { findProblems } from './integrity.ts';
import { surplusCopies } from './rotation.ts';
import { SIDE_ENDINGS, sidesToRecover } from './side-files.ts';

/** A copy in the backup folder. */
export interface BackupCopy extends CopyName {
  /** Its name in the folder. */
  id: string;
  /** The database file it is or holds. */
  file: string;
  bytes: number;
}

/** The folder of a database's own backups, beside it. */
export const backupFolderOf = (file: string): string => `${file}.backups`;

/**
 * Writes one complete, checked copy of an open database to `target`. The copy gets its name only once it has
 * passed a full check, so a name never stands for a bad backup.
 * @throws StorageError when the target exists or cannot be written; nothing is left behind then.
 */
export function backupTo(db: Database, target: string): void {
  if (existsSync(target)) throw new StorageError({ code: 'backup-exists', file: target });
  const part = `${target}.part-${process.pid}`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    db.prepare('VACUUM INTO ?').run(part);
    const problems = checkCopy(part);
    if (problems.length > 0)
      throw new StorageError({ code: 'backup-failed', file: target, detail: problems.join('; ') });
    publishFile(part, target);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    if (errorCode(error) === 'ENOSPC' || errorCode(error) === 'SQLITE_FULL')
      throw new StorageError({ code: 'disk-full', file: target }, error);
    throw new StorageError({ code: 'backup-failed', file: target, detail: describe(error) }, error);
  } finally {
    for (const ending of ['', ...SIDE_ENDINGS]) rmSync(part + ending, { force: true });
  }
}

/**
 * Backs up into the database's own folder under the next number, which orders the copies whatever the clock
 * says, and answers the file written.
 * @param at ISO instant for the name.
 */
export function backupIntoFolder(db: Database, file: string, at: string, why: CopyReason): string {
  const folder = backupFolderOf(file);
  const target = join(folder, copyName({ number: nextNumber(folder), at, why, folder: false }));
  backupTo(db, target);
  return target;
}

/** The copies in a database's backup folder, newest first: checked ones, and states that a restore replaced. */
export function listBackups(file: string): BackupCopy[] {
  const folder = backupFolderOf(file);
  return namesIn(folder)
    .flatMap((id): BackupCopy[] => {
      const name = readCopyName(id);
      if (name === null || (name.folder && name.why !== 'replaced')) return [];
      const path = name.folder ? join(folder, id, basename(file)) : join(folder, id);
      const bytes = statSync(path, { throwIfNoEntry: false })?.size;
      return bytes === undefined ? [] : [{ ...name, id, file: path, bytes }];
    })
    .sort((a, b) => b.number - a.number);
}

/** Removes the copies that newer ones have made superfluous, and what a backup that was cut off left behind. */
export function rotateBackups(file: string): void {
  const folder = backupFolderOf(file);
  for (const { id } of surplusCopies(listBackups(file)))
    rmSync(join(folder, id), { recursive: true, force: true });
  for (const name of namesIn(folder))
    if (/\.part-\d+(-journal)?$/.test(name)) rmSync(join(folder, name), { force: true });
}

/**
 * Before SQLite recovers anything from a side file, keeps the database and its side files as they are, so
 * that a recovery gone wrong can be taken back. Answers the folder, or `null` when there was nothing to keep.
 */
export function keepBeforeRecovery(file: string): string | null {
  const sides = sidesToRecover(file);
  if (sides.length === 0) return null;
  const folder = asideFolder(file, 'before-recovery', null);
  for (const path of [file, ...sides]) copyFileSync(path, join(folder, basename(path)));
  syncFolder(folder);
  return folder;
}

/**
 * Moves side files that do not belong to a database out of its way, where SQLite would replay them into it. Answers the
 * folder they are in, or `null` when there were none.
 */
export function putAsideSideFiles(file: string, sides: readonly string[]): string | null {
  if (sides.length === 0) return null;
  const folder = asideFolder(file, 'not-of-this-file', null);
  for (const path of sides) renameSync(path, join(folder, basename(path)));
  syncFolder(folder);
  syncFolder(dirname(file));
  return folder;
}

/** Forgets what `keepBeforeRecovery` kept, once the recovered database has passed its check. */
export const forgetKept = (folder: string | null): void => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
};

/** A new folder among the copies, for files as they are. */
export function asideFolder(file: string, why: CopyReason, at: string | null): string {
  const all = backupFolderOf(file);
  const folder = join(all, copyName({ number: nextNumber(all), at, why, folder: true }));
  mkdirSync(folder, { recursive: true });
  return folder;
}

const namesIn = (folder: string): string[] =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];

function nextNumber(folder: string): number {
  const numbers = namesIn(folder).map((name) => Number.parseInt(name, 10));
  return Math.max(0, ...numbers.filter(Number.isFinite)) + 1;
}

/** Opens a copy on its own and checks it to the last index entry. */
export function checkCopy(file: string): string[] {
  let db: Database | null = null;
  try {
    db = new BetterSqlite3(file, { fileMustExist: true });
    return findProblems(db, 'full');
  } catch (error) {
    return [describe(error)];
  } finally {
    db?.close();
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
