import { createHash } from 'node:crypto';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, readMigrations } from '#electron/db/migrate.ts';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { JOURNALED_TABLES } from '#electron/db/tables.ts';

/** Released migrations never change: somebody's database has already run them. */
const RELEASED: Record<string, string> = {
  '0001_initial.sql': '76ff9fe1ef031af6e74d3c827a41771af942627b99ca7509b88d6e2ea9e98af8',
  '0002_step_images.sql': '39a24b71a13fb9aad99397d754e49e8b1375001bb655f8eb64e5f6b5778e7a5a',
  '0003_baseline.sql': '87e9d627ae7efc016b7920ad6c6750c7704c277858e1b7d24ebdf1bd39368dea',
  '0004_web_link.sql': '1a56854c0bed38038b4e71d498ab4f21e102ad956e435782f2affea9e4d13d85',
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

function migrated(): BetterSqlite3.Database {
  const db = new BetterSqlite3(':memory:');
  migrate(db, ':memory:', MIGRATIONS);
  return db;
}

describe('migrations', () => {
  it('are numbered 1, 2, 3 … and a gap is refused', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(() => readMigrations({ 'a/0001_a.sql': '', 'a/0003_c.sql': '' })).toThrow('0003_c.sql');
  });

  it('that have been released are frozen', () => {
    for (const [name, expected] of Object.entries(RELEASED)) {
      expect([name, digest(MIGRATIONS.find((migration) => migration.name === name)?.sql ?? '')]).toEqual([
        name,
        expected,
      ]);
    }
  });

  it('leave the transaction to the runner', () => {
    for (const { sql } of MIGRATIONS)
      expect(sql.replace(/--.*/g, '')).not.toMatch(/\b(BEGIN|COMMIT|ROLLBACK)\b/i);
  });

  it('make STRICT tables with explicit keys, and every foreign key says what a deletion does', () => {
    const db = migrated();
    const tables = db
      .prepare("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as {
      name: string;
      strict: number;
    }[];
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([]);
    for (const { name } of tables) {
      const keys = db.pragma(`foreign_key_list("${name}")`) as { on_delete: string }[];
      expect([name, keys.filter(({ on_delete }) => on_delete === 'NO ACTION')]).toEqual([name, []]);
      const columns = db.pragma(`table_info("${name}")`) as { pk: number }[];
      expect([name, columns.some(({ pk }) => pk > 0)]).toEqual([name, true]);
    }
  });

  it('keep every table of the user in the journal', () => {
    const tables = migrated()
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'journal%'",
      )
      .pluck()
      .all() as string[];
    expect(tables.sort()).toEqual([...JOURNALED_TABLES].sort());
  });

  it('index every foreign key, so that a deletion does not read whole tables', () => {
    const db = migrated();
    for (const table of JOURNALED_TABLES) {
      const indexed = (db.pragma(`index_list("${table}")`) as { name: string }[]).map(
        ({ name }) => (db.pragma(`index_info("${name}")`) as { name: string }[])[0]?.name,
      );
      const primary = (db.pragma(`table_info("${table}")`) as { name: string; pk: number }[]).find(
        ({ pk }) => pk === 1,
      )?.name;
      const keys = (db.pragma(`foreign_key_list("${table}")`) as { from: string }[]).map(({ from }) => from);
      const bare = keys.filter((key) => key !== primary && !indexed.includes(key));
      // A plan's goal is looked up only when an item is deleted, and there are few plans.
      expect([table, bare]).toEqual([table, table === 'plan' ? ['goal_id'] : []]);
    }
  });
});

describe('the table of baselines', () => {
  it('comes to a database from before it, and leaves every row as it was', () => {
    const before = MIGRATIONS.findIndex(({ name }) => name.endsWith('_baseline.sql'));
    expect(before).toBeGreaterThan(0);
    const db = new BetterSqlite3(':memory:');
    migrate(db, ':memory:', MIGRATIONS.slice(0, before));
    db.exec("INSERT INTO plan(id, name, position) VALUES ('p', 'Plan', 1)");
    migrate(db, ':memory:', MIGRATIONS);
    expect(db.prepare('SELECT id, name, position FROM plan').all()).toEqual([
      { id: 'p', name: 'Plan', position: 1 },
    ]);
    const insert = db.prepare(
      "INSERT INTO baseline VALUES (?, ?, ?, '2027-09-01', '2027-09-01T12:00:00Z', 1, '')",
    );
    insert.run('b', 'p', 'Sent');
    expect(() => insert.run('c', 'gone', 'Sent')).toThrow('FOREIGN KEY');
    expect(() => insert.run('c', 'p', '')).toThrow('CHECK');
    db.exec("DELETE FROM plan WHERE id = 'p'");
    expect(db.prepare('SELECT COUNT(*) FROM baseline').pluck().get()).toBe(0);
  });
});

describe('the tables of web links', () => {
  it('come to a database from before them, leave every row as it was, and go with their owner', () => {
    const before = MIGRATIONS.findIndex(({ name }) => name.endsWith('_web_link.sql'));
    expect(before).toBeGreaterThan(0);
    const db = new BetterSqlite3(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, ':memory:', MIGRATIONS.slice(0, before));
    db.exec(`INSERT INTO plan(id, name, notes, position) VALUES ('p', 'Plan', 'As it was', 1);
      INSERT INTO item(id, plan_id, kind, title, position, url) VALUES ('m', 'p', 'milestone', 'Due', 1, 'https://a.example/');`);
    migrate(db, ':memory:', MIGRATIONS);
    expect(db.prepare('SELECT notes FROM plan').all()).toEqual([{ notes: 'As it was' }]);
    expect(db.prepare('SELECT id, url FROM item').all()).toEqual([{ id: 'm', url: 'https://a.example/' }]);
    const own = db.prepare('INSERT INTO web_link VALUES (?, ?, NULL, ?)');
    own.run('m', 1, 'https://b.example/');
    expect(() => own.run('m', 1, 'https://c.example/')).toThrow('UNIQUE');
    expect(() => own.run('gone', 1, 'https://c.example/')).toThrow('FOREIGN KEY');
    expect(() => own.run('m', 2, '')).toThrow('CHECK');
    db.prepare('INSERT INTO plan_web_link VALUES (?, 1, ?, ?)').run('p', 'Board', 'https://b.example/');
    db.exec("DELETE FROM plan WHERE id = 'p'");
    for (const table of ['web_link', 'plan_web_link'])
      expect(db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()).toBe(0);
  });
});
