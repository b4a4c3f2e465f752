// Which Node runs the project. The lock file brings one as a platform package; starting it by its file needs neither
// PATH nor node_modules/.bin, which some npm versions leave without it. On Node 20 our database addon dies without a
// message, so anything below the floor is refused with a sentence instead.
//
// Plain JavaScript that Node 20.19 understands: this file is read before the right Node is known.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest foreign Node we run on: 22.15 is the first with everything the tests and the built code use. */
const FLOOR = [22, 15];

/**
 * The Node to start, or a sentence that says how to get one.
 *
 * @param {{ root?: string, platform?: string, arch?: string, execPath?: string, version?: string }} [machine]
 * @returns {{ path: string, pinned: boolean } | { path: null, sentence: string }}
 */
export function findNode(machine = {}) {
  const {
    root = PROJECT_ROOT,
    platform = process.platform,
    arch = process.arch,
    execPath = process.execPath,
    version = process.versions.node,
  } = machine;

  const pinned = pinnedNode(root, platform, arch);
  if (existsSync(pinned)) return { path: pinned, pinned: true };
  if (reachesFloor(version)) return { path: execPath, pinned: false };
  return { path: null, sentence: sentenceFor(root, platform, arch, version) };
}

/** @param {string} root @param {string} platform @param {string} arch */
export function pinnedNode(root, platform, arch) {
  const os = platform === 'win32' ? 'win' : platform;
  const file = platform === 'win32' ? 'node.exe' : 'node';
  return join(root, 'node_modules', `node-${os}-${arch}`, 'bin', file);
}

/** @param {string} version */
function reachesFloor(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > FLOOR[0] || (major === FLOOR[0] && minor >= FLOOR[1]);
}

/** @param {string} root @param {string} platform @param {string} arch @param {string} version */
function sentenceFor(root, platform, arch, version) {
  const floor = FLOOR.join('.');
  if (bringsNodeFor(root, platform, arch)) {
    return `Throughline needs its own Node, which is not installed: run "npm ci" in ${root} (or use Node ${floor} or newer; this is ${version}).`;
  }
  return `Throughline needs Node ${floor} or newer on this computer, and this is Node ${version}: install a newer one and try again.`;
}

/** @param {string} root @param {string} platform @param {string} arch */
function bringsNodeFor(root, platform, arch) {
  try {
    const { optionalDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return `node-${platform === 'win32' ? 'win' : platform}-${arch}` in optionalDependencies;
  } catch {
    return false;
  }
}
