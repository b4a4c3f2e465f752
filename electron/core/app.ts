import type { DatabaseNotice } from '#shared/contract/answers.ts';
import { backupTo, rotateBackups } from '#electron/db/backup.ts';
import { failureOf, type StorageFailure } from '#electron/db/failure.ts';
import { Journal } from '#electron/db/journal.ts';
import { openDatabase, type OpenDatabase } from '#electron/db/open.ts';
import { dropStaged, keepReplaced, putBack, stageRestore, takePlace } from '#electron/db/restore.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { get, sql } from '#electron/db/sql.ts';
import { createAutomaticCopies } from './automatic-copies.ts';
import type { Clock, Log } from './context.ts';
import { createCopies, type Copies } from './copies.ts';
import { createDispatch } from './dispatch.ts';
import { handlers } from './handlers.ts';

export interface AppOptions {
  dbFile: string;
  /** Whether a missing database is created. */
  create: boolean;
  clock: Clock;
  newId: () => string;
  log: Log;
  version: string;
}

export interface App {
  /** JSON request text in, JSON reply text out. Synchronous; never throws. */
  readonly dispatch: (text: string) => string;
  /** What the person should know about the file that was opened. */
  readonly notices: readonly DatabaseNotice[];
  /** Whether the database was made by this open. */
  readonly created: boolean;
  /** The copies in the database's backup folder. */
  readonly copies: Copies;
  /** Writes a checked copy to `file`, or into the database's backup folder; answers the file written. */
  readonly backup: (file: string | null) => string;
  /**
   * Puts a copy in place of the open database and opens it; answers the id under which what was there is kept. The
   * revision grows, so that every page reads everything anew.
   * @throws Refusal, StorageError when that fails; the database is open then as it was before.
   */
  readonly restore: (id: string) => string;
  readonly close: () => void;
}

/** One open database with the door to it. */
interface Store {
  open: OpenDatabase;
  dispatch: (text: string) => string;
}

/**
 * Opens the database and puts the application core on top of it. There is one per process and database.
 * @throws StorageError when the database cannot be opened.
 */
export function createApp(options: AppOptions): App {
  const { dbFile, clock, newId, log, version } = options;
  const counter = { revision: 0 };
  const notices: DatabaseNotice[] = [];
  const now = () => clock.now();

  const copies = createCopies(dbFile, () => present().open.db, now, MIGRATIONS.length);

  const openStore = (create: boolean): Store => {
    const open = openDatabase({ file: dbFile, create, migrations: MIGRATIONS, at: now() });
    notices.splice(0, notices.length, ...open.notices);
    try {
      return storeOn(open);
    } catch (error) {
      open.close();
      throw error;
    }
  };

  const storeOn = (open: OpenDatabase): Store => {
    const { db } = open;
    const automatic = createAutomaticCopies({
      now,
      newest: copies.state().copies[0] ?? null,
      hasPlans: () => get(db, sql`SELECT 1 FROM plan LIMIT 1`) !== undefined,
      create: (why) => copies.create(why),
      notices,
      file: dbFile,
    });
    const context = { db, journal: new Journal(db), clock, newId, version, databaseFile: dbFile, notices };
    const dispatch = createDispatch({
      open,
      context,
      handlers,
      log,
      counter,
      copies: automatic,
    });
    return { open, dispatch };
  };

  let store: Store | StorageFailure = openStore(options.create);
  const { created } = store.open;
  dropStaged(dbFile);

  const present = (): Store => {
    if ('code' in store) throw new Error('The database is not open.');
    return store;
  };

  /** Opens the file that has the name now; where even that fails, every request says why. */
  const reopen = () => {
    try {
      store = openStore(false);
    } catch (error) {
      store = failureOf(error, dbFile) ?? {
        code: 'database-unreadable',
        file: dbFile,
        detail: 'unknown error',
      };
    }
  };

  const restore = (id: string): string => {
    const staged = stageRestore(copies.fileOf(id), dbFile, MIGRATIONS.length);
    let replaced: string | null = null;
    try {
      present().open.close();
      replaced = keepReplaced(dbFile, now());
      takePlace(staged.part, dbFile);
      store = openStore(false);
      counter.revision += 1;
      rotateBackups(dbFile);
      return copies.state().copies.find(({ why }) => why === 'replaced')?.id ?? '';
    } catch (error) {
      if (replaced !== null) putBack(replaced, dbFile);
      reopen();
      throw error;
    } finally {
      staged.drop();
    }
  };

  return {
    dispatch: (text) =>
      'code' in store ? JSON.stringify({ ok: false, error: store }) : store.dispatch(text),
    notices,
    created,
    copies,
    backup: (file) => {
      if (file === null) return copies.fileOf(copies.create('by-hand').id);
      backupTo(present().open.db, file);
      return file;
    },
    restore,
    close: () => {
      if (!('code' in store)) store.open.close();
    },
  };
}
