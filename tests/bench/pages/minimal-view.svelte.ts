import type { BenchContext, BenchItem } from './contract.ts';

const ROW = 28;

interface Placed {
  item: BenchItem;
  row: number;
}

/** Rows of bars that do not overlap, and which of them are in view. */
export class MinimalView {
  from = $state(0);
  top = $state(0);
  #perMs = $state(0);
  #rows = $state.raw<readonly (readonly Placed[])[]>([]);
  #items: BenchItem[] = [];

  readonly visible = $derived.by(() => {
    const until = this.from + window.innerWidth / this.#perMs;
    const first = Math.floor(this.top / ROW);
    const rows = this.#rows.slice(first, first + Math.ceil(window.innerHeight / ROW) + 1);
    return rows.flatMap((row) => {
      const begin = firstEndingAfter(row, this.from);
      let end = begin;
      while (end < row.length && (row[end]?.item.start ?? until) < until) end += 1;
      return row.slice(begin, end);
    });
  });

  get height(): number {
    return this.#rows.length * ROW;
  }

  show(items: readonly BenchItem[], { window: view }: BenchContext): void {
    this.#items = items.map((item) => ({ ...item }));
    this.#rows = packed(this.#items);
    this.zoom(view.start, view.end);
  }

  zoom(from: number, to: number): void {
    this.from = from;
    this.#perMs = window.innerWidth / (to - from);
  }

  move(id: string, dates: { start: number; end: number }): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...dates } : item));
    this.#rows = packed(this.#items);
  }

  boxOf({ item, row }: Placed): { x: number; y: number; width: number } {
    return {
      x: (item.start - this.from) * this.#perMs,
      y: row * ROW - this.top,
      width: Math.max(6, (item.end - item.start) * this.#perMs),
    };
  }
}

/** In each lane, the first row that is free. */
function packed(items: readonly BenchItem[]): Placed[][] {
  const rows: Placed[][] = [];
  let lane = -1;
  let firstRow = 0;
  for (const item of items.toSorted((a, b) => a.li - b.li || a.start - b.start)) {
    if (item.li !== lane) firstRow = rows.length;
    lane = item.li;
    let row = firstRow;
    while ((rows[row]?.at(-1)?.item.end ?? -Infinity) > item.start) row += 1;
    (rows[row] ??= []).push({ item, row });
  }
  return rows;
}

function firstEndingAfter(row: readonly Placed[], ms: number): number {
  let low = 0;
  let high = row.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row[middle]?.item.end ?? 0) <= ms) low = middle + 1;
    else high = middle;
  }
  return low;
}
