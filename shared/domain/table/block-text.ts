import { guardCell } from './guard.ts';
import { plainNumber } from './plain-number.ts';
import type { CellValue } from './cells.ts';

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

const safeText = (value: CellValue): string =>
  value === null ? '' : typeof value === 'number' ? plainNumber(value) : guardCell(value);

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
