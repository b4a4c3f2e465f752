import type { Session } from '#renderer/state/session.svelte.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { chosenIn, textOf, valueOf, type TableData } from '#shared/domain/table/cells.ts';
import { CELL_SORTS, lockOf, type ColumnId } from '#shared/domain/table/columns.ts';
import { chooseCell, readCell, type ReadCell } from '#shared/domain/table/read-cell.ts';
import { fieldSentence } from '#shared/words/fields.ts';
import { cellSentence, lockSentence } from '#shared/words/table.ts';
import { fixedMap } from './fixed.ts';

/** The cell that is being edited, and what stands in its editor. */
export interface EditedCell {
  id: string;
  column: ColumnId;
  text: string;
  /** What was typed to begin with; it takes the place of what was there. */
  typed: string | null;
}

/** What was refused in a cell, kept so that it can be corrected. */
interface Refused {
  text: string;
  sentence: string;
}

const keyOf = (id: string, column: ColumnId): string => `${id}/${column}`;

/**
 * Edits one cell at a time. A text that cannot be used is kept in its cell with one sentence, and the editor stays or
 * comes back; what is stored is shown only once it is stored.
 */
export class Editing {
  readonly #session: Session;
  readonly #data: () => TableData;
  #edited = $state.raw<EditedCell | null>(null);
  #refused = $state.raw<ReadonlyMap<string, Refused>>(fixedMap());
  /** What is to be said at a cell although nothing was refused in it: that it cannot be written, for example. */
  #said = $state.raw<{ id: string; column: ColumnId; sentence: string } | null>(null);

  constructor(session: Session, data: () => TableData) {
    this.#session = session;
    this.#data = data;
  }

  get cell(): EditedCell | null {
    return this.#edited;
  }

  isAt(id: string, column: ColumnId): boolean {
    return this.#edited?.id === id && this.#edited.column === column;
  }

  /** The text that was refused in a cell. */
  refusedAt(id: string, column: ColumnId): Refused | undefined {
    return this.#refused.get(keyOf(id, column));
  }

  /** What is to be said at a cell: why its text was refused, or why it cannot be written. */
  noteAt(id: string, column: ColumnId): string | null {
    const refused = this.refusedAt(id, column);
    if (refused) return refused.sentence;
    return this.#said?.id === id && this.#said.column === column ? this.#said.sentence : null;
  }

  /** Begins to edit a cell, with what is there or with what was typed. Says why where that cannot be. */
  begin(item: Item, column: ColumnId, typed: string | null = null): boolean {
    if (this.#isLocked(item, column)) return false;
    // A date is typed part by part, and every part is a number.
    if (CELL_SORTS[column] === 'date' && typed !== null && !/\d/.test(typed)) typed = null;
    const stands = this.refusedAt(item.id, column)?.text ?? textOf(valueOf(item, column, this.#data()));
    this.#edited = { id: item.id, column, text: typed ?? stands, typed };
    return true;
  }

  type(text: string): void {
    if (this.#edited) this.#edited = { ...this.#edited, text };
  }

  /** Ends editing and takes nothing. */
  cancel(): void {
    if (this.#edited) this.#forget(keyOf(this.#edited.id, this.#edited.column));
    this.#edited = null;
  }

  /** Takes away a note that has been read. */
  hush(): void {
    this.#said = null;
  }

  /** Forgets a text that was refused in a cell, which then shows what is stored. */
  letGo(id: string, column: ColumnId): void {
    this.#forget(keyOf(id, column));
  }

  /** Takes what was typed. False while it cannot be used; `stored` tells later whether the core took it. */
  commit(): { usable: boolean; stored: Promise<boolean> } {
    const edited = this.#edited;
    const item = edited && this.#data().items.get(edited.id);
    if (!edited || !item) {
      this.#edited = null;
      return { usable: true, stored: Promise.resolve(true) };
    }
    return this.#take(
      item,
      edited.column,
      edited.text,
      readCell(edited.text, item, edited.column, this.#data()),
    );
  }

  /** Takes what was picked from the choices of the cell. */
  choose(value: string | null, label: string): Promise<boolean> {
    const edited = this.#edited;
    const item = edited && this.#data().items.get(edited.id);
    if (!edited || !item) return Promise.resolve(true);
    const same = chosenIn(item, edited.column) === value;
    const read = same
      ? ({ ok: true, changes: {} } as const)
      : chooseCell(value, item, edited.column, this.#data());
    return this.#take(item, edited.column, label, read).stored;
  }

  /** Writes a text into a cell without an editor. What cannot be used waits there with the reason, as when it is typed. */
  async write(item: Item, column: ColumnId, text: string): Promise<void> {
    if (this.#isLocked(item, column)) return;
    await this.#take(item, column, text, readCell(text, item, column, this.#data())).stored;
  }

  /** Empties a cell, or says why it must not be empty. */
  async clear(item: Item, column: ColumnId): Promise<void> {
    if (this.#isLocked(item, column)) return;
    const read = readCell('', item, column, this.#data());
    if (read.ok) await this.#take(item, column, '', read).stored;
    else this.say(item.id, column, cellSentence(read.fault));
  }

  /** Says something at a cell until the cursor goes on. */
  say(id: string, column: ColumnId, sentence: string): void {
    this.#said = { id, column, sentence };
  }

  /** Whether a cell cannot be written; then it says why. */
  #isLocked(item: Item, column: ColumnId): boolean {
    const lock = lockOf(column, item.kind);
    this.#said = null;
    if (lock === null) return false;
    this.say(item.id, column, lockSentence(lock, this.#data().datesOf(item.id)?.mode ?? null));
    return true;
  }

  #take(
    item: Item,
    column: ColumnId,
    text: string,
    read: ReadCell,
  ): { usable: boolean; stored: Promise<boolean> } {
    const key = keyOf(item.id, column);
    if (!read.ok) {
      this.#refuse(key, text, cellSentence(read.fault));
      return { usable: false, stored: Promise.resolve(false) };
    }
    this.#forget(key);
    this.#edited = null;
    if (Object.keys(read.changes).length === 0) return { usable: true, stored: Promise.resolve(true) };
    return { usable: true, stored: this.#store(item, column, text, read.changes) };
  }

  async #store(item: Item, column: ColumnId, text: string, changes: object): Promise<boolean> {
    const name = `${item.kind}.update` as const;
    // The fields of all kinds share one door here; the core checks each value against its field.
    const reply = await this.#session.attempt(name, { id: item.id, changes });
    if (reply.ok) return true;
    this.#refuse(keyOf(item.id, column), text, fieldSentence(reply.error));
    // Whoever has gone on to another cell is not called back: the text waits in its cell with the reason.
    this.#edited ??= { id: item.id, column, text, typed: null };
    return false;
  }

  #refuse(key: string, text: string, sentence: string): void {
    this.#refused = fixedMap([...this.#refused, [key, { text, sentence }]]);
  }

  #forget(key: string): void {
    if (!this.#refused.has(key)) return;
    this.#refused = fixedMap([...this.#refused].filter(([each]) => each !== key));
  }
}
