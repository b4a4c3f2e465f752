import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal, type Step } from '#electron/db/journal.ts';
import { openDatabase, type OpenDatabase } from '#electron/db/open.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';
import { join } from 'node:path';

const AT = '2026-11-23T12:00:00.000Z';
let folder: ReturnType<typeof temporaryFolder>;
let opened: OpenDatabase;
let journal: Journal;

beforeEach(() => {
  folder = temporaryFolder();
  opened = openDatabase({
    file: join(folder.path, 'plans.db'),
    create: true,
    migrations: MIGRATIONS,
    at: AT,
  });
  journal = new Journal(opened.db);
});
afterEach(() => {
  opened.close();
  folder.remove();
});

const step = (): Step => ({ name: 'test', planId: null, subject: null, at: AT });
const add = (id: string) =>
  opened.db.prepare('INSERT INTO plan(id, name, position) VALUES (?, ?, 1)').run(id, id);
const record = (change: () => void) => opened.db.transaction(() => journal.record(step, change))();
const plans = () => opened.db.prepare('SELECT id FROM plan ORDER BY id').pluck().all();

it('rows inserted after a whole new plan, in the same command or a later one, are imaged again', () => {
  record(() => {
    journal.createPlan('whole', () => add('whole'));
    add('beside');
  });
  record(() => add('later'));
  expect(plans()).toEqual(['beside', 'later', 'whole']);
  opened.db.transaction(() => journal.undo())();
  expect(plans()).toEqual(['beside', 'whole']);
  opened.db.transaction(() => journal.undo())();
  expect(plans()).toEqual([]);
  opened.db.transaction(() => journal.redo())();
  expect(plans()).toEqual(['beside', 'whole']);
});

it('a whole new plan that fails leaves the journal as it was', () => {
  expect(() =>
    record(() =>
      journal.createPlan('whole', () => {
        add('whole');
        throw new Error('the disk is full');
      }),
    ),
  ).toThrow('the disk is full');
  expect(plans()).toEqual([]);
  record(() => add('later'));
  opened.db.transaction(() => journal.undo())();
  expect(plans()).toEqual([]);
});
