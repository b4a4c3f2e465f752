import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupFolderOf, backupTo, listBackups } from '#electron/db/backup.ts';
import { restoreFrom } from '#electron/db/restore.ts';
import { StorageError, type StorageFailure } from '#electron/db/failure.ts';
import { publishNewFile } from '#electron/db/durable-files.ts';
import { openDatabase, type OpenDatabase } from '#electron/db/open.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { sealFileOf } from '#electron/db/seal.ts';
import { asksForRecovery } from '#electron/db/side-files.ts';
import { APPLICATION_ID } from '#electron/db/settings.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const AT = '2026-11-23T12:00:00.000Z';
let folder: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'plans.db');
});
afterEach(() => folder.remove());

const open = (create = true, migrations = MIGRATIONS) => openDatabase({ file, create, migrations, at: AT });

function failureOfOpening(create = true): StorageFailure {
  try {
    open(create).close();
  } catch (error) {
    if (error instanceof StorageError) return error.failure;
    throw error;
  }
  throw new Error('It opened');
}

/** Every file of the folder with its bytes and time of change. */
const snapshot = () =>
  readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path).toString('base64'), statSync(path).mtimeMs];
    });

function addPlan(db: BetterSqlite3.Database, id: string): void {
  db.prepare('INSERT INTO plan(id, name, position) VALUES (?, ?, 1)').run(id, id);
}

