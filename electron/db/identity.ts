import { statSync } from 'node:fs';
import { StorageError } from './failure.ts';

/**
 * Watches that the open file is still the one under its name. When the file is deleted, moved or replaced,
 * SQLite goes on writing into a file nobody can find again; this stops the first acknowledgement after that.
 */
export function watchIdentity(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) !== opened) throw new StorageError({ code: 'database-moved', file });
  };
}

function identityOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.dev}:${stats.ino}` : 'none';
}
