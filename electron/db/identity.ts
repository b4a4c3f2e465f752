import { statSync } from 'node:fs';
import { StorageError } from './failure.ts';

/**
 * Watches that the open file is still the one under its name. When the file is deleted, moved or replaced,
 * SQLite goes on writing into a file nobody can find again; this stops the first acknowledgement after that.
 */
export function watchIdentity(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    const found = identityOf(file);
    if (found?.dev !== opened?.dev || found?.ino !== opened?.ino)
      throw new StorageError({ code: 'database-moved', file });
  };
}

const identityOf = (file: string) => statSync(file, { bigint: true, throwIfNoEntry: false });
