// Builds into out/: always as `npm run build`, and only when out/ does not match the sources as `ensureBuilt`, which
// is what lets the command run straight after a clone and never run yesterday's code.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PROJECT_ROOT, findNode } from './find-node.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { runInForeground } from './hand-over.mjs';
import { lock } from './lock.mjs';

/** Everything a build reads. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'migrations',
  'electron.vite.config.ts',
  'svelte.config.js',
  'package-lock.json',
];

const stampFile = (/** @type {string} */ root) => join(root, 'out/.built-from');
const lockFile = (/** @type {string} */ root) => join(root, 'node_modules/.cache/throughline-build.lock');

/**
 * Resolves once out/ holds a build of the present sources; rejects with a sentence when there can be none.
 *
 * @param {{ root?: string, node: string }} options
 */
export async function ensureBuilt({ root = PROJECT_ROOT, node }) {
  if (isFresh(root)) return;
  if (!existsSync(join(root, 'node_modules/electron-vite'))) {
    // A delivered build has neither the tools to be rebuilt nor a reason.
    if (existsSync(join(root, 'out/main/cli.js'))) return;
    throw new Error(
      `Throughline is not built and its tools are not installed: run "npm ci" in ${root} first.`,
    );
  }
  // Another process may have built while we waited for the lock.
  await alone(root, async () => isFresh(root) || (await build(root, node)));
}

/** @param {string} root @param {string} node */
async function build(root, node) {
  console.error('Building Throughline …');
  // Taken before and written after: a build that fails, is interrupted or is overtaken by an edit counts as stale.
  const stamp = fingerprintOf(root, SOURCES);
  rmSync(stampFile(root), { force: true });
  const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  // All of it on stderr: stdout belongs to the command that waits for this build.
  const code = await runInForeground(node, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error('Throughline could not be built; the reason is above.');
  writeFileSync(stampFile(root), stamp);
}

/** @param {string} root */
function isFresh(root) {
  if (!existsSync(join(root, 'out/main/cli.js')) || !existsSync(stampFile(root))) return false;
  return readFileSync(stampFile(root), 'utf8') === fingerprintOf(root, SOURCES);
}

/** @param {string} root @param {() => Promise<unknown>} work */
async function alone(root, work) {
  const release = await lock(lockFile(root), 'Another process is building Throughline; waiting for it …');
  try {
    await work();
  } finally {
    release();
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const node = findNode();
  try {
    if (node.path === null) throw new Error(node.sentence);
    await alone(PROJECT_ROOT, () => build(PROJECT_ROOT, node.path));
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
