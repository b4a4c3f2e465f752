import type { Database } from 'better-sqlite3';
import { StorageError } from './failure.ts';

/** Marks our files in the SQLite header: "Thln". */
export const APPLICATION_ID = 0x54686c6e;

/** A rollback journal stays between transactions, and a log between checkpoints, at up to this size. */
const JOURNAL_BYTES = 1024 * 1024;

/** How SQLite makes a commit whole: with a log beside the file, or by keeping the old pages until the new ones are written. */
export type JournalMode = 'wal' | 'persist';

interface Setting {
  name: string;
  value: string | number;
  reads: string | number;
}

/** Set on a fresh connection, before anything is read. None of them changes the file. */
const SETTINGS: readonly Setting[] = [
  { name: 'locking_mode', value: 'EXCLUSIVE', reads: 'exclusive' },
  { name: 'journal_size_limit', value: JOURNAL_BYTES, reads: JOURNAL_BYTES },
  { name: 'synchronous', value: 'FULL', reads: 2 },
  { name: 'foreign_keys', value: 'ON', reads: 1 },
  // Without this an implicit delete fires no trigger, and undo would lose the row.
  { name: 'recursive_triggers', value: 'ON', reads: 1 },
  { name: 'trusted_schema', value: 'OFF', reads: 0 },
  { name: 'cell_size_check', value: 'ON', reads: 1 },
  { name: 'mmap_size', value: 0, reads: 0 },
  // These take effect on macOS, where a plain fsync does not reach the disk; harmless elsewhere.
  { name: 'fullfsync', value: 'ON', reads: 1 },
  { name: 'checkpoint_fullfsync', value: 'ON', reads: 1 },
];

/** Sets every storage setting but the journal's on a fresh connection: one process, one file. */
export function applySettings(db: Database): void {
  for (const { name, value } of SETTINGS) db.pragma(`${name} = ${value}`);
  // The journal's triggers and the query guard need no room on disk.
  db.pragma('temp_store = MEMORY');
}

/**
 * Chooses the journal. Under the exclusive lock the log's index is in memory: there is no third file. Full sync is asked
 * for once more, because better-sqlite3 lowers `synchronous` in WAL without saying so, at the first write after it.
 */
export function useJournal(db: Database, mode: JournalMode): void {
  db.pragma(`journal_mode = ${mode}`);
  db.pragma('synchronous = FULL');
}

/** Reads every setting back and refuses to go on if one differs: a silent downgrade costs acknowledged work. */
export function assertSettings(db: Database, file: string, mode: JournalMode): void {
  const journal = { name: 'journal_mode', reads: mode };
  for (const { name, reads } of [...SETTINGS, journal]) {
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
