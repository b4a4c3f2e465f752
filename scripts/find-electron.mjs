// Is the desktop runtime there? The electron package arrives without it and fetches it when it is first needed, so its
// absence is ordinary. Importing the package to ask would start that download.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from './find-node.mjs';

/**
 * The runtime's executable, or null.
 *
 * @param {{ root?: string, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string | null}
 */
export function findElectron({ root = PROJECT_ROOT, env = process.env } = {}) {
  const given = env.ELECTRON_EXEC_PATH;
  if (given) return existsSync(given) ? given : null;
  const folder = join(root, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(
    env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'),
    readFileSync(pathFile, 'utf8').trim(),
  );
  return existsSync(executable) ? executable : null;
}

/**
 * Why a window cannot be shown here although the runtime may be there, or null.
 *
 * @param {{ platform?: string, env?: NodeJS.ProcessEnv }} [machine]
 * @returns {string | null}
 */
export function whyNoWindow({ platform = process.platform, env = process.env } = {}) {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return null;
  return 'this session has no display';
}
