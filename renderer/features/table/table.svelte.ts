import type { Session } from '#renderer/state/session.svelte.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { creditsByTerm, valueOf, type TableData } from '#shared/domain/table/cells.ts';
import { lockOf, type ColumnId } from '#shared/domain/table/columns.ts';
import { tableRows, type Sorting, type TableRow } from '#shared/domain/table/rows.ts';
import { CELL_WORDS, lockSentence } from '#shared/words/table.ts';
import { ColumnLayout } from './column-layout.svelte.ts';
import { Cursor } from './cursor.svelte.ts';
import { Editing } from './editing.svelte.ts';
import { fixedMap } from './fixed.ts';

/** Everything the table shows and does with cells; what is stored goes through the session. */
export class Table {
  readonly session: Session;
  readonly columns: ColumnLayout;
  #grouped = $state(true);
  #sorting = $state.raw<Sorting | null>(null);
  #filter = $state('');

  readonly #findings: ReadonlyMap<string, number> = $derived.by(() => {
    const open = this.session.findings.filter(({ acknowledged }) => !acknowledged);
    return fixedMap(
      [...Map.groupBy(open, ({ itemIds }) => itemIds[0] ?? '')].map(([id, of]) => [id, of.length]),
    );
  });

  readonly #credits = $derived.by(() => creditsByTerm(this.session.items.values()));

  readonly data: TableData = $derived.by(() => {
    const { items, schedule, today } = this.session;
    const findings = this.#findings;
    const credits = this.#credits;
    return {
      items,
      today,
      datesOf: (id) => (schedule?.has(id) ? schedule.dates(id) : null),
      creditsOf: (id) => credits.get(id) ?? null,
      findingsOf: (id) => findings.get(id) ?? 0,
      words: CELL_WORDS,
    };
  });

  readonly rows: readonly TableRow[] = $derived(
    tableRows(this.data, { grouped: this.#grouped, sorting: this.#sorting, filter: this.#filter }),
  );
  readonly cursor: Cursor;
  readonly editing: Editing;

  /** The items that an action is about: the chosen rows, or those of the chosen cells. */
  readonly targets: readonly Item[] = $derived.by(() => {
    const { chosenRows, block } = this.cursor;
    const rows = chosenRows.length > 0 ? chosenRows : this.rows.slice(block.top, block.bottom + 1);
    return rows.flatMap(({ item }) => item ?? []);
  });
  /** True while actions are about rows and not about the one cell with the cursor. */
  readonly hasMany: boolean = $derived.by(() => this.cursor.chosenRows.length > 0 || this.targets.length > 1);

  constructor(session: Session, storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.session = session;
    this.columns = new ColumnLayout(storage);
    this.cursor = new Cursor(
      () => this.rows,
      () => this.columns.ids,
    );
    this.editing = new Editing(session, () => this.data);
  }

  get grouped(): boolean {
    return this.#grouped;
  }
  set grouped(grouped: boolean) {
    this.#grouped = grouped;
  }
  get sorting(): Sorting | null {
    return this.#sorting;
  }
  get filter(): string {
    return this.#filter;
  }
  set filter(filter: string) {
    this.#filter = filter;
  }

  /** Sorts by a column, then the other way round, then puts the rows back into the order of the plan. */
  sortBy(column: ColumnId): void {
    const now = this.#sorting;
    if (now?.column !== column) this.#sorting = { column, descending: false };
    else this.#sorting = now.descending ? null : { column, descending: true };
  }

  sortedBy(column: ColumnId): 'ascending' | 'descending' | 'none' {
    if (this.#sorting?.column !== column) return 'none';
    return this.#sorting.descending ? 'descending' : 'ascending';
  }

  /** The cell with the cursor, where it is one of an item. */
  get active(): { item: Item; column: ColumnId } | null {
    const item = this.rows[this.cursor.row]?.item;
    const column = this.columns.ids[this.cursor.column];
    return item && column !== undefined ? { item, column } : null;
  }

  /** Why the cell with the cursor cannot be written; `null` where it can. */
  get lock(): string | null {
    const { active } = this;
    const lock = active && lockOf(active.column, active.item.kind);
    return active && lock ? lockSentence(lock, this.data.datesOf(active.item.id)?.mode ?? null) : null;
  }

  /** The value of a cell. */
  valueOf(item: Item, column: ColumnId) {
    return valueOf(item, column, this.data);
  }
}
