import type { Database } from 'better-sqlite3';
import { withoutInsertTriggers } from './journal-triggers.ts';
import { MOST_IDS, reversed, RowImages, type RowImage } from './row-images.ts';
import { all, get, prepare, run, sql, type Sql } from './sql.ts';

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

/** What the journal keeps: the oldest steps go first, the newest never. */
export interface JournalLimits {
  steps: number;
  /** Characters of all images together. */
  size: number;
}

const LIMITS: JournalLimits = { steps: 1_000, size: 64 * 1024 * 1024 };

const ENTRY = `seq, plan_id AS planId, name, subject, at, undone`;

/**
 * Undo and redo for every command, across restarts: while a command runs, triggers keep the images of the rows
 * it changes. Undo puts the images back in reverse order. No feature writes undo code of its own.
 */
export class Journal {
  readonly #db: Database;
  readonly #images: RowImages;
  readonly #limits: JournalLimits;
  /** The plan that the step being recorded makes whole. */
  #created: string | null = null;
  /** The size of all steps, where it is known: adding it up reads the whole journal. */
  #total: number | null = null;
  /** What undo and redo would do, where it is known: every reply says it. */
  #next: { undo: JournalEntry | null; redo: JournalEntry | null } | null = null;

  /** Installs the triggers on an open, migrated connection. */
  constructor(db: Database, limits: JournalLimits = LIMITS) {
    this.#db = db;
    this.#limits = limits;
    this.#images = new RowImages(db);
  }

