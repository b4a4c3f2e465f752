import type { TimelineLayout } from './layout.ts';
import type { Placed } from './order-by-row.ts';

/** The lists of a layout that say for each bar what and where it is. */
export type BarLists = Pick<TimelineLayout, 'items' | 'place' | 'start' | 'until' | 'row' | 'rowSpan'>;
type Writable = { [List in keyof BarLists]: BarLists[List] extends readonly (infer V)[] ? V[] : Int32Array };

/** Lists of this length with nothing in them yet. */
export function emptyLists(length: number): Writable {
  return {
    items: new Array<Writable['items'][number]>(length),
    place: new Int32Array(length),
    start: new Int32Array(length),
    until: new Int32Array(length),
    row: new Int32Array(length),
    rowSpan: new Int32Array(length),
  };
}

/** Lists of their own with the same content. */
export function copyLists({ items, place, start, until, row, rowSpan }: BarLists): Writable {
  return {
    items: items.slice(),
    place: place.slice(),
    start: start.slice(),
    until: until.slice(),
    row: row.slice(),
    rowSpan: rowSpan.slice(),
  };
}

/** Writes placed bars into the lists, in `order`, from bar `first` on. Their rows count from `firstRow`. */
export function writeBars(
  lists: Writable,
  { placed, order }: { placed: Placed; order: Int32Array },
  first: number,
  firstRow: number,
): void {
  for (let index = 0; index < order.length; index += 1) {
    const nth = order[index] ?? 0;
    const dated = placed.dated[nth];
    const bar = first + index;
    if (dated === undefined) throw new Error(`bar ${bar} has no item`);
    lists.items[bar] = dated.item;
    lists.place[bar] = dated.place;
    lists.start[bar] = dated.start;
    lists.until[bar] = dated.until;
    lists.row[bar] = firstRow + (placed.row[nth] ?? 0);
    lists.rowSpan[bar] = placed.rowSpan[nth] ?? 1;
  }
}

/** Notes for the rows under the bars from `first` to `end` (exclusive) from which row something reaches into them. */
export function writeReach(
  reachedFrom: Int32Array,
  { row, rowSpan }: Pick<BarLists, 'row' | 'rowSpan'>,
  first: number,
  end: number,
): void {
  for (let bar = first; bar < end; bar += 1) {
    const top = row[bar] ?? 0;
    const bottom = top + (rowSpan[bar] ?? 1);
    for (let below = top + 1; below < bottom; below += 1) {
      if ((reachedFrom[below] ?? below) > top) reachedFrom[below] = top;
    }
  }
}
