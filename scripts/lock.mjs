import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves, once no other process holds the lock file, with the function that gives it back. The file names its owner,
 * so that one whose owner is gone (killed, or the power failed) does not block the project for ever.
 *
 * @param {string} file
 * @param {string} waiting what to say on stderr, once, when we have to wait
 * @returns {Promise<() => void>}
 */
export async function lock(file, waiting) {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    for (let announced = false; !take(mine, file); announced = true) {
      if (!announced) console.error(waiting);
      await sleep(200);
      breakIfAbandoned(file);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => rmSync(file, { force: true });
}

/** A link appears with its contents in one step; a file that is opened and then written would be seen empty. */
function take(/** @type {string} */ mine, /** @type {string} */ file) {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function breakIfAbandoned(file) {
  const grave = `${file}.${process.pid}.abandoned`;
  try {
    if (isRunning(Number(readFileSync(file, 'utf8')))) return;
    // Of several that wait only one wins the rename; the others find the file gone.
    renameSync(file, grave);
    rmSync(grave, { force: true });
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
