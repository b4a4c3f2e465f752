import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { errorCode } from './failure.ts';

/** Endings of the files that belong to a database and must travel with it. */
export const SIDE_ENDINGS = ['-journal', '-wal', '-shm'] as const;

/**
 * Whether SQLite would recover something from a side file. A rollback journal of ours stays between transactions, and a
 * commit is the moment its first bytes become zero: it is read here as SQLite reads it. Any other side file counts when
 * it holds anything at all.
 */
export function asksForRecovery(file: string, ending: (typeof SIDE_ENDINGS)[number]): boolean {
  const side = file + ending;
  const size = statSync(side, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return false;
  return ending !== '-journal' || firstByte(side) !== 0;
}

/** The side files from which SQLite would recover something. */
export const sidesToRecover = (file: string): string[] =>
  SIDE_ENDINGS.filter((ending) => asksForRecovery(file, ending)).map((ending) => file + ending);

function firstByte(file: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    // The program that has the database open closed it a moment ago and took its journal along.
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
  try {
    const byte = Buffer.alloc(1);
    readSync(descriptor, byte, 0, 1, 0);
    return byte[0] ?? 0;
  } finally {
    closeSync(descriptor);
  }
}
