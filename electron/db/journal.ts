import type { Database } from 'better-sqlite3';
import { columnsOf, installJournalTriggers, withoutInsertTriggers, type Column } from './journal-triggers.ts';
import { all, get, prepare, run, sql, type SqlValue } from './sql.ts';
import { JOURNALED_TABLES, type JournaledTable } from './tables.ts';

/** One command as the journal remembers it. */
export interface JournalEntry {
  seq: number;
  planId: string | null;
  name: string;
  subject: string | null;
  at: string;
  undone: boolean;
}

/** What is being recorded: the command's name, the plan and the thing it is about, and when (ISO instant). */
export interface Step {
  name: string;
  planId: string | null;
  subject: string | null;
  at: string;
}

interface RowImage {
  tab: JournaledTable;
  before: string | null;
  after: string | null;
}

type Row = SqlValue[];

/** Steps kept at most; the oldest go first, the newest never. */
const MAX_STEPS = 1_000;
const MAX_BYTES = 64 * 1024 * 1024;

const ENTRY = `seq, plan_id AS planId, name, subject, at, undone`;

/**
 * Undo and redo for every command, across restarts: while a command runs, triggers keep the images of the rows
 * it changes. Undo puts the images back in reverse order. No feature writes undo code of its own.
 */
export class Journal {
  readonly #db: Database;
  readonly #columns = new Map<string, Column[]>();
  /** The plan that the step being recorded makes whole. */
  #created: string | null = null;

  /** Installs the triggers on an open, migrated connection. */
  constructor(db: Database) {
    this.#db = db;
    installJournalTriggers(db);
    for (const table of JOURNALED_TABLES) this.#columns.set(table, columnsOf(db, table));
  }

