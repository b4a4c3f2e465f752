import BetterSqlite3, { type Database } from 'better-sqlite3';
import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asideFolder, checkCopy } from './backup.ts';
import { syncFile, syncFolder } from './durable-files.ts';
import { failureOf, StorageError } from './failure.ts';
import { inspectFile } from './inspect-file.ts';
import { breakSeal } from './seal.ts';
import { SIDE_ENDINGS } from './side-files.ts';

/** A checked copy beside the database, ready to take its place. */
export interface StagedCopy {
  readonly part: string;
  /** Removes it; nothing happens once it has taken the database's place. */
  drop(): void;
}

/**
 * Copies a backup beside the database and checks it to the last index entry. The database may be open meanwhile.
 * @throws StorageError when the copy is unusable; nothing has changed then.
 */
export function stageRestore(source: string, file: string, supported: number): StagedCopy {
  const header = inspectFile(source);
  if (!header)
    throw new StorageError({ code: 'restore-unusable', file: source, detail: 'the file does not exist' });
  if (header.userVersion > supported)
    throw new StorageError({ code: 'database-newer', file: source, version: header.userVersion, supported });
  const part = `${file}.restore-${process.pid}`;
  const drop = () => {
    for (const ending of ['', ...SIDE_ENDINGS]) rmSync(part + ending, { force: true });
  };
  try {
    for (const ending of ['', ...SIDE_ENDINGS])
      if (existsSync(source + ending)) copyFileSync(source + ending, part + ending);
    const problems = checkCopy(part);
    if (problems.length > 0)
      throw new StorageError({ code: 'restore-unusable', file: source, detail: problems.join('; ') });
    syncFile(part);
    return { part, drop };
  } catch (error) {
    drop();
    throw asStorageError(error, source);
  }
}

/**
 * Keeps a closed database, with its side files, under a second name in the backup folder, so that it can be restored
 * in turn. The database itself stays where it is. Answers the file, or `null` where there is none.
 */
export function keepReplaced(file: string, at: string): string | null {
  if (!existsSync(file)) return null;
  const folder = asideFolder(file, 'replaced', at);
  try {
    for (const ending of ['', ...SIDE_ENDINGS])
      if (existsSync(file + ending)) linkOrCopy(file + ending, join(folder, basename(file) + ending));
    syncFolder(folder);
    syncFolder(dirname(folder));
    return join(folder, basename(file));
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Puts a whole file in the place of a closed database in one step: a crash leaves the one or the other. */
export function takePlace(part: string, file: string): void {
  breakSeal(file);
  // A side file of the old database would be replayed into the new one.
  for (const ending of SIDE_ENDINGS) rmSync(file + ending, { force: true });
  renameSync(part, file);
  syncFolder(dirname(file));
}

/** Undoes `takePlace` with what `keepReplaced` kept, and forgets that. */
export function putBack(replaced: string, file: string): void {
  for (const ending of SIDE_ENDINGS) rmSync(file + ending, { force: true });
  for (const ending of ['', ...SIDE_ENDINGS])
    if (existsSync(replaced + ending)) renameSync(replaced + ending, file + ending);
  syncFolder(dirname(file));
  rmSync(dirname(replaced), { recursive: true, force: true });
}

/**
 * Replaces a closed database by a copy, which is checked first; what was there is kept in the backup folder. Answers
 * where, or `null` if there was nothing.
 * @param at ISO instant for the name of what is kept.
 * @throws StorageError when the copy is unusable or the database in use; nothing has changed then.
 */
export function restoreFrom(source: string, file: string, supported: number, at: string): string | null {
  refuseWhileOpen(file);
  const staged = stageRestore(source, file, supported);
  try {
    const replaced = keepReplaced(file, at);
    takePlace(staged.part, file);
    return replaced;
  } catch (error) {
    throw asStorageError(error, file);
  } finally {
    staged.drop();
  }
}

/** Removes what a restore that was cut off left beside the database. */
export function dropStaged(file: string): void {
  const start = `${basename(file)}.restore-`;
  for (const name of readdirSync(dirname(file)))
    if (name.startsWith(start)) rmSync(join(dirname(file), name), { force: true });
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Some file systems, such as those of memory cards, have no links.
    copyFileSync(from, to);
    syncFile(to);
  }
}

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

function asStorageError(error: unknown, file: string): StorageError {
  if (error instanceof StorageError) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new StorageError(failureOf(error, file) ?? { code: 'restore-unusable', file, detail }, error);
}
