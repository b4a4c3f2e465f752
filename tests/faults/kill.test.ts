import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '#shared/contract/define.ts';
import { startServer } from '#tests/e2e/running-app.ts';
import { seededRandom } from '#tests/journal/random-command.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { openTestApp } from '#tests/test-app.ts';

const KILLS = 25;
/** Every so many times the server has worked for longer than the core takes to begin its log. */
const LONG_EVERY = 5;
const LONG_MS = 1_300;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Sends one command after the other until the server is gone; answers the names it acknowledged. */
async function addUntilGone(url: string, prefix: string): Promise<string[]> {
  const { origin, hash } = new URL(url);
  const acknowledged: string[] = [];
  for (let n = 0; ; n += 1) {
    const name = `${prefix}-${n}`;
    try {
      const response = await fetch(`${origin}/api`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${hash.slice('#t='.length)}` },
        body: JSON.stringify({ name: 'plan.add', input: { name } }),
      });
      const reply = (await response.json()) as Reply;
      if (!reply.ok) throw new Error(JSON.stringify(reply.error));
      acknowledged.push(name);
    } catch (error) {
      // A refusal is a failure of this test; a connection that ends is what it waits for.
      if (error instanceof Error && error.message.startsWith('{')) throw error;
      return acknowledged;
    }
  }
}

describe('kill -9', () => {
  it(
    `${KILLS} times while commands run loses nothing that was acknowledged`,
    { timeout: 300_000 },
    async () => {
      const file = join(folder.path, 'plans.db');
      const random = seededRandom(7);
      const acknowledged: string[] = [];
      let logs = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const server = await startServer(file);
        const adding = addUntilGone(server.url, `run${kill}`);
        const atLeast = kill % LONG_EVERY === 0 ? LONG_MS : 20;
        await new Promise((resolve) => setTimeout(resolve, atLeast + random() * 150));
        await server.kill();
        if (existsSync(`${file}-wal`)) logs += 1;
        acknowledged.push(...(await adding));

        const app = openTestApp(file);
        const names = new Set(app.ask('plan.list', {}).map(({ name }) => name));
        expect(
          acknowledged.filter((name) => !names.has(name)),
          `after kill ${kill + 1}`,
        ).toEqual([]);
        expect(app.ask('database.check', {})).toEqual({ ok: true, problems: [] });
        app.close();
      }
      expect(acknowledged.length).toBeGreaterThan(KILLS);
      expect(logs).toBeGreaterThan(0);
      expect(logs).toBeLessThan(KILLS);
    },
  );
});
