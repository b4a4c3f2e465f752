import type { Database } from 'better-sqlite3';
import { columnsOf, installJournalTriggers, type Column } from './journal-triggers.ts';
import { prepare, type SqlValue } from './sql.ts';
import { JOURNALED_TABLES, type JournaledTable } from './tables.ts';

/** A row in the order of its table's columns. */
type Row = SqlValue[];

/** A changed row before and after the change; a missing image is a missing row. */
export type RowImage = readonly [table: JournaledTable, before: Row | null, after: Row | null];

/** Ids told of one change, at most. */
export const MOST_IDS = 500;

/**
 * Collects the images of changed rows while a command runs, and puts them back. They are kept here and not in a table:
 * a commit waits for every page and statement. A command that fails is rolled back as a whole, and so are its images.
 */
export class RowImages {
  readonly #db: Database;
  readonly #columns = new Map<string, readonly Column[]>();
  #kept: RowImage[] = [];
  #recording = false;

  /** Installs the journal's triggers on an open, migrated connection. */
  constructor(db: Database) {
    this.#db = db;
    for (const table of JOURNALED_TABLES) this.#columns.set(table, columnsOf(db, table));
    const keep = (name: string, image: (row: Row) => [before: Row | null, after: Row | null]) =>
      db.function(name, { varargs: true }, (table, ...row) => {
        this.#kept.push([table as JournaledTable, ...image(row as Row)]);
      });
    db.function('is_recording', () => (this.#recording ? 1 : 0));
    keep('keep_insert', (row) => [null, row]);
    keep('keep_update', (row) => [row.slice(0, row.length / 2), row.slice(row.length / 2)]);
    keep('keep_delete', (row) => [row, null]);
    installJournalTriggers(db);
  }

  start(): void {
    this.#kept = [];
    this.#recording = true;
  }

  /** Goes on without images until `resume`. Answers whether there is a recording to resume. */
  pause(): boolean {
    const was = this.#recording;
    this.#recording = false;
    return was;
  }

  resume(): void {
    this.#recording = true;
  }

  /** Ends the recording and answers its images in the order of the changes. */
  stop(): RowImage[] {
    this.#recording = false;
    const kept = this.#kept;
    this.#kept = [];
    return kept;
  }

  /** Turns every row imaged as it was before into what it was after. */
  apply(images: readonly RowImage[]): void {
    this.#db.pragma('defer_foreign_keys = ON');
    for (const [table, before, after] of images) this.#replace(table, before, after);
  }

  /** The first key of every changed row, each once, at most 500. */
  idsOf(images: readonly RowImage[]): string[] {
    const ids = new Set<string>();
    for (const [table, before, after] of images) {
      if (ids.size === MOST_IDS) break;
      const id = (after ?? before)?.[this.#columnsOf(table).findIndex(({ pk }) => pk === 1)];
      if (typeof id === 'string') ids.add(id);
    }
    return [...ids];
  }

  #replace(table: JournaledTable, from: Row | null, to: Row | null): void {
    const columns = this.#columnsOf(table);
    const names = columns.map(({ name }) => `"${name}"`);
    const keys = columns.flatMap(({ pk }, index) => (pk > 0 ? [index] : []));
    const where = keys.map((key) => `${names[key]} = ?`).join(' AND ');
    const keyOf = (row: Row): Row => keys.map((key) => row[key] ?? null);
    if (from !== null && to !== null) {
      const assignments = names.map((name) => `${name} = ?`).join(', ');
      prepare(this.#db, `UPDATE "${table}" SET ${assignments} WHERE ${where}`).run(...to, ...keyOf(from));
    } else if (from !== null) {
      prepare(this.#db, `DELETE FROM "${table}" WHERE ${where}`).run(...keyOf(from));
    } else if (to !== null) {
      const places = names.map(() => '?').join(', ');
      prepare(this.#db, `INSERT INTO "${table}"(${names.join(', ')}) VALUES (${places})`).run(...to);
    }
  }

  #columnsOf(table: JournaledTable): readonly Column[] {
    return this.#columns.get(table) ?? [];
  }
}

/** The images of what takes the change back: each turned round, the last change first. */
export const reversed = (images: readonly RowImage[]): RowImage[] =>
  images.toReversed().map(([table, before, after]) => [table, after, before]);
