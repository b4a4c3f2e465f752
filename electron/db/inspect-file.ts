import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, StorageError } from './failure.ts';
import { APPLICATION_ID } from './settings.ts';

/** What the first 100 bytes of a database file say. */
export interface FileHeader {
  applicationId: number;
  userVersion: number;
  size: number;
}

const MAGIC = 'SQLite format 3\0';

/**
 * Looks at a database file without SQLite, because SQLite would take an empty file for a new database and
 * would replay a side file before anybody could say no. Answers `null` when there is no file.
 * @throws StorageError when the file is empty, no database of ours, unreadable or not writable.
 */
export function inspectFile(file: string): FileHeader | null {
  let stats: Stats;
  try {
    stats = statSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new StorageError({ code: 'database-unreadable', file, detail: describe(error) }, error);
  }
  if (!stats.isFile()) throw new StorageError({ code: 'database-foreign', file });
  if (stats.size === 0) throw new StorageError({ code: 'database-empty', file });
  const header = readHeader(file);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== MAGIC)
    throw new StorageError({ code: 'database-foreign', file });
  const applicationId = header.readUInt32BE(68);
  if (applicationId !== APPLICATION_ID) throw new StorageError({ code: 'database-foreign', file });
  return { applicationId, userVersion: header.readUInt32BE(60), size: stats.size };
}

/** @throws StorageError when the file, or the folder in which SQLite keeps its journal, may not be written. */
export function assertWritable(file: string): void {
  const mode = statSync(file).mode;
  // A file marked read-only is meant to stay as it is, also for a user whom the system would let write.
  if ((mode & 0o222) === 0) throw new StorageError({ code: 'database-read-only', file });
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new StorageError({ code: 'database-read-only', file }, error);
  }
}

function readHeader(file: string): Buffer {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, 'r');
    const bytes = Buffer.alloc(100);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, 100, 0));
  } catch (error) {
    throw new StorageError({ code: 'database-unreadable', file, detail: describe(error) }, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
