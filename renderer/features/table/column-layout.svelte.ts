import { COLUMN_IDS, type ColumnId } from '#shared/domain/table/columns.ts';
import { fixedSet } from './fixed.ts';

/** A column that is shown, and its width in pixels. */
export interface ShownColumn {
  id: ColumnId;
  width: number;
}

const KEY = 'throughline-table';
export const NARROWEST = 56;
export const WIDEST = 640;

/** Wide enough for the heading with its arrow, and for what usually stands below it. */
const WIDTHS: Record<ColumnId, number> = {
  title: 300,
  code: 96,
  kind: 104,
  program: 200,
  phase: 128,
  term: 128,
  credits: 88,
  status: 112,
  grade: 80,
  start: 120,
  end: 120,
  notBefore: 120,
  pinStart: 136,
  pinEnd: 136,
  actualStart: 120,
  actualEnd: 120,
  length: 96,
  hoursRequired: 144,
  hoursPerWeek: 144,
  cost: 112,
  notes: 220,
  slack: 120,
  findings: 96,
};

/** What nobody needs at first; the list of columns brings it. */
const HIDDEN_AT_FIRST: ReadonlySet<ColumnId> = new Set([
  'program',
  'phase',
  'pinEnd',
  'actualStart',
  'actualEnd',
  'hoursRequired',
]);

/** The columns that are shown, their order and their widths, kept for the next time. The title always comes first. */
export class ColumnLayout {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;
  #order = $state.raw<readonly ColumnId[]>(COLUMN_IDS);
  #hidden = $state.raw<ReadonlySet<ColumnId>>(HIDDEN_AT_FIRST);
  #widths = $state.raw<Readonly<Partial<Record<ColumnId, number>>>>({});

  readonly shown: readonly ShownColumn[] = $derived(
    this.#order
      .filter((id) => !this.#hidden.has(id))
      .map((id) => ({ id, width: this.#widths[id] ?? WIDTHS[id] })),
  );
  readonly ids: readonly ColumnId[] = $derived(this.shown.map(({ id }) => id));

  constructor(storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.#recall();
  }

  /** All columns in their order. */
  get order(): readonly ColumnId[] {
    return this.#order;
  }

  isShown(id: ColumnId): boolean {
    return !this.#hidden.has(id);
  }

  show(id: ColumnId, shown: boolean): void {
    if (id === 'title') return;
    const others = [...this.#hidden].filter((each) => each !== id);
    this.#hidden = fixedSet(shown ? others : [...others, id]);
    this.#remember();
  }

  /** Moves a column past the next one that is shown, to the left or to the right. */
  move(id: ColumnId, by: -1 | 1): void {
    const from = this.#order.indexOf(id);
    let to = from + by;
    while (this.#hidden.has(this.#order[to] ?? 'title') && to > 0 && to < this.#order.length - 1) to += by;
    if (id === 'title' || to < 1 || to >= this.#order.length) return;
    const order = this.#order.toSpliced(from, 1);
    this.#order = order.toSpliced(to, 0, id);
    this.#remember();
  }

  setWidth(id: ColumnId, width: number): void {
    this.#widths = { ...this.#widths, [id]: Math.round(Math.min(WIDEST, Math.max(NARROWEST, width))) };
    this.#remember();
  }

  reset(): void {
    this.#order = COLUMN_IDS;
    this.#hidden = HIDDEN_AT_FIRST;
    this.#widths = {};
    this.#remember();
  }

  /** What was kept is used as far as it is known; a column that has come since stands at its first place. */
  #recall(): void {
    try {
      const kept = JSON.parse(this.#storage.getItem(KEY) ?? 'null') as unknown;
      if (typeof kept !== 'object' || kept === null) return;
      const { order, hidden, widths } = kept as Record<string, unknown>;
      const known = COLUMN_IDS.filter((id) => !listed(order).includes(id));
      const ordered = COLUMN_IDS.filter((id) => listed(order).includes(id)).sort(
        (a, b) => listed(order).indexOf(a) - listed(order).indexOf(b),
      );
      this.#order = ['title', ...[...ordered, ...known].filter((id) => id !== 'title')];
      if (Array.isArray(hidden))
        this.#hidden = fixedSet(COLUMN_IDS.filter((id) => id !== 'title' && listed(hidden).includes(id)));
      for (const [id, width] of Object.entries(widths ?? {}))
        if (COLUMN_IDS.some((each) => each === id) && typeof width === 'number' && Number.isFinite(width))
          this.setWidth(id as ColumnId, width);
    } catch {
      // What cannot be read is as if nothing had been kept.
    }
  }

  #remember(): void {
    try {
      this.#storage.setItem(
        KEY,
        JSON.stringify({ order: this.#order, hidden: [...this.#hidden], widths: this.#widths }),
      );
    } catch {
      // A full storage loses only the look of the table.
    }
  }
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
