import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A fingerprint of files and folders, tests left out. Made of contents and not of times, because a checkout or a copy
 * sets times anew.
 *
 * @param {string} root
 * @param {string[]} names paths below the root; one that does not exist counts as empty
 */
export function fingerprintOf(root, names) {
  const hash = createHash('sha256');
  for (const name of names.flatMap((each) => filesUnder(root, each))) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string} name @returns {string[]} */
function filesUnder(root, name) {
  const found = statSync(join(root, name), { throwIfNoEntry: false });
  if (found?.isDirectory()) {
    return readdirSync(join(root, name))
      .sort()
      .flatMap((entry) => filesUnder(root, `${name}/${entry}`));
  }
  return found?.isFile() && !name.endsWith('.test.ts') ? [name] : [];
}
