import { readCsv, type CsvRow } from '../csv/read-csv.ts';

/** A text cut into rows and cells in one way; `oddQuotes` are lines whose quotation marks do not fit. */
export interface Table {
  rows: CsvRow[];
  oddQuotes: number[];
}

/** What can stand between the cells of a row, the most certain first; `spaces` are two or more of them. */
export const SEPARATORS = ['\t', '|', ';', ',', 'spaces'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** A web page's spaces as plain ones, and without the marks that nobody sees. */
export function plainText(text: string): string {
  return text.replaceAll(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ').replaceAll(/[\ufeff\u200b\u00ad]/g, '');
}

/** Cuts a text into rows. Quoted cells may hold line ends, except where spaces separate. */
export function cutTable(text: string, separator: Separator): Table {
  if (separator === 'spaces') return { rows: rowsBySpaces(text), oddQuotes: [] };
  const { rows, oddQuotes } = readCsv(text, { separator, comments: false });
  return { rows: separator === '|' ? withoutFrame(rows) : rows, oddQuotes };
}

function rowsBySpaces(text: string): CsvRow[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: index + 1, cells: line.trim().split(/\s*\t\s*|\s{2,}/) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

/** A table drawn with `|` at its sides has an empty cell there in every row. */
function withoutFrame(rows: CsvRow[]): CsvRow[] {
  const drawn = rows.filter(({ cells }) => cells.length > 1);
  if (drawn.length === 0) return rows;
  const start = drawn.every(({ cells }) => cells[0] === '') ? 1 : 0;
  const end = drawn.every(({ cells }) => cells.at(-1) === '') ? -1 : undefined;
  return rows.map((row) => (row.cells.length > 1 ? { ...row, cells: row.cells.slice(start, end) } : row));
}

/** True for a row that is only a line drawn under a heading: `---  ---`, `:--|--:`. */
export function isRuler({ cells }: CsvRow): boolean {
  return cells.every((cell) => /^[-:=+_*~–—\s]*$/.test(cell));
}
