import type { Dated } from './lanes.ts';

/** Bars with their rows (from 0), as parallel lists in the order in which they were placed. */
export interface Placed {
  readonly dated: Dated[];
  readonly row: number[];
  readonly rowSpan: number[];
}

/** The placed bars by row, in a row by time, and where each row begins among them. */
export function orderByRow(
  { dated, row }: Placed,
  rowCount: number,
): { rowStart: Int32Array; order: Int32Array } {
  const rowStart = new Int32Array(rowCount + 1);
  for (const at of row) rowStart[at + 1] = (rowStart[at + 1] ?? 0) + 1;
  for (let index = 1; index <= rowCount; index += 1) {
    rowStart[index] = (rowStart[index] ?? 0) + (rowStart[index - 1] ?? 0);
  }
  const order = new Int32Array(row.length);
  const next = rowStart.slice();
  row.forEach((at, place) => {
    const bar = next[at] ?? 0;
    next[at] = bar + 1;
    order[bar] = place;
  });
  for (let index = 0; index < rowCount; index += 1) {
    sortByStart(order, rowStart[index] ?? 0, rowStart[index + 1] ?? 0, dated);
  }
  return { rowStart, order };
}

/** Sorts a stretch of `order` in place. Rows are short and nearly in order, for which moving each up is quickest. */
function sortByStart(order: Int32Array, begin: number, end: number, dated: readonly Dated[]): void {
  for (let at = begin + 1; at < end; at += 1) {
    const place = order[at] ?? 0;
    const start = dated[place]?.start ?? 0;
    let free = at;
    for (; free > begin; free -= 1) {
      const before = order[free - 1] ?? 0;
      if ((dated[before]?.start ?? 0) <= start) break;
      order[free] = before;
    }
    order[free] = place;
  }
}
