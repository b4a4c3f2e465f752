import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { CommandFailure } from './command.ts';

/** Writes a file whole or not at all. @throws CommandFailure when it cannot be written. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const part = `${file}.part-${process.pid}`;
  try {
    writeFileSync(part, content, { flag: 'wx' });
    const descriptor = openSync(part, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw new CommandFailure({
      code: 'file-unwritable',
      file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}
