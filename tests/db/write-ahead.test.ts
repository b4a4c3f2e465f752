import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupFolderOf } from '#electron/db/backup.ts';
import { isOnThisMachine } from '#electron/db/local-disk.ts';
import { openDatabase, type OpenDatabase } from '#electron/db/open.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { sealFileOf } from '#electron/db/seal.ts';
import { temporaryFolder } from '#tests/temporary-folder.ts';

const AT = '2026-11-23T12:00:00.000Z';
let folder: ReturnType<typeof temporaryFolder>;
let file: string;

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'plans.db');
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  folder.remove();
});

const open = (name = file) => openDatabase({ file: name, create: true, migrations: MIGRATIONS, at: AT });
const read = (opened: OpenDatabase, name: string) => opened.db.pragma(name, { simple: true });
const plansIn = (db: BetterSqlite3.Database) => db.prepare('SELECT id FROM plan ORDER BY id').pluck().all();

function add(opened: OpenDatabase, id: string): void {
  opened.db.prepare('INSERT INTO plan(id, name, position) VALUES (?, ?, 1)').run(id, id);
  opened.committed();
}
const wait = () => vi.advanceTimersByTime(1_000);

/** A database in which somebody works: its log is in use. */
function openAndWork(name = file): OpenDatabase {
  const opened = open(name);
  add(opened, 'first');
  wait();
  return opened;
}

/** What a copy of nothing but the file holds. */
function copyOfFile(): unknown[] {
  const copy = join(folder.path, 'copy.db');
  copyFileSync(file, copy);
  const db = new BetterSqlite3(copy);
  const plans = plansIn(db);
  db.close();
  return plans;
}

/** The files as a power cut at this moment would leave them. */
function cutPower(from: OpenDatabase, to: string): void {
  for (const ending of ['', '-wal', '-journal'])
    if (existsSync(from.file + ending)) copyFileSync(from.file + ending, to + ending);
}

