import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './failure.ts';

/** Makes a file's content survive a power cut. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names in a folder (new, renamed, removed files) survive a power cut. Windows has no such call. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts a finished file under its final name, so that the name never stands for half a file. */
export function publishFile(part: string, file: string): void {
  syncFile(part);
  renameSync(part, file);
  syncFolder(dirname(file));
}

/**
 * Like `publishFile`, but a file that has the name already stays. Answers whether ours got it; if not, ours is gone.
 */
export function publishNewFile(part: string, file: string): boolean {
  syncFile(part);
  let published = true;
  try {
    // A rename would replace, without a word, what another process published a moment ago.
    linkSync(part, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') {
      // Some file systems, such as those of memory cards, have no links.
      renameSync(part, file);
      syncFolder(dirname(file));
      return true;
    }
    published = false;
  }
  rmSync(part, { force: true });
  syncFolder(dirname(file));
  return published;
}
