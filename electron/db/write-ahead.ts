import type { Database } from 'better-sqlite3';
import { useJournal, type JournalMode } from './settings.ts';

/** How long after a change the log is emptied, or begun: work in a burst is moved together. */
const IDLE_MS = 1_000;

/**
 * Has a database go from its rollback journal to a log (WAL) once somebody works with it, and moves what is in the log into the
 * file a moment after each change, when nobody waits. From then on a plain copy of the file is complete. It is not begun
 * at the opening, because that writes: whoever only reads, or is refused, leaves the file as it is.
 */
export class WriteAhead {
  readonly #db: Database;
  readonly #begun: () => void;
  #timer: NodeJS.Timeout | null = null;
  #mode: JournalMode = 'persist';

  /** @param begun called when the log is in use. */
  constructor(db: Database, begun: () => void) {
    this.#db = db;
    this.#begun = begun;
  }

  get mode(): JournalMode {
    return this.#mode;
  }

  /** To be called after a commit. */
  committed(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#goOn(), IDLE_MS);
    // A program that is done must not wait for it: closing does the same.
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #goOn(): void {
    this.#timer = null;
    if (!this.#db.open) return;
    try {
      if (this.#mode === 'wal') this.#db.pragma('wal_checkpoint(TRUNCATE)');
      else {
        useJournal(this.#db, 'wal');
        this.#mode = 'wal';
        this.#begun();
      }
    } catch {
      // On a full disk, say. What was acknowledged is on the disk in either way; the next change tries again.
    }
  }
}
