import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * The database that the window and the command line share: `THROUGHLINE_DB` when it is set, else
 * `throughline.db` in the user's data folder. The folder of the default file is created.
 */
export function defaultDatabaseFile(env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (env['THROUGHLINE_DB']) return env['THROUGHLINE_DB'];
  const file = join(dataFolder(env), 'throughline', 'throughline.db');
  mkdirSync(dirname(file), { recursive: true });
  return file;
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  const home = homedir();
  if (process.platform === 'win32') return env['APPDATA'] ?? join(home, 'AppData', 'Roaming');
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support');
  return env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
}
