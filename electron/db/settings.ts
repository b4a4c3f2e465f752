import type { Database } from 'better-sqlite3';
import { StorageError } from './failure.ts';

/** Marks our files in the SQLite header: "Thln". */
export const APPLICATION_ID = 0x54686c6e;

/** The journal stays between transactions at up to this size: rewriting blocks is faster than asking for new ones. */
const JOURNAL_BYTES = 1024 * 1024;

/**
 * One process, one file: a rollback journal under an exclusive lock with full sync. A copy of the file taken
 * while the app is idle is complete, and an acknowledged change survives a power cut. WAL is not used because
 * better-sqlite3 lowers `synchronous` there without saying so, and its side file must never be lost.
 */
const SETTINGS: readonly { name: string; value: string | number; reads: string | number }[] = [
  { name: 'locking_mode', value: 'EXCLUSIVE', reads: 'exclusive' },
  { name: 'journal_mode', value: 'PERSIST', reads: 'persist' },
  { name: 'journal_size_limit', value: JOURNAL_BYTES, reads: JOURNAL_BYTES },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  // Without this an implicit delete fires no trigger, and undo would lose the row.
  { name: 'recursive_triggers', value: 'ON', reads: 1 },
  { name: 'trusted_schema', value: 'OFF', reads: 0 },
  { name: 'cell_size_check', value: 'ON', reads: 1 },
  { name: 'mmap_size', value: 0, reads: 0 },
  // Takes effect on macOS, where a plain fsync does not reach the disk; harmless elsewhere.
  { name: 'fullfsync', value: 'ON', reads: 1 },
];

/** Sets every storage setting on a fresh connection, before anything is read. */
export function applySettings(db: Database): void {
  for (const { name, value } of SETTINGS) db.pragma(`${name} = ${value}`);
  // The journal's triggers and the query guard need no room on disk.
  db.pragma('temp_store = MEMORY');
}

/** Reads every setting back and refuses to go on if one differs: a silent downgrade costs acknowledged work. */
export function assertSettings(db: Database, file: string): void {
  for (const { name, reads } of SETTINGS) {
    const actual: unknown = db.pragma(name, { simple: true });
    // A build without memory mapping answers nothing at all, which is as good as 0.
    if (actual === reads || (name === 'mmap_size' && actual === undefined)) continue;
    throw new StorageError({
      code: 'database-unsafe',
      file,
      setting: name,
      wanted: String(reads),
      actual: String(actual),
    });
  }
}
