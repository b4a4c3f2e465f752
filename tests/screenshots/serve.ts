import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '#scripts/find-node.mjs';

/** The built `serve` on a day of our choice; `stop` ends it and waits until the database is closed. */
export async function serve(dbFile: string, today: string): Promise<{ url: string; stop(): Promise<void> }> {
  const cli = join(PROJECT_ROOT, 'out/main/cli.js');
  const child = spawn(process.execPath, [cli, 'serve', '--db', dbFile, '--today', today, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/#t=\S+/.exec(line)?.[0];
    if (url !== undefined) return { url, stop };
  }
  throw new Error('The built application printed no address.');
}
