import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '#electron/core/app.ts';
import { createBackupActions } from '#electron/hosts/backup-actions.ts';
import { createRoute } from '#electron/hosts/route.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { countingIds } from '#tests/test-app.ts';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'plans.db');
});
afterEach(() => folder.remove());

/** The core on a real file with a clock to set, reached as a page reaches it. */
function open(first = '2026-11-23T12:00:00.000Z') {
  const clock = { at: first };
  const app = createApp({
    dbFile: file,
    create: true,
    clock: { today: () => clock.at.slice(0, 10), now: () => clock.at },
    newId: countingIds(first),
    log: () => undefined,
    version: '0',
  });
  const stopped: string[] = [];
  const route = createRoute({
    dispatch: app.dispatch,
    actions: createBackupActions({ app, stopJobs: () => stopped.push('jobs') }),
    log: () => undefined,
  });
  const send = async (name: string, input: object = {}) =>
    JSON.parse(await route(JSON.stringify({ name, input }))) as {
      ok: boolean;
      value: never;
      revision: number;
      history: { undo: { name: string } | null };
      error: { code: string };
    };
  const plans = async () => ((await send('plan.list')).value as { name: string }[]).map(({ name }) => name);
  const copies = () => app.copies.state().copies;
  return { app, clock, send, plans, copies, stopped };
}

const whys = (opened: ReturnType<typeof open>) => opened.copies().map(({ why }) => why);

describe('automatic copies', () => {
  it('are made before the first change of a day, as soon as there is something to lose', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'First' });
    expect(whys(opened)).toEqual([]);
    await opened.send('plan.list');
    await opened.send('plan.add', { name: 'Second' });
    await opened.send('plan.add', { name: 'Third' });
    expect(whys(opened)).toEqual(['daily']);
    expect(opened.app.copies.preview(opened.copies()[0]?.id ?? '').plans).toMatchObject([{ name: 'First' }]);

    opened.clock.at = '2026-11-24T00:01:00.000Z';
    await opened.send('plan.list');
    expect(whys(opened)).toEqual(['daily']);
    await opened.send('plan.add', { name: 'Fourth' });
    expect(whys(opened)).toEqual(['daily', 'daily']);
    opened.app.close();

    const again = open('2026-11-24T09:00:00.000Z');
    await again.send('plan.add', { name: 'Fifth' });
    expect(whys(again)).toEqual(['daily', 'daily']);
    again.app.close();
  });

  it('are made before an import that is accepted', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'First' });
    const text = readFileSync('tests/fixtures/worked-example.throughline.json', 'utf8');
    await opened.send('plan.import', { text: 'not a plan' });
    await opened.send('plan.import', { text: 'not a plan either' });
    expect(whys(opened)).toEqual([]);
    await opened.send('plan.import', { text });
    expect(whys(opened)).toEqual(['before-import']);
    await opened.send('backup.create');
    await opened.send('plan.import', { text });
    expect(whys(opened)).toEqual(['before-import', 'by-hand', 'before-import']);
    opened.app.close();
  });

  it('go on over clocks that jump, in the order in which they were made', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'Plan' });
    for (const at of ['2090-01-01', '1999-06-01', '2026-11-25', '2026-11-26']) {
      opened.clock.at = `${at}T08:00:00.000Z`;
      await opened.send('plan.add', { name: at });
    }
    expect(opened.copies().map(({ at }) => at?.slice(0, 10))).toEqual([
      '2026-11-26',
      '2026-11-25',
      '1999-06-01',
      '2090-01-01',
    ]);
    opened.app.close();
  });

  it('that cannot be made are a notice, and the change is made', async () => {
    writeFileSync(`${file}.backups`, 'a file where the folder should be');
    const opened = open();
    await opened.send('plan.add', { name: 'First' });
    expect((await opened.send('plan.add', { name: 'Second' })).ok).toBe(true);
    expect((await opened.send('plan.add', { name: 'Third' })).ok).toBe(true);
    const { value } = await opened.send('app.read');
    expect(value).toMatchObject({ notices: [{ code: 'backup-not-made', file }] });
    opened.app.close();
  });
});

