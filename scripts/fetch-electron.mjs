// Fetches the desktop runtime, with a limit on every step: a network that swallows packets must not hang `npm start`.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './find-node.mjs';

const PROBE_MS = 5_000;
const DOWNLOAD_MS = 5 * 60_000;

/**
 * Null once the runtime is installed, otherwise the reason why it is not, to be read after "because".
 *
 * @returns {Promise<string | null>}
 */
export async function fetchElectron() {
  const unreachable = await probe(releaseUrl());
  if (unreachable) return unreachable;
  console.error('Downloading the desktop runtime, once (about 120 MB) …');
  return install();
}

/** @param {string} url */
async function probe(url) {
  try {
    const { status } = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return status < 400 ? null : `its download server answers ${status}`;
  } catch {
    return 'its download server cannot be reached from here';
  }
}

/** Where the package's own installer will look; only used to see whether anyone answers. */
function releaseUrl() {
  const { version } = JSON.parse(
    readFileSync(join(PROJECT_ROOT, 'node_modules/electron/package.json'), 'utf8'),
  );
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  return `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** @returns {Promise<string | null>} */
function install() {
  return new Promise((resolve) => {
    const script = join(PROJECT_ROOT, 'node_modules/electron/install.js');
    // Its progress belongs to the reader, but not to our stdout.
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 2, 2] });
    const limit = setTimeout(() => child.kill('SIGKILL'), DOWNLOAD_MS);
    const answer = (/** @type {string | null} */ why) => {
      clearTimeout(limit);
      resolve(why);
    };
    child.once('error', (error) => answer(`its installer does not start (${error.message})`));
    child.once('exit', (code, signal) => {
      if (code === 0) answer(null);
      else
        answer(signal === 'SIGKILL' ? 'its download took longer than five minutes' : 'its download failed');
    });
  });
}