  /**
   * Runs `change` as one undo step inside the caller's transaction. A change that touches no row leaves no
   * step. Undone steps are forgotten, because they can no longer be redone.
   */
  record<Value>(describe: (value: Value) => Step, change: () => Value): { value: Value; changed: string[] } {
    const seq = (
      get<{ seq: number }>(this.#db, sql`SELECT COALESCE(MAX(seq), 0) + 1 AS seq FROM journal`) ?? { seq: 1 }
    ).seq;
    // The row must exist before its images; what it is called is known only after the change.
    run(this.#db, sql`INSERT INTO journal(seq, name, at) VALUES (${seq}, '', '')`);
    run(this.#db, sql`INSERT INTO temp.recording(seq) VALUES (${seq})`);
    let value: Value;
    this.#creates(null);
    try {
      value = change();
    } finally {
      run(this.#db, sql`DELETE FROM temp.recording`);
    }
    const images = this.#imagesOf(seq);
    const created = this.#created;
    if (images.length === 0 && created === null) {
      run(this.#db, sql`DELETE FROM journal WHERE seq = ${seq}`);
      return { value, changed: [] };
    }
    const { name, planId, subject, at } = describe(value);
    const bytes = images.reduce(
      (sum, { before, after }) => sum + (before?.length ?? 0) + (after?.length ?? 0),
      0,
    );
    run(
      this.#db,
      sql`UPDATE journal SET name = ${name}, plan_id = ${planId}, subject = ${subject}, at = ${at}, bytes = ${bytes} WHERE seq = ${seq}`,
    );
    run(this.#db, sql`DELETE FROM journal WHERE undone = 1`);
    this.#forgetOldest(seq);
    return { value, changed: created === null ? this.#idsOf(images) : [created, ...this.#idsOf(images)] };
  }

  /**
   * Inside a recorded change: inserts a whole new plan without imaging every row of it, which would double the
   * work of an import. Undo deletes the plan and takes the images then.
   */
  createPlan(planId: string, insert: () => void): void {
    const recording = get<{ seq: number }>(this.#db, sql`SELECT seq FROM temp.recording`);
    run(this.#db, sql`DELETE FROM temp.recording`);
    withoutInsertTriggers(this.#db, insert);
    if (!recording) return;
    this.#creates(planId);
    run(this.#db, sql`UPDATE journal SET created_plan = ${planId} WHERE seq = ${recording.seq}`);
    run(this.#db, sql`INSERT INTO temp.recording(seq) VALUES (${recording.seq})`);
  }

  /** The step that undo would take back, or `null`. */
  nextUndo(): JournalEntry | null {
    return this.#entry(`SELECT ${ENTRY} FROM journal WHERE undone = 0 ORDER BY seq DESC LIMIT 1`);
  }

  /** The step that redo would do again, or `null`. */
  nextRedo(): JournalEntry | null {
    return this.#entry(`SELECT ${ENTRY} FROM journal WHERE undone = 1 ORDER BY seq LIMIT 1`);
  }

  /** Takes the newest step back, inside the caller's transaction. Answers `null` when there is none. */
  undo(): { entry: JournalEntry; changed: string[] } | null {
    const entry = this.nextUndo();
    if (!entry) return null;
    const images = this.#imagesOf(entry.seq);
    this.#db.pragma('defer_foreign_keys = ON');
    for (const { tab, before, after } of images.toReversed()) this.#replace(tab, after, before);
    const created = this.#createdPlan(entry.seq);
    if (created !== null) this.#takeOut(entry.seq, created);
    run(this.#db, sql`UPDATE journal SET undone = 1 WHERE seq = ${entry.seq}`);
    const changed = this.#idsOf(images);
    return { entry: { ...entry, undone: true }, changed: created === null ? changed : [created, ...changed] };
  }

  /** Does the step again that was taken back last, inside the caller's transaction. */
  redo(): { entry: JournalEntry; changed: string[] } | null {
    const entry = this.nextRedo();
    if (!entry) return null;
    const images = this.#imagesOf(entry.seq);
    this.#db.pragma('defer_foreign_keys = ON');
    for (const { tab, before, after } of images) this.#replace(tab, before, after);
    run(this.#db, sql`UPDATE journal SET undone = 0 WHERE seq = ${entry.seq}`);
    return { entry: { ...entry, undone: false }, changed: this.#idsOf(images) };
  }

  /** All remembered steps in order of commands, of one plan or of the whole database. */
  entries(planId: string | null): JournalEntry[] {
    const rows =
      planId === null
        ? prepare(this.#db, `SELECT ${ENTRY} FROM journal ORDER BY seq`).all()
        : prepare(this.#db, `SELECT ${ENTRY} FROM journal WHERE plan_id = ? ORDER BY seq`).all(planId);
    return rows.map(toEntry);
  }

  #entry(text: string): JournalEntry | null {
    const row = prepare(this.#db, text).get();
    return row === undefined ? null : toEntry(row);
  }

  #creates(planId: string | null): void {
    this.#created = planId;
  }

  #createdPlan(seq: number): string | null {
    return (
      get<{ id: string | null }>(this.#db, sql`SELECT created_plan AS id FROM journal WHERE seq = ${seq}`)
        ?.id ?? null
    );
  }

  /** Deletes a plan that a step had made, and keeps its rows as what redo inserts: from then on the step is like any other. */
  #takeOut(seq: number, planId: string): void {
    const { last } = get<{ last: number }>(
      this.#db,
      sql`SELECT COALESCE(MAX(n), 0) AS last FROM journal_row`,
    ) ?? { last: 0 };
    run(this.#db, sql`INSERT INTO temp.recording(seq) VALUES (${seq})`);
    run(this.#db, sql`DELETE FROM plan WHERE id = ${planId}`);
    run(this.#db, sql`DELETE FROM temp.recording`);
    // Redo takes the deletion back: the same images, turned round and in reverse order. A row may have two, one for a
    // reference that was cleared before the row itself went.
    const { end } = get<{ end: number }>(
      this.#db,
      sql`SELECT COALESCE(MAX(n), 0) AS end FROM journal_row`,
    ) ?? { end: 0 };
    run(
      this.#db,
      sql`INSERT INTO journal_row(seq, tab, before, after)
          SELECT seq, tab, after, before FROM journal_row WHERE n > ${last} AND n <= ${end} ORDER BY n DESC`,
    );
    run(this.#db, sql`DELETE FROM journal_row WHERE n > ${last} AND n <= ${end}`);
    run(
      this.#db,
      sql`UPDATE journal SET created_plan = NULL,
          bytes = (SELECT COALESCE(SUM(LENGTH(after)), 0) FROM journal_row r WHERE r.seq = ${seq}) WHERE seq = ${seq}`,
    );
  }

  #imagesOf(seq: number): RowImage[] {
    return all<RowImage>(
      this.#db,
      sql`SELECT tab, before, after FROM journal_row WHERE seq = ${seq} ORDER BY n`,
    );
  }

  /** Turns the row imaged by `from` into the one imaged by `to`; a missing image is a missing row. */
  #replace(table: JournaledTable, from: string | null, to: string | null): void {
    const columns = this.#columns.get(table) ?? [];
    const names = columns.map(({ name }) => `"${name}"`);
    const keys = columns.filter(({ pk }) => pk > 0);
    const keyText = keys.map(({ name }) => `"${name}" = ?`).join(' AND ');
    const keyOf = (row: Row): Row =>
      keys.map(({ name }) => row[columns.findIndex((column) => column.name === name)] ?? null);
    if (from !== null && to !== null) {
      const target = JSON.parse(to) as Row;
      const assignments = names.map((name) => `${name} = ?`).join(', ');
      prepare(this.#db, `UPDATE "${table}" SET ${assignments} WHERE ${keyText}`).run(
        ...target,
        ...keyOf(JSON.parse(from) as Row),
      );
    } else if (from !== null) {
      prepare(this.#db, `DELETE FROM "${table}" WHERE ${keyText}`).run(...keyOf(JSON.parse(from) as Row));
    } else if (to !== null) {
      prepare(
        this.#db,
        `INSERT INTO "${table}"(${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(...(JSON.parse(to) as Row));
    }
  }

  /** The first key of every changed row, each once, at most 500. */
  #idsOf(images: readonly RowImage[]): string[] {
    const ids = new Set<string>();
    for (const { tab, before, after } of images) {
      if (ids.size === 500) break;
      const columns = this.#columns.get(tab) ?? [];
      const key = columns.findIndex(({ pk }) => pk === 1);
      const id = (JSON.parse(after ?? before ?? '[]') as Row)[key];
      if (typeof id === 'string') ids.add(id);
    }
    return [...ids];
  }

  #forgetOldest(newest: number): void {
    run(this.#db, sql`DELETE FROM journal WHERE seq <= ${newest - MAX_STEPS}`);
    const total = get<{ bytes: number | null }>(this.#db, sql`SELECT SUM(bytes) AS bytes FROM journal`);
    let over = (total?.bytes ?? 0) - MAX_BYTES;
    while (over > 0) {
      const oldest = get<{ seq: number; bytes: number }>(
        this.#db,
        sql`SELECT seq, bytes FROM journal ORDER BY seq LIMIT 1`,
      );
      if (!oldest || oldest.seq === newest) return;
      run(this.#db, sql`DELETE FROM journal WHERE seq = ${oldest.seq}`);
      over -= oldest.bytes;
    }
  }
}

function toEntry(row: unknown): JournalEntry {
  const { seq, planId, name, subject, at, undone } = row as Omit<JournalEntry, 'undone'> & { undone: number };
  return { seq, planId, name, subject, at, undone: undone === 1 };
}
