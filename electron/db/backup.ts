import BetterSqlite3, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { publishFile, syncFolder } from './durable-files.ts';
import { errorCode, failureOf, StorageError } from './failure.ts';
import { inspectFile } from './inspect-file.ts';
import { findProblems } from './integrity.ts';
import { breakSeal } from './seal.ts';
import { SIDE_ENDINGS, sidesToRecover } from './side-files.ts';

const ENDING = '.throughline-backup';

/** A copy in the backup folder. `at` is an ISO instant from the file's name. */
export interface BackupCopy {
  file: string;
  why: string;
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
    const problems = problemsOfCopy(part);
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
 * @param at ISO instant for the name. @param why a short word such as "before-migration".
 */
export function backupIntoFolder(db: Database, file: string, at: string, why: string): string {
  const folder = backupFolderOf(file);
  const stamp = at.slice(0, 16).replace('T', ' ').replace(':', '');
  const target = join(folder, `${String(nextNumber(folder)).padStart(6, '0')} ${stamp} ${why}${ENDING}`);
  backupTo(db, target);
  return target;
}

/** The copies in a database's backup folder, newest first. */
export function listBackups(file: string): BackupCopy[] {
  const folder = backupFolderOf(file);
  return namesIn(folder)
    .filter((name) => name.endsWith(ENDING))
    .sort((a, b) => b.localeCompare(a, 'en'))
    .map((name) => ({
      file: join(folder, name),
      why: name.slice(0, -ENDING.length).split(' ').slice(3).join(' '),
      bytes: statSync(join(folder, name)).size,
    }));
}

/**
 * Replaces a closed database by a copy. The copy is checked first; the present files move together into the
 * backup folder, from where they can be restored in turn. Answers where they went, or `null` if there were none.
 * @throws StorageError when the copy is unusable; nothing has changed then.
 */
export function restoreFrom(source: string, file: string, supported: number): string | null {
  const header = inspectFile(source);
  if (!header)
    throw new StorageError({ code: 'restore-unusable', file: source, detail: 'the file does not exist' });
  if (header.userVersion > supported) {
    throw new StorageError({ code: 'database-newer', file: source, version: header.userVersion, supported });
  }
  refuseWhileOpen(file);
  const part = `${file}.restore-${process.pid}`;
  try {
    copyFileSync(source, part);
    const problems = problemsOfCopy(part);
    if (problems.length > 0)
      throw new StorageError({ code: 'restore-unusable', file: source, detail: problems.join('; ') });
    const aside = existsSync(file) ? setAside(file) : null;
    breakSeal(file);
    publishFile(part, file);
    return aside;
  } catch (error) {
    throw new StorageError(
      failureOf(error, file) ?? { code: 'restore-unusable', file: source, detail: describe(error) },
      error,
    );
  } finally {
    for (const ending of ['', ...SIDE_ENDINGS]) rmSync(part + ending, { force: true });
  }
}

/**
 * Before SQLite recovers anything from a side file, keeps the database and its side files as they are, so
 * that a recovery gone wrong can be taken back. Answers the folder, or `null` when there was nothing to keep.
 */
export function keepBeforeRecovery(file: string): string | null {
  const sides = sidesToRecover(file);
  if (sides.length === 0) return null;
  const folder = asideFolder(file, 'before-recovery');
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
  const folder = asideFolder(file, 'not-of-this-file');
  for (const path of sides) renameSync(path, join(folder, basename(path)));
  syncFolder(folder);
  syncFolder(dirname(file));
  return folder;
}

/** Forgets what `keepBeforeRecovery` kept, once the recovered database has passed its check. */
export const forgetKept = (folder: string | null): void => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
};

/** Replacing a file under a program that has it open would send that program's work into nowhere. */
function refuseWhileOpen(file: string): void {
  if (!existsSync(file)) return;
  let db: Database | null = null;
  try {
    db = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
    db.exec('BEGIN EXCLUSIVE; ROLLBACK');
  } catch (error) {
    // Anything else than a lock is the damage that a restore is there for.
    if (failureOf(error, file)?.code === 'database-locked')
      throw new StorageError({ code: 'database-locked', file }, error);
  } finally {
    db?.close();
  }
}

function setAside(file: string): string {
  const folder = asideFolder(file, 'replaced');
  for (const ending of ['', ...SIDE_ENDINGS]) {
    if (existsSync(file + ending)) renameSync(file + ending, join(folder, basename(file) + ending));
  }
  syncFolder(folder);
  syncFolder(dirname(file));
  return join(folder, basename(file));
}

function asideFolder(file: string, why: string): string {
  const folder = join(
    backupFolderOf(file),
    `${String(nextNumber(backupFolderOf(file))).padStart(6, '0')} ${why}`,
  );
  mkdirSync(folder, { recursive: true });
  return folder;
}

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : []);

function nextNumber(folder: string): number {
  const numbers = namesIn(folder).map((name) => Number.parseInt(name, 10));
  return Math.max(0, ...numbers.filter(Number.isFinite)) + 1;
}

/** Opens a copy on its own and checks it to the last index entry. */
function problemsOfCopy(file: string): string[] {
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