describe('the log of a database', () => {
  it('is begun a moment after the first change, with full sync, and has no third file', () => {
    const opened = open();
    add(opened, 'first');
    expect(read(opened, 'journal_mode')).toBe('persist');
    wait();
    add(opened, 'second');
    expect([read(opened, 'journal_mode'), read(opened, 'synchronous')]).toEqual(['wal', 2]);
    expect(existsSync(`${file}-shm`)).toBe(false);
    opened.close();
  });

  it('is checked for its settings at its first commit', () => {
    const opened = openAndWork();
    opened.db.pragma('synchronous = NORMAL');
    expect(() => add(opened, 'second')).toThrow('database-unsafe');
    opened.close();
  });

  it('is emptied into the file a moment after a change', () => {
    const opened = openAndWork();
    add(opened, 'second');
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0);
    expect(copyOfFile()).toEqual(['first']);
    wait();
    expect(statSync(`${file}-wal`).size).toBe(0);
    expect(copyOfFile()).toEqual(['first', 'second']);
    opened.close();
  });

  it('is gone when the database is closed, and the file is as any other', () => {
    const opened = openAndWork();
    add(opened, 'second');
    opened.close();
    expect(readdirSync(folder.path).sort()).toEqual(['plans.db', 'plans.db.seal']);
    // Bytes 18 and 19 tell how a file is written: 1 without a log, 2 with one.
    expect([...readFileSync(file).subarray(18, 20)]).toEqual([1, 1]);
    const again = open();
    expect(again.notices).toEqual([]);
    expect(plansIn(again.db)).toEqual(['first', 'second']);
    again.close();
  });

  it('is not begun by somebody who only reads', () => {
    open().close();
    const before = readFileSync(file);
    const opened = open();
    plansIn(opened.db);
    wait();
    expect(read(opened, 'journal_mode')).toBe('persist');
    opened.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('that cannot be left keeps the file unsealed, so that it is recovered and not put aside', () => {
    const opened = openAndWork();
    add(opened, 'second');
    const { db } = opened;
    const pragma = db.pragma.bind(db);
    db.pragma = (source, options) => {
      if (source.startsWith('journal_mode =')) throw new Error('the disk is full');
      return pragma(source, options);
    };
    opened.close();
    expect(existsSync(sealFileOf(file))).toBe(false);
    const again = open();
    expect(plansIn(again.db)).toEqual(['first', 'second']);
    again.close();
  });
});

describe('a power cut', () => {
  it('after a commit that was acknowledged loses nothing', () => {
    const working = openAndWork(join(folder.path, 'before.db'));
    add(working, 'second');
    cutPower(working, file);
    working.close();
    const opened = open();
    expect(plansIn(opened.db)).toEqual(['first', 'second']);
    expect(opened.notices).toEqual([{ code: 'recovered', file }]);
    opened.close();
    expect(readdirSync(backupFolderOf(file))).toEqual([]);
  });

  it('that left half of the last commit gives back the state before it', () => {
    const working = openAndWork(join(folder.path, 'before.db'));
    add(working, 'second');
    const whole = statSync(`${working.file}-wal`).size;
    add(working, 'third');
    cutPower(working, file);
    working.close();
    truncateSync(`${file}-wal`, whole + 2_000);
    const opened = open();
    expect(plansIn(opened.db)).toEqual(['first', 'second']);
    opened.close();
  });

  it('between the change and the log leaves the rollback journal, and nothing is lost', () => {
    const working = open(join(folder.path, 'before.db'));
    add(working, 'first');
    cutPower(working, file);
    working.close();
    const opened = open();
    expect(plansIn(opened.db)).toEqual(['first']);
    opened.close();
  });
});

describe('a side file of another database', () => {
  /** The log of another database beside ours, which was closed properly. */
  function layStrayLog(): void {
    const ours = open();
    add(ours, 'ours');
    ours.close();
    const other = openAndWork(join(folder.path, 'other.db'));
    add(other, 'foreign');
    copyFileSync(`${other.file}-wal`, `${file}-wal`);
    other.close();
  }

  it('is moved out of the way and never replayed', () => {
    layStrayLog();
    const log = readFileSync(`${file}-wal`);
    const opened = open();
    expect(plansIn(opened.db)).toEqual(['ours']);
    const [name = ''] = readdirSync(backupFolderOf(file));
    const aside = join(backupFolderOf(file), name);
    expect(opened.notices).toEqual([{ code: 'side-file-put-aside', file, folder: aside }]);
    expect(readFileSync(join(aside, 'plans.db-wal')).equals(log)).toBe(true);
    opened.close();
  });

  it('would have been mixed into ours by SQLite', () => {
    layStrayLog();
    const raw = new BetterSqlite3(file);
    expect(plansIn(raw)).not.toEqual(['ours']);
    raw.close();
  });

  it('a rollback journal is moved out of the way as well', () => {
    open().close();
    writeFileSync(
      `${file}-journal`,
      Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(600, 1)]),
    );
    const opened = open();
    expect(opened.notices.map(({ code }) => code)).toEqual(['side-file-put-aside']);
    opened.close();
  });
});

it('a file on another machine gets no log', () => {
  const NFS = 0x6969;
  const EXT4 = 0xef53;
  expect(isOnThisMachine('/home/me/plans.db', EXT4)).toBe(true);
  expect(isOnThisMachine('/home/me/plans.db', NFS)).toBe(false);
  expect(isOnThisMachine('/home/me/plans.db', 0xff534d42)).toBe(false);
  expect(isOnThisMachine('C:\\Users\\me\\plans.db', null)).toBe(true);
  expect(isOnThisMachine('\\\\?\\C:\\plans.db', null)).toBe(true);
  expect(isOnThisMachine('\\\\server\\share\\plans.db', null)).toBe(false);
  open().close();
  expect(isOnThisMachine(file)).toBe(true);
});
