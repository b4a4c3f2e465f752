import { fromTabs, type PastedRow } from '#shared/domain/table/block-text.ts';
import { unguardCell } from '#shared/domain/table/guard.ts';

/**
 * The cells on a clipboard, from its text and its HTML table. Only the text keeps every space, and only the HTML keeps
 * the line ends of some spreadsheets. Where both have the same cells each takes its part; otherwise the HTML is right,
 * because nothing in a cell can be taken for its end there. `null` where there is nothing.
 */
export function clipboardRows(data: Pick<DataTransfer, 'getData'>): PastedRow[] | null {
  const text = data.getData('text/plain');
  const table = tableIn(data.getData('text/html'));
  if (text === '' && table === null) return null;
  const plain = fromTabs(text);
  if (table === null) return plain;
  if (text === '') return table;
  const isSame =
    plain.length === table.length && plain.every(({ cells }, y) => cells.length === table[y]?.cells.length);
  if (!isSame) return table;
  return plain.map(({ line, cells }, y) => ({
    line,
    cells: cells.map((cell, x) => {
      const other = table[y]?.cells[x] ?? '';
      return other.includes('\n') && !cell.includes('\n') ? other : cell;
    }),
  }));
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML: (html: string) => string };
}

/** The page's own policy asks that markup is trusted. This is only read, in a document where nothing runs or loads. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('clipboard-table', {
  createHTML: (html) => html,
});

/** The cells of the first table in an HTML text; `null` where there is none. */
function tableIn(html: string): PastedRow[] | null {
  if (!/<table/i.test(html)) return null;
  const trusted = policy?.createHTML(html) ?? html;
  const table = new DOMParser().parseFromString(trusted, 'text/html').querySelector('table');
  const rows = [...(table?.rows ?? [])].filter((row) => row.cells.length > 0);
  if (rows.length === 0) return null;
  return rows.map((row, at) => ({ line: at + 1, cells: [...row.cells].flatMap(cellsIn) }));
}

/** The text of a cell, and the empty ones that it covers. */
function cellsIn(cell: HTMLTableCellElement): string[] {
  const text = [...cell.childNodes].map(textIn).join('');
  const lines = text.split('\n').map((line) => line.trim());
  const covered = Math.min(cell.colSpan, 100) - 1;
  return [unguardCell(lines.join('\n').trim()), ...Array<string>(covered).fill('')];
}

/** Text as a page shows it: white space is one space, and only breaks and paragraphs end a line. */
function textIn(node: ChildNode): string {
  if (node instanceof HTMLBRElement) return '\n';
  if (!(node instanceof HTMLElement)) return (node.textContent ?? '').replaceAll(/[\s\u00a0]+/g, ' ');
  if (node.hidden || node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return '';
  const text = [...node.childNodes].map(textIn).join('');
  return /^(P|DIV|LI)$/.test(node.tagName) && node.previousSibling !== null ? `\n${text}` : text;
}