describe('restoring while the database is open', () => {
  it('puts the copy in place, and what was there can be restored in turn', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'Kept' });
    const copy = (await opened.send('backup.create')).value as { id: string };
    opened.clock.at = '2026-11-23T12:05:00.000Z';
    await opened.send('plan.add', { name: 'Lost' });
    const { revision } = await opened.send('plan.list');

    expect((await opened.send('backup.preview', { id: copy.id })).value).toEqual({
      plans: [{ id: expect.any(String) as string, name: 'Kept', items: 0 }],
      lastChange: '2026-11-23T12:00:00.000Z',
      lostPlans: ['Lost'],
      lostChanges: 1,
    });
    const restored = await opened.send('backup.restore', { id: copy.id });
    expect(restored.ok).toBe(true);
    expect(opened.stopped).toEqual(['jobs']);
    expect(await opened.plans()).toEqual(['Kept']);
    const after = await opened.send('plan.list');
    expect(after.revision).toBeGreaterThan(revision);
    expect(after.history.undo).toMatchObject({ name: 'plan.add' });
    expect(await opened.send('database.check')).toMatchObject({ value: { ok: true, problems: [] } });

    const { replaced } = restored.value as { replaced: string };
    expect(opened.copies()[0]).toMatchObject({ id: replaced, why: 'replaced', checked: false });
    expect((await opened.send('backup.restore', { id: replaced })).ok).toBe(true);
    expect(await opened.plans()).toEqual(['Kept', 'Lost']);
    await opened.send('history.undo');
    expect(await opened.plans()).toEqual(['Kept']);
    opened.app.close();

    const again = open();
    expect(await again.plans()).toEqual(['Kept']);
    expect(again.app.notices).toEqual([]);
    again.app.close();
  });

  it('refuses a damaged copy, and the database stays open as it was', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'Kept' });
    const { id } = (await opened.send('backup.create')).value as { id: string };
    await opened.send('plan.add', { name: 'Newer' });
    const path = opened.app.copies.fileOf(id);
    const bytes = readFileSync(path);
    // Behind the schema's page, where only a full check looks.
    bytes.fill(0xff, 8_192, 12_288);
    writeFileSync(path, bytes);
    const { revision } = await opened.send('plan.list');

    expect(await opened.send('backup.restore', { id })).toMatchObject({
      ok: false,
      error: { code: 'restore-unusable' },
    });
    expect(await opened.plans()).toEqual(['Kept', 'Newer']);
    expect((await opened.send('plan.list')).revision).toBe(revision);
    expect((await opened.send('plan.add', { name: 'After' })).ok).toBe(true);
    expect(readdirSync(folder.path).filter((name) => name.includes('restore-'))).toEqual([]);
    opened.app.close();
  });

  it('puts everything back where the copy cannot be opened after all', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'Kept' });
    const { id } = (await opened.send('backup.create')).value as { id: string };
    await opened.send('plan.add', { name: 'Newer' });
    // A whole file, but one that may not be written once it has the name.
    chmodSync(opened.app.copies.fileOf(id), 0o444);
    expect(await opened.send('backup.restore', { id })).toMatchObject({
      ok: false,
      error: { code: 'database-read-only' },
    });
    expect(await opened.plans()).toEqual(['Kept', 'Newer']);
    expect(whys(opened)).not.toContain('replaced');
    expect((await opened.send('plan.add', { name: 'After' })).ok).toBe(true);
    opened.app.close();
    const again = open();
    expect(await again.plans()).toEqual(['Kept', 'Newer', 'After']);
    again.app.close();
  });

  it('refuses what is not in the folder, by whatever name', async () => {
    const opened = open();
    await opened.send('plan.add', { name: 'Kept' });
    for (const id of ['nothing', '../plans.db', file])
      for (const name of ['backup.restore', 'backup.preview'])
        expect(await opened.send(name, { id })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(await opened.plans()).toEqual(['Kept']);
    opened.app.close();
  });

  it('says where the data is, and leaves nothing of a restore that was cut off', async () => {
    const leftover = `${file}.restore-4711`;
    writeFileSync(leftover, 'half a copy');
    const opened = open();
    expect(existsSync(leftover)).toBe(false);
    expect((await opened.send('data.read')).value).toMatchObject({
      file,
      folder: `${file}.backups`,
      copies: [],
      canShow: false,
    });
    expect(await opened.send('data.show')).toMatchObject({ ok: false });
    opened.app.close();
    rmSync(file);
  });
});
