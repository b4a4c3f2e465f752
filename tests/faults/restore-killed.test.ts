import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startServer } from '#tests/e2e/running-app.ts';
import { seededRandom } from '#tests/journal/random-command.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp } from '#tests/test-app.ts';

const KILLS = 20;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

async function call(url: string, name: string, input: object): Promise<{ ok: boolean }> {
  const { origin, hash } = new URL(url);
  const response = await fetch(`${origin}/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hash.slice('#t='.length)}` },
    body: JSON.stringify({ name, input }),
  });
  return (await response.json()) as { ok: boolean };
}

it(
  `a restore that is killed, ${KILLS} times, leaves the one state or the other, whole`,
  { timeout: 300_000 },
  async () => {
    const file = join(folder.path, 'plans.db');
    const app = openTestApp(file);
    app.ask('plan.add', { name: 'In both' });
    const copy = app.app.copies.create('by-hand');
    app.ask('plan.add', { name: 'Only now' });
    app.close();
    const now = join(folder.path, 'now');
    copyFileSync(file, now);

    const random = seededRandom(11);
    const seen = new Set<string>();
    for (let kill = 0; kill < KILLS; kill += 1) {
      copyFileSync(now, file);
      const server = await startServer(file);
      const restoring = call(server.url, 'backup.restore', { id: copy.id }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, random() * 40));
      await server.kill();
      const acknowledged = (await restoring)?.ok === true;

      const after = openTestApp(file);
      const names = after.ask('plan.list', {}).map(({ name }) => name);
      expect(after.ask('database.check', {})).toEqual({ ok: true, problems: [] });
      expect([['In both'], ['In both', 'Only now']]).toContainEqual(names);
      if (acknowledged) expect(names).toEqual(['In both']);
      seen.add(names.join());
      after.close();
    }
    // Otherwise no kill came in between, and nothing was shown.
    expect(seen.size).toBe(2);
  },
);
