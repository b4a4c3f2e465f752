import BetterSqlite3, { type Database } from 'better-sqlite3';
import { statSync } from 'node:fs';
import type { CopyPreview, StoredCopy } from '#shared/contract/copies.ts';
import { backupFolderOf, backupIntoFolder, listBackups, rotateBackups } from '#electron/db/backup.ts';
import type { CopyReason } from '#electron/db/copy-names.ts';
import { StorageError } from '#electron/db/failure.ts';
import { inspectFile } from '#electron/db/inspect-file.ts';
import { all, get, sql } from '#electron/db/sql.ts';
import { Refusal } from './context.ts';

/** The copies of a database, as the hosts offer them. */
export interface Copies {
  state(): { file: string; bytes: number; folder: string; copies: StoredCopy[] };
  /** Writes a checked copy. @throws StorageError when it cannot be written. */
  create(why: CopyReason): StoredCopy;
  /** @throws Refusal for an id that is not there, StorageError for a copy that cannot be read. */
  preview(id: string): CopyPreview;
  /** The database file that a copy is or holds. @throws Refusal for an id that is not there. */
  fileOf(id: string): string;
}

/** `db` answers the open database: it changes when a copy is restored. */
export function createCopies(file: string, db: () => Database, now: () => string, supported: number): Copies {
  const find = (id: string) => {
    const copy = listBackups(file).find((each) => each.id === id);
    if (!copy) throw new Refusal({ code: 'not-found', noun: 'backup', id });
    return copy;
  };

  return {
    state: () => ({
      file,
      bytes: statSync(file, { throwIfNoEntry: false })?.size ?? 0,
      folder: backupFolderOf(file),
      copies: listBackups(file).map(storedCopy),
    }),
    create: (why) => {
      const written = backupIntoFolder(db(), file, now(), why);
      const copy = listBackups(file).find((each) => each.file === written);
      if (!copy) throw new StorageError({ code: 'backup-failed', file: written, detail: 'it is not there' });
      rotateBackups(file);
      return storedCopy(copy);
    },
    preview: (id) => previewOf(find(id).file, db(), supported),
    fileOf: (id) => find(id).file,
  };
}

function storedCopy({ id, at, why, bytes, folder }: ReturnType<typeof listBackups>[number]): StoredCopy {
  return { id, at, why, bytes, checked: !folder };
}

function previewOf(file: string, present: Database, supported: number): CopyPreview {
  const header = inspectFile(file);
  if (header && header.userVersion > supported)
    throw new StorageError({ code: 'database-newer', file, version: header.userVersion, supported });
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const plans = plansIn(copy);
    const ids = new Set(plans.map(({ id }) => id));
    const lastChange = lastChangeIn(copy);
    return {
      plans,
      lastChange,
      lostPlans: plansIn(present)
        .filter(({ id }) => !ids.has(id))
        .map(({ name }) => name),
      lostChanges: lastChange === null ? null : changesSince(present, lastChange),
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new StorageError({ code: 'restore-unusable', file, detail }, error);
  } finally {
    copy.close();
  }
}

function plansIn(db: Database): CopyPreview['plans'] {
  return all<CopyPreview['plans'][number]>(
    db,
    sql`SELECT id, name, (SELECT count(*) FROM item WHERE plan_id = plan.id) AS items FROM plan ORDER BY position, id`,
  );
}

function lastChangeIn(db: Database): string | null {
  return get<{ at: string | null }>(db, sql`SELECT max(at) AS at FROM journal WHERE undone = 0`)?.at ?? null;
}

function changesSince(db: Database, at: string): number {
  return (
    get<{ n: number }>(db, sql`SELECT count(*) AS n FROM journal WHERE undone = 0 AND at > ${at}`)?.n ?? 0
  );
}
