import { Journal } from '#electron/db/journal.ts';
import { backupIntoFolder, backupTo } from '#electron/db/backup.ts';
import { openDatabase, type OpenNotice } from '#electron/db/open.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import type { Clock, Log } from './context.ts';
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
  readonly notices: readonly OpenNotice[];
  /** Whether the database was made by this open. */
  readonly created: boolean;
  /** Writes a checked copy to `file`, or into the database's backup folder; answers the file written. */
  readonly backup: (file: string | null) => string;
  readonly close: () => void;
}

/**
 * Opens the database and puts the application core on top of it. There is one per process and database.
 * @throws StorageError when the database cannot be opened.
 */
export function createApp(options: AppOptions): App {
  const { dbFile, create, clock, newId, log, version } = options;
  const open = openDatabase({ file: dbFile, create, migrations: MIGRATIONS, at: clock.now() });
  const journal = new Journal(open.db);
  const context = {
    db: open.db,
    journal,
    clock,
    newId,
    version,
    databaseFile: dbFile,
    notices: open.notices,
  };
  return {
    dispatch: createDispatch({ open, context, handlers, log }),
    notices: open.notices,
    created: open.created,
    backup: (file) => {
      if (file === null) return backupIntoFolder(open.db, dbFile, clock.now(), 'by-hand');
      backupTo(open.db, file);
      return file;
    },
    close: () => open.close(),
  };
}