describe('a new database', () => {
  it('is created whole, marked as ours, and sealed when it is closed', () => {
    const opened = open();
    expect(opened.db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(opened.db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(existsSync(sealFileOf(file))).toBe(false);
    opened.close();
    expect(readdirSync(folder.path).sort()).toEqual(['plans.db', 'plans.db.seal']);
  });

  it('has the storage settings that keep acknowledged changes through a power cut', () => {
    const opened = open();
    addPlan(opened.db, 'a');
    const read = (name: string) => opened.db.pragma(name, { simple: true });
    expect(
      [
        'locking_mode',
        'journal_mode',
        'synchronous',
        'foreign_keys',
        'recursive_triggers',
        'trusted_schema',
      ].map(read),
    ).toEqual(['exclusive', 'persist', 2, 1, 1, 0]);
    opened.db.pragma('synchronous = NORMAL');
    expect(() => opened.committed()).toThrow(StorageError);
    opened.close();
  });

  it('is not created when nobody asked for it', () => {
    expect(failureOfOpening(false)).toEqual({ code: 'database-missing', file });
    expect(readdirSync(folder.path)).toEqual([]);
  });
});

describe('a file that must not be opened is left as it is', () => {
  const refuses = (code: StorageFailure['code']) => {
    const before = snapshot();
    expect(failureOfOpening().code).toBe(code);
    expect(snapshot()).toEqual(before);
  };

  it('an empty file, which SQLite would take for a new database', () => {
    writeFileSync(file, '');
    refuses('database-empty');
  });

  it('a file that is no database', () => {
    writeFileSync(file, 'Dear diary, '.repeat(50));
    refuses('database-foreign');
  });

  it('a database of another program', () => {
    const other = new BetterSqlite3(file);
    other.exec('CREATE TABLE t(x)');
    other.close();
    refuses('database-foreign');
  });

  it('a database of a newer version', () => {
    open().close();
    const raw = new BetterSqlite3(file);
    raw.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    raw.close();
    refuses('database-newer');
  });

  it('a database marked read-only', () => {
    open().close();
    chmodSync(file, 0o444);
    refuses('database-read-only');
  });

  it('a damaged database', () => {
    const opened = open();
    for (let n = 0; n < 300; n += 1) addPlan(opened.db, `plan-${n}-${'x'.repeat(100)}`);
    opened.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 3, 4096 * 5);
    writeFileSync(file, bytes);
    refuses('database-corrupt');
  });

  it('half a database', () => {
    open().close();
    truncateSync(file, 4096 * 2);
    refuses('database-corrupt');
  });
});

describe('a program that was stopped', () => {
  /** Its files as a power cut at this moment would leave them, under the name that is opened next. */
  function cutPower(from: string): void {
    for (const ending of ['', '-journal']) copyFileSync(from + ending, file + ending);
  }

  function openElsewhere() {
    const name = join(folder.path, 'before.db');
    const opened = openDatabase({ file: name, create: true, migrations: MIGRATIONS, at: AT });
    addPlan(opened.db, 'kept');
    return opened;
  }

  function stopWithinChange(running: OpenDatabase): void {
    // With room for so few pages the change reaches the file before it is complete.
    running.db.pragma('cache_size = 5');
    running.db.exec('BEGIN');
    for (let n = 0; n < 500; n += 1) addPlan(running.db, `half-${n}-${'x'.repeat(200)}`);
    cutPower(running.file);
    running.db.exec('ROLLBACK');
    running.close();
  }

  it('between two changes leaves a finished journal, of which nothing is to be recovered', () => {
    const running = openElsewhere();
    cutPower(running.file);
    running.close();
    expect(statSync(`${file}-journal`).size).toBeGreaterThan(0);
    expect(asksForRecovery(file, '-journal')).toBe(false);
    const opened = open(false);
    expect(opened.notices).toEqual([]);
    expect(opened.db.prepare('SELECT id FROM plan').pluck().all()).toEqual(['kept']);
    opened.close();
    expect(existsSync(`${file}-journal`)).toBe(false);
    expect(existsSync(`${file}.backups`)).toBe(false);
  });

  it('within a change leaves one by which the change is taken back, with a word about it', () => {
    const running = openElsewhere();
    stopWithinChange(running);
    expect(asksForRecovery(file, '-journal')).toBe(true);
    const opened = open(false);
    expect(opened.notices).toEqual([{ code: 'recovered', file }]);
    expect(opened.db.prepare('SELECT id FROM plan').pluck().all()).toEqual(['kept']);
    opened.close();
    expect(readdirSync(backupFolderOf(file))).toEqual([]);
    const again = open(false);
    expect(again.notices).toEqual([]);
    again.close();
  });

  it('keeps the files as they were found when the database does not pass its check after that', () => {
    const running = openElsewhere();
    running.db.transaction(() => {
      for (let n = 0; n < 300; n += 1) addPlan(running.db, `plan-${n}-${'x'.repeat(100)}`);
    })();
    stopWithinChange(running);
    writeFileSync(file, readFileSync(file).fill(0xff, 4096 * 3, 4096 * 5));
    const found = ['', '-journal'].map((ending) => readFileSync(file + ending));
    expect(failureOfOpening(false).code).toBe('database-corrupt');
    const [kept = ''] = readdirSync(backupFolderOf(file));
    const copies = ['plans.db', 'plans.db-journal'].map((name) => join(backupFolderOf(file), kept, name));
    expect(copies.map((copy) => readFileSync(copy).equals(found[copies.indexOf(copy)]!))).toEqual([
      true,
      true,
    ]);
  });

  it('does not leave the room of a large change behind', () => {
    const opened = open();
    opened.db.transaction(() => {
      for (let n = 0; n < 3_000; n += 1) addPlan(opened.db, `plan-${n}-${'x'.repeat(1_000)}`);
    })();
    opened.db.exec("UPDATE plan SET notes = 'all of them'");
    addPlan(opened.db, 'one more');
    expect(statSync(`${file}-journal`).size).toBeLessThanOrEqual(1024 * 1024);
    opened.close();
  });
});

describe('one program at a time', () => {
  it('refuses a second opening and lets the first go on', () => {
    const first = open();
    expect(failureOfOpening()).toEqual({ code: 'database-locked', file });
    addPlan(first.db, 'a');
    first.close();
    const second = open();
    expect(second.db.prepare('SELECT id FROM plan').pluck().all()).toEqual(['a']);
    second.close();
  });

  it('notices that the file was moved away or replaced', () => {
    const opened = open();
    opened.assertSameFile();
    renameSync(file, `${file}.moved`);
    expect(() => opened.assertSameFile()).toThrow(StorageError);
    copyFileSync(`${file}.moved`, file);
    expect(() => opened.assertSameFile()).toThrow(StorageError);
    opened.db.close();
  });
});

describe('the seal', () => {
  it('tells that another program changed the closed file', () => {
    open().close();
    const raw = new BetterSqlite3(file);
    addPlan(raw, 'sneaked in');
    raw.close();
    const opened = open();
    expect(opened.notices).toEqual([{ code: 'changed-outside', file }]);
    opened.close();
    const again = open();
    expect(again.notices).toEqual([]);
    again.close();
  });

  it('sees one flipped bit that SQLite does not', () => {
    const opened = open();
    addPlan(opened.db, 'abcdefgh');
    opened.close();
    const bytes = readFileSync(file);
    const at = bytes.indexOf('abcdefgh');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    let noticed: boolean;
    try {
      const damaged = open();
      noticed = damaged.notices.some(({ code }) => code === 'changed-outside');
      damaged.close();
    } catch (error) {
      noticed = error instanceof StorageError;
    }
    expect(noticed).toBe(true);
  });

  it('a missing seal, as after a crash, asks for nothing', () => {
    open().close();
    rmSync(sealFileOf(file));
    const opened = open();
    expect(opened.notices).toEqual([]);
    opened.close();
  });
});

describe('migration', () => {
  const next = [
    ...MIGRATIONS,
    {
      number: MIGRATIONS.length + 1,
      name: 'next.sql',
      sql: "ALTER TABLE plan ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'",
    },
  ];

  it('backs the file up first and says so', () => {
    const opened = open();
    addPlan(opened.db, 'a');
    opened.close();
    const migrated = open(true, next);
    expect(migrated.notices).toEqual([{ code: 'migrated', file, backup: listBackups(file)[0]?.file }]);
    expect(migrated.db.prepare('SELECT mood FROM plan').pluck().get()).toBe('calm');
    migrated.close();
    const backup = new BetterSqlite3(listBackups(file)[0]?.file ?? '', { readonly: true });
    expect(backup.prepare('SELECT id FROM plan').pluck().all()).toEqual(['a']);
    expect(backup.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    backup.close();
  });

  it('that fails leaves the old database usable', () => {
    open().close();
    const broken = [
      ...MIGRATIONS,
      {
        number: MIGRATIONS.length + 1,
        name: 'broken.sql',
        sql: 'ALTER TABLE plan ADD COLUMN a TEXT; SELECT nonsense',
      },
    ];
    expect(() => open(true, broken)).toThrow();
    const opened = open();
    expect(opened.db.pragma('table_info(plan)')).not.toContainEqual(expect.objectContaining({ name: 'a' }));
    opened.close();
  });

  it('that rebuilds a parent table keeps its children', () => {
    const opened = open();
    addPlan(opened.db, 'a');
    opened.db.exec(
      "INSERT INTO item(id, plan_id, kind, title, position) VALUES ('m', 'a', 'milestone', 'M', 1)",
    );
    opened.close();
    const sql = `CREATE TABLE plan_new AS SELECT * FROM plan; DROP TABLE plan;
      CREATE TABLE plan(id TEXT PRIMARY KEY, name TEXT, goal_id TEXT, target TEXT, jurisdiction TEXT, facility TEXT, template TEXT,
        catalog_version TEXT, notes TEXT, position INTEGER);
      INSERT INTO plan SELECT * FROM plan_new; DROP TABLE plan_new;`;
    const migrated = open(true, [...MIGRATIONS, { number: MIGRATIONS.length + 1, name: 'rebuild.sql', sql }]);
    expect(migrated.db.prepare('SELECT id FROM item').pluck().all()).toEqual(['m']);
    migrated.close();
  });
});

describe('backup and restore', () => {
  it('a backup is a whole database of its own, and never takes the place of a file', () => {
    const opened = open();
    addPlan(opened.db, 'a');
    const target = join(folder.path, 'copy.throughline-backup');
    backupTo(opened.db, target);
    expect(() => backupTo(opened.db, target)).toThrow(StorageError);
    opened.close();
    expect(readdirSync(folder.path).sort()).toEqual(['copy.throughline-backup', 'plans.db', 'plans.db.seal']);
    const copy = new BetterSqlite3(target, { readonly: true });
    expect(copy.prepare('SELECT id FROM plan').pluck().all()).toEqual(['a']);
    copy.close();
  });

  it('restores the copy and keeps what was there, so that the restore can be undone', () => {
    const target = join(folder.path, 'copy.db');
    let opened = open();
    addPlan(opened.db, 'a');
    backupTo(opened.db, target);
    addPlan(opened.db, 'b');
    opened.close();
    const replaced = restoreFrom(target, file, MIGRATIONS.length, AT);
    opened = open();
    expect(opened.db.prepare('SELECT id FROM plan').pluck().all()).toEqual(['a']);
    opened.close();
    restoreFrom(replaced ?? '', file, MIGRATIONS.length, AT);
    opened = open();
    expect(opened.db.prepare('SELECT id FROM plan ORDER BY id').pluck().all()).toEqual(['a', 'b']);
    opened.close();
  });

  it('refuses a damaged copy and changes nothing', () => {
    const opened = open();
    for (let n = 0; n < 300; n += 1) addPlan(opened.db, `plan-${n}-${'x'.repeat(100)}`);
    const target = join(folder.path, 'copy.db');
    backupTo(opened.db, target);
    opened.close();
    const bytes = readFileSync(target);
    bytes.fill(0xff, 4096 * 3, 4096 * 5);
    writeFileSync(target, bytes);
    const before = snapshot();
    expect(() => restoreFrom(target, file, MIGRATIONS.length, AT)).toThrow(StorageError);
    expect(snapshot()).toEqual(before);
  });

  it('refuses to restore under a program that has the database open', () => {
    const target = join(folder.path, 'copy.db');
    const opened = open();
    backupTo(opened.db, target);
    expect(() => restoreFrom(target, file, MIGRATIONS.length, AT)).toThrow(
      expect.objectContaining({ failure: { code: 'database-locked', file } }),
    );
    addPlan(opened.db, 'still here');
    opened.assertSameFile();
    opened.close();
  });
});

describe('a database made by two at once', () => {
  it('is the one that got the name first; the other goes away', () => {
    const part = join(folder.path, 'plans.db.new-1');
    writeFileSync(file, 'first');
    writeFileSync(part, 'second');
    expect(publishNewFile(part, file)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('first');
    expect(existsSync(part)).toBe(false);
  });

  it('is known as made only to the open that made it', () => {
    const first = open();
    first.close();
    const second = open();
    second.close();
    expect([first.created, second.created]).toEqual([true, false]);
  });
});

it('closes without a seal when none can be written', () => {
  const database = open();
  mkdirSync(`${sealFileOf(file)}.part`);
  expect(() => database.close()).not.toThrow();
  expect(existsSync(sealFileOf(file))).toBe(false);
  open(false).close();
});
