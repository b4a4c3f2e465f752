import { guardCell } from '#shared/domain/table/guard.ts';
import { plainNumber } from '#shared/domain/table/plain-number.ts';

/**
 * CSV text (RFC 4180: CRLF, quotes where they are needed) of rows that are all as wide as the widest, so that every
 * reader sees the same columns. Cells are text or numbers; only text is guarded against being run as a formula.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  return rows.map((cells) => `${lineOf(cells)}${','.repeat(width - cells.length)}\r\n`).join('');
}

function lineOf(cells: readonly (string | number)[]): string {
  return cells.map((cell) => (typeof cell === 'number' ? plainNumber(cell) : textCell(cell))).join(',');
}

/** Where `;` separates columns, a cell that holds one would be cut in two; so it is quoted as well. */
function textCell(text: string): string {
  const safe = guardCell(plainText(text));
  return /["',;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What no text file can hold becomes the character for "not readable": a NUL, half of a surrogate pair. */
function plainText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
