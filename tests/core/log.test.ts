import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createApp } from '#electron/core/app.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

it('the log has names, times and outcomes, but nothing that a person wrote', () => {
  const folder = temporaryFolder();
  const lines: string[] = [];
  const app = createApp({
    dbFile: join(folder.path, 'plans.db'),
    create: true,
    clock: { today: () => '2026-11-23', now: () => '2026-11-23T12:00:00.000Z' },
    // Ids that repeat make the second insertion fail in a way nobody foresaw.
    newId: () => 'the-same-id',
    log: (line) => lines.push(JSON.stringify(line)),
    version: '0',
  });
  for (const name of ['Secret plan', 'Other secret'])
    app.dispatch(JSON.stringify({ name: 'plan.add', input: { name } }));
  app.dispatch('{"name":"plan.add","input":{"name":""}}');
  app.close();
  folder.remove();
  expect(lines.map((line) => (JSON.parse(line) as { outcome?: string }).outcome)).toEqual([
    'ok',
    undefined,
    'internal',
    'bad-request',
  ]);
  expect(lines.join()).not.toMatch(/secret/i);
});
