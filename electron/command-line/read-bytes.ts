import { readFileSync, statSync } from 'node:fs';
import { FILE_LIMIT } from '#shared/contract/interop.ts';
import { CommandFailure } from './command.ts';

/** The bytes of a file to import, if it is not too large. @throws CommandFailure */
export function readBytes(file: string): Uint8Array {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (!stats) throw new CommandFailure({ code: 'file-missing', file });
    if (stats.size > FILE_LIMIT)
      throw new CommandFailure({ code: 'file-too-large', bytes: stats.size, limit: FILE_LIMIT });
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    throw new CommandFailure({ code: 'file-unreadable', file, detail });
  }
}
