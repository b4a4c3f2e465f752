import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Log } from '#electron/core/context.ts';

/** Two files of this size at most, in bytes: enough to find what a reference in a message stands for. */
const LIMIT = 1_000_000;

/** Writes lines of JSON to a file that does not grow for ever. A log that cannot be written must not stop anything. */
export function createLogFile(file: string): Log {
  return (line) => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LIMIT) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
    } catch {
      // Nowhere to write to, and nobody to tell.
    }
  };
}