  /**
   * Runs `change` as one undo step inside the caller's transaction. A change that touches no row leaves no
   * step. Undone steps are forgotten, because they can no longer be redone.
   */
  record<Value>(describe: (value: Value) => Step, change: () => Value): { value: Value; changed: string[] } {
    let value: Value;
    this.#creates(null);
    this.#images.start();
    try {
      value = change();
    } catch (error) {
      this.#images.stop();
      throw error;
    }
    const images = this.#images.stop();
    const created = this.#created;
    if (images.length === 0 && created === null) return { value, changed: [] };
    const { name, planId, subject, at } = describe(value);
    const text = JSON.stringify(images);
    if (this.#ends().redo !== null) this.#forget(sql`DELETE FROM journal WHERE undone = 1 RETURNING bytes`);
    const { lastInsertRowid } = prepare(
      this.#db,
      `INSERT INTO journal(plan_id, name, subject, at, bytes, created_plan, images) VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(planId, name, subject, at, text.length, created, text);
    const seq = Number(lastInsertRowid);
    if (this.#total !== null) this.#total += text.length;
    this.#forgetOldest(seq);
    this.#next = { undo: { seq, planId, name, subject, at, undone: false }, redo: null };
    const ids = this.#images.idsOf(images);
    return { value, changed: created === null ? ids : [created, ...ids] };
  }

  /**
   * Inside a recorded change: inserts a whole new plan without imaging every row of it, which would double the
   * work of an import. Undo deletes the plan and takes the images then.
   */
  createPlan(planId: string, insert: () => void): void {
    const recorded = this.#images.pause();
    withoutInsertTriggers(this.#db, insert);
    if (!recorded) return;
    this.#creates(planId);
    this.#images.resume();
  }

  /** To be called when a transaction in which the journal took part was rolled back: what is known of it may be wrong. */
  rolledBack(): void {
    this.#total = null;
    this.#next = null;
  }

  /** The step that undo would take back, or `null`. */
  nextUndo(): JournalEntry | null {
    return this.#ends().undo;
  }

  /** The step that redo would do again, or `null`. */
  nextRedo(): JournalEntry | null {
    return this.#ends().redo;
  }

  /** Takes the newest step back, inside the caller's transaction. Answers `null` when there is none. */
  undo(): { entry: JournalEntry; changed: string[] } | null {
    const entry = this.nextUndo();
    if (!entry) return null;
    const { images, created } = this.#contentOf(entry.seq);
    this.#images.apply(reversed(images));
    if (created !== null) this.#takeOut(entry.seq, created, images);
    run(this.#db, sql`UPDATE journal SET undone = 1 WHERE seq = ${entry.seq}`);
    this.#next = null;
    const changed = this.#images.idsOf(images);
    return { entry: { ...entry, undone: true }, changed: created === null ? changed : [created, ...changed] };
  }

  /** Does the step again that was taken back last, inside the caller's transaction. */
  redo(): { entry: JournalEntry; changed: string[] } | null {
    const entry = this.nextRedo();
    if (!entry) return null;
    const { images } = this.#contentOf(entry.seq);
    this.#images.apply(images);
    run(this.#db, sql`UPDATE journal SET undone = 0 WHERE seq = ${entry.seq}`);
    this.#next = null;
    return { entry: { ...entry, undone: false }, changed: this.#images.idsOf(images) };
  }

  /**
   * Undoes or redoes, inside the caller's transaction, until `seq` is the newest step that is done; 0 undoes all of
   * them. Answers the steps it went over in their order, and `null` when no step is remembered by that number.
   */
  jump(seq: number): { entries: JournalEntry[]; changed: string[] } | null {
    if (seq !== 0 && get(this.#db, sql`SELECT 1 FROM journal WHERE seq = ${seq}`) === undefined) return null;
    const entries: JournalEntry[] = [];
    const changed = new Set<string>();
    const walk = (step: { entry: JournalEntry; changed: string[] } | null): void => {
      if (step === null) return;
      entries.push(step.entry);
      for (const id of step.changed) changed.add(id);
    };
    while ((this.nextUndo()?.seq ?? 0) > seq) walk(this.undo());
    while ((this.nextRedo()?.seq ?? Infinity) <= seq) walk(this.redo());
    return { entries, changed: [...changed].slice(0, MOST_IDS) };
  }

  /** All remembered steps in order of commands, of one plan or of the whole database. */
  entries(planId: string | null): JournalEntry[] {
    const rows =
      planId === null
        ? prepare(this.#db, `SELECT ${ENTRY} FROM journal ORDER BY seq`).all()
        : prepare(this.#db, `SELECT ${ENTRY} FROM journal WHERE plan_id = ? ORDER BY seq`).all(planId);
    return rows.map(toEntry);
  }

  #creates(planId: string | null): void {
    this.#created = planId;
  }

  #ends(): { undo: JournalEntry | null; redo: JournalEntry | null } {
    return (this.#next ??= {
      undo: this.#entry(`SELECT ${ENTRY} FROM journal WHERE undone = 0 ORDER BY seq DESC LIMIT 1`),
      redo: this.#entry(`SELECT ${ENTRY} FROM journal WHERE undone = 1 ORDER BY seq LIMIT 1`),
    });
  }

  #entry(text: string): JournalEntry | null {
    const row = prepare(this.#db, text).get();
    return row === undefined ? null : toEntry(row);
  }

  #contentOf(seq: number): { images: RowImage[]; created: string | null } {
    const row = get<{ images: string | null; created: string | null }>(
      this.#db,
      sql`SELECT images, created_plan AS created FROM journal WHERE seq = ${seq}`,
    );
    return { images: JSON.parse(row?.images ?? '[]') as RowImage[], created: row?.created ?? null };
  }

  /**
   * Deletes a plan that a step had made, and keeps its rows as what redo inserts: from then on the step is like any
   * other. A row may have two images, one for a reference that was cleared before the row itself went.
   */
  #takeOut(seq: number, planId: string, others: readonly RowImage[]): void {
    this.#images.start();
    run(this.#db, sql`DELETE FROM plan WHERE id = ${planId}`);
    const text = JSON.stringify([...reversed(this.#images.stop()), ...others]);
    run(
      this.#db,
      sql`UPDATE journal SET created_plan = NULL, bytes = ${text.length}, images = ${text} WHERE seq = ${seq}`,
    );
    this.#total = null;
  }

  /** Forgets the oldest steps that are too many or make the journal too large, but not the newest one. */
  #forgetOldest(newest: number): void {
    if (newest > this.#limits.steps)
      this.#forget(sql`DELETE FROM journal WHERE seq <= ${newest - this.#limits.steps} RETURNING bytes`);
    while (this.#size() > this.#limits.size) {
      const oldest = get<{ seq: number }>(this.#db, sql`SELECT seq FROM journal ORDER BY seq LIMIT 1`);
      if (!oldest || oldest.seq === newest) return;
      this.#forget(sql`DELETE FROM journal WHERE seq = ${oldest.seq} RETURNING bytes`);
    }
  }

  #forget(deletion: Sql): void {
    for (const { bytes } of all<{ bytes: number }>(this.#db, deletion)) {
      if (this.#total !== null) this.#total -= bytes;
    }
  }

  #size(): number {
    const sum = () => get<{ size: number | null }>(this.#db, sql`SELECT SUM(bytes) AS size FROM journal`);
    return (this.#total ??= sum()?.size ?? 0);
  }
}

function toEntry(row: unknown): JournalEntry {
  const { seq, planId, name, subject, at, undone } = row as Omit<JournalEntry, 'undone'> & { undone: number };
  return { seq, planId, name, subject, at, undone: undone === 1 };
}
