import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Journal, type JournalLimits } from '#electron/db/journal.ts';
import { openDatabase, type OpenDatabase } from '#electron/db/open.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const AT = '2026-11-23T12:00:00.000Z';
const ROOM: JournalLimits = { steps: 1_000, size: 1_000_000 };
let folder: ReturnType<typeof temporaryFolder>;
let opened: OpenDatabase;

beforeEach(() => {
  folder = temporaryFolder();
  opened = openDatabase({
    file: join(folder.path, 'plans.db'),
    create: true,
    migrations: MIGRATIONS,
    at: AT,
  });
});
afterEach(() => {
  opened.close();
  folder.remove();
});

const journalWith = (limits: Partial<JournalLimits>) => new Journal(opened.db, { ...ROOM, ...limits });
const step = (name: string) => () => ({ name, planId: null, subject: null, at: AT });
const insert = (id: string, notes = '') =>
  opened.db.prepare('INSERT INTO plan(id, name, position, notes) VALUES (?, ?, 1, ?)').run(id, id, notes);

/** Adds a plan as one step that is named like it. */
const add = (journal: Journal, id: string, notes?: string) =>
  opened.db.transaction(() => journal.record(step(id), () => insert(id, notes)))();
const undo = (journal: Journal) => opened.db.transaction(() => journal.undo())();
const kept = (journal: Journal) => journal.entries(null).map(({ name }) => name);
const sizeOfImages = () =>
  opened.db.prepare('SELECT SUM(LENGTH(images)) FROM journal').pluck().get() as number;

it('keeps so many steps, the newest ones', () => {
  const journal = journalWith({ steps: 3 });
  for (const id of ['a', 'b', 'c', 'd', 'e']) add(journal, id);
  expect(kept(journal)).toEqual(['c', 'd', 'e']);
  for (const id of ['e', 'd', 'c']) expect(undo(journal)?.entry.name).toBe(id);
  expect(undo(journal)).toBeNull();
  expect(opened.db.prepare('SELECT id FROM plan ORDER BY id').pluck().all()).toEqual(['a', 'b']);
});

it('keeps no more than its size, also when it had been closed in between', () => {
  for (let n = 0; n < 20; n += 1) {
    // A journal that was just opened does not know its size yet.
    const journal = journalWith({ size: 5_000 });
    add(journal, `one-${n}`, 'x'.repeat(700));
    add(journal, `two-${n}`, 'x'.repeat(300));
    expect(sizeOfImages()).toBeLessThanOrEqual(5_000);
    for (const name of opened.db
      .prepare("SELECT name FROM temp.sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all() as string[])
      opened.db.exec(`DROP TRIGGER temp."${name}"`);
  }
  expect(kept(journalWith({})).length).toBeGreaterThan(5);
});

it('keeps the newest step, however large, and nothing beside it', () => {
  const journal = journalWith({ size: 2_000 });
  add(journal, 'small');
  add(journal, 'large', 'x'.repeat(5_000));
  expect(kept(journal)).toEqual(['large']);
  add(journal, 'small again');
  expect(kept(journal)).toEqual(['small again']);
});

it('counts neither undone steps that are forgotten nor what was rolled back', () => {
  const journal = journalWith({ size: 4_000 });
  add(journal, 'a', 'x'.repeat(1_500));
  for (let n = 0; n < 10; n += 1) {
    add(journal, `undone-${n}`, 'x'.repeat(1_500));
    undo(journal);
  }
  expect(() =>
    opened.db.transaction(() => {
      journal.record(step('failed'), () => insert('failed', 'x'.repeat(1_500)));
      throw new Error('the disk is full');
    })(),
  ).toThrow('the disk is full');
  journal.rolledBack();
  expect(journal.nextUndo()?.name).toBe('a');
  add(journal, 'b', 'x'.repeat(1_500));
  expect(kept(journal)).toEqual(['a', 'b']);
  expect(journal.nextRedo()).toBeNull();
});

it('brings back numbers to the last bit and texts to the last sign', () => {
  const journal = journalWith({});
  const notes = 'Peña, ł, 中, →, "quoted", \\, \u2028, 🎓';
  const program = (id: string, credits: number) => {
    opened.db
      .prepare("INSERT INTO item(id, plan_id, kind, title, position) VALUES (?, 'p', 'program', 'P', 1)")
      .run(id);
    opened.db
      .prepare("INSERT INTO program(id, level, system, credits_required) VALUES (?, 'master', 'semester', ?)")
      .run(id, credits);
  };
  const credits = [1 / 3, 0.1 + 0.2, 5e-324, Number.MAX_VALUE, 3, 1e21];
  insert('p', notes);
  credits.forEach((value, n) => program(`i${n}`, value));
  const read = () => [
    opened.db.prepare('SELECT notes FROM plan').pluck().get(),
    ...opened.db.prepare('SELECT credits_required FROM program ORDER BY id').pluck().all(),
  ];
  opened.db.transaction(() => journal.record(step('delete'), () => opened.db.exec('DELETE FROM plan')))();
  expect(read()).toEqual([undefined]);
  undo(journal);
  expect(read()).toEqual([notes, ...credits]);
});
