// `npm start`: the desktop window when this machine can show one, otherwise the same application in a browser.
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { fetchElectron } from './fetch-electron.mjs';
import { findElectron, whyNoWindow } from './find-electron.mjs';
import { PROJECT_ROOT, findNode } from './find-node.mjs';
import { runInForeground } from './hand-over.mjs';

const args = process.argv.slice(2);

/** What a Linux loader answers for a program whose shared libraries are not there. */
const MISSING_LIBRARIES = 127;

try {
  const node = findNode();
  if (node.path === null) throw new Error(node.sentence);
  await ensureBuilt({ node: node.path });
  process.exitCode = await start(node.path);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** @param {string} node */
async function start(node) {
  const why = await whyNoRuntime();
  if (why === null) {
    const code = await openWindow();
    if (code !== MISSING_LIBRARIES) return code;
  }
  const reason = why ?? 'this system lacks libraries that the window needs';
  console.error(
    `There is no window, because ${reason}. Throughline serves your browser instead; open the address it prints.`,
  );
  return runInForeground(node, [join(PROJECT_ROOT, 'out/main/cli.js'), 'serve', ...args]);
}

async function whyNoRuntime() {
  const why = whyNoWindow();
  if (why) return why;
  if (findElectron()) return null;
  const failure = await fetchElectron();
  if (failure) return `the desktop runtime is not installed: ${failure}`;
  return findElectron() ? null : 'the desktop runtime is not where its installer should have put it';
}

function openWindow() {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  // Chromium refuses to start its sandbox as root; as anybody else it stays on.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const flags = asRoot ? ['--no-sandbox'] : [];
  return runInForeground(findElectron() ?? '', [...flags, PROJECT_ROOT, ...args], { env });
}
