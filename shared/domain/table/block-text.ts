import { guardCell, unguardCell } from './guard.ts';
import { plainNumber } from './plain-number.ts';
import type { CellValue } from './cells.ts';

/** Rows of cells as the clipboard holds them, each with the line it begins on, from 1. */
export interface PastedRow {
  line: number;
  cells: string[];
}

/**
 * Cells as tab-separated text, as spreadsheets write and read it: rows end with CRLF, a cell that holds a tab, a line
 * end or a quotation mark stands in quotation marks. Text that a spreadsheet would run is guarded; numbers are not.
 */
export function toTabs(rows: readonly (readonly CellValue[])[]): string {
  return rows.map((cells) => cells.map(tabCell).join('\t')).join('\r\n');
}

function tabCell(value: CellValue): string {
  const text = safeText(value);
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Line ends inside a cell are LF, as spreadsheets have them, so that CRLF can only be the end of a row. */
const safeText = (value: CellValue): string => {
  if (value === null) return '';
  return typeof value === 'number' ? plainNumber(value) : guardCell(value.replaceAll(/\r\n?/g, '\n'));
};

/** The same cells as an HTML table, in which a cell keeps its line ends. `head` rows come first as headings. */
export function toHtml(rows: readonly (readonly CellValue[])[], head = 0): string {
  const written = rows.map((cells, place) => {
    const tag = place < head ? 'th' : 'td';
    return `<tr>${cells.map((value) => `<${tag}>${escaped(safeText(value))}</${tag}>`).join('')}</tr>`;
  });
  return `<meta charset="utf-8"><table>${written.join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/\r\n|\r|\n/g, '<br>');
}

/**
 * The cells of tab-separated text as spreadsheets put it on the clipboard. A cell that begins with a quotation mark goes on
 * to the next one that is not doubled; where that does not end the cell, the marks are characters like any other,
 * because spreadsheets quote only cells with tabs or line ends. The guard is taken off again.
 */
export function fromTabs(text: string): PastedRow[] {
  // A spreadsheet ends the last row as well.
  const whole = text.replace(/\r\n?|\n/g, '\n').replace(/\n$/, '');
  const rows: PastedRow[] = [];
  let [at, line] = [0, 1];
  while (at <= whole.length) {
    const row: PastedRow = { line, cells: [] };
    for (;;) {
      const cell = quotedAt(whole, at) ?? plainAt(whole, at);
      row.cells.push(unguardCell(cell.text));
      line += whole.slice(at, cell.end).split('\n').length - 1;
      at = cell.end + 1;
      if (whole[cell.end] !== '\t') break;
    }
    line += 1;
    rows.push(row);
  }
  return rows;
}

interface Cut {
  text: string;
  /** Where the mark after the cell is, or the end of the text. */
  end: number;
}

function quotedAt(whole: string, start: number): Cut | null {
  if (whole[start] !== '"') return null;
  let text = '';
  for (let at = start + 1; ;) {
    const close = whole.indexOf('"', at);
    if (close < 0) return null;
    text += whole.slice(at, close);
    const next = whole[close + 1];
    if (next === '"') {
      text += '"';
      at = close + 2;
    } else return next === undefined || next === '\t' || next === '\n' ? { text, end: close + 1 } : null;
  }
}

function plainAt(whole: string, start: number): Cut {
  const found = /[\t\n]/g;
  found.lastIndex = start;
  const end = found.exec(whole)?.index ?? whole.length;
  return { text: whole.slice(start, end), end };
}
