/** Where an arrow goes: along a column, to the next one, or to an end of the column or of the grid. */
export type Step = 'up' | 'down' | 'left' | 'right' | 'top' | 'bottom' | 'first' | 'last';

/** The cells of a column from top to bottom; `null` where nothing can be gone to. */
export type Cells = readonly (string | null)[];

/**
 * The cell one step from `from`, or `null` at an edge. Sideways it stays at its height, or goes as low as the next column
 * reaches; columns without a cell are passed over.
 */
export function stepFrom(columns: readonly Cells[], from: string, step: Step): string | null {
  const column = columns.findIndex((cells) => cells.includes(from));
  const cells = columns[column];
  if (cells === undefined) return null;
  const row = cells.indexOf(from);
  const whole = (index: number) => columns[index]?.find((cell) => cell !== null) ?? null;
  switch (step) {
    case 'up':
      return cells.slice(0, row).findLast((cell) => cell !== null) ?? null;
    case 'down':
      return cells.slice(row + 1).find((cell) => cell !== null) ?? null;
    case 'top':
      return whole(column);
    case 'bottom':
      return cells.findLast((cell) => cell !== null) ?? null;
    case 'left':
    case 'right': {
      const by = step === 'left' ? -1 : 1;
      for (let next = column + by; next >= 0 && next < columns.length; next += by) {
        const found = cellNear(columns[next] ?? [], row);
        if (found !== null) return found;
      }
      return null;
    }
    case 'first':
      return columns.map((_, index) => whole(index)).find((cell) => cell !== null) ?? null;
    case 'last':
      return columns.map((_, index) => whole(index)).findLast((cell) => cell !== null) ?? null;
  }
}

function cellNear(cells: Cells, row: number): string | null {
  const at = cells[Math.min(row, cells.length - 1)] ?? null;
  return at ?? cells.find((cell) => cell !== null) ?? null;
}

/** The cells from one to another in reading order, column by column, both included. */
export function cellsBetween(columns: readonly Cells[], from: string, to: string): string[] {
  const all = columns.flat().filter((cell) => cell !== null);
  const [a, b] = [all.indexOf(from), all.indexOf(to)];
  if (a === -1 || b === -1) return [];
  return all.slice(Math.min(a, b), Math.max(a, b) + 1);
}
