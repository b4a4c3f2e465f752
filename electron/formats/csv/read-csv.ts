import { unguardCell } from '#shared/domain/table/guard.ts';

/** A row of cells and the line it begins on, from 1. Cells are trimmed. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** What stands between cells: a comma, a semicolon where the comma is the decimal mark, a tab in what was copied. */
export type Separator = ',' | ';' | '\t' | '|';

/** What stands between cells, and whether `#` begins a line that is no row. */
export interface CsvDialect {
  separator?: Separator;
  comments?: boolean;
}

/**
 * The rows of CSV text, and the lines whose quotation marks do not fit. Lines end with CRLF, LF or CR; those that
 * begin with `#` are skipped, unless `comments` is false, and so are rows without anything in them. A quoted cell may
 * hold separators and line ends.
 * Where its end is missing, the mark is taken as it stands and the cell ends with its line at the latest, so that no
 * later line disappears in it.
 */
export function readCsv(
  text: string,
  { separator = ',', comments = true }: CsvDialect = {},
): { rows: CsvRow[]; oddQuotes: number[] } {
  const reader = new CsvReader(text, separator, comments);
  const rows: CsvRow[] = [];
  while (!reader.atEnd) {
    const row = reader.readRow();
    if (row.cells.some((cell) => cell !== '')) rows.push(row);
  }
  return { rows, oddQuotes: reader.oddQuotes };
}

class CsvReader {
  readonly #text: string;
  readonly #separator: string;
  readonly #comments: boolean;
  readonly #plainEnd: RegExp;
  #at = 0;
  #line = 1;
  readonly oddQuotes: number[] = [];

  constructor(text: string, separator: string, comments: boolean) {
    this.#text = text;
    this.#separator = separator;
    this.#comments = comments;
    this.#plainEnd = new RegExp(`[${separator}\\r\\n]`, 'g');
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  readRow(): CsvRow {
    const start = this.#at;
    const line = this.#line;
    if (this.#comments && this.#text[start] === '#') {
      this.#at = this.#lineEnd();
      this.#takeLineEnd();
      return { line, cells: [] };
    }
    const cells = this.#readCells(this.#text.length);
    if (cells !== null) return { line, cells };
    this.#at = start;
    this.#line = line;
    return { line, cells: this.#readOddCells() };
  }

  /** The cells up to the end of the row, or `null` when a quoted one does not end where a cell can. */
  #readCells(limit: number): string[] | null {
    const cells: string[] = [];
    do {
      const cell = this.#opensQuote() ? this.#readQuoted(limit) : this.#readPlain();
      if (cell === null) return null;
      cells.push(clean(cell));
    } while (this.#take(this.#separator));
    this.#takeLineEnd();
    return cells;
  }

  /** The cells of this line alone; a quotation mark without its other half is a character like any other. */
  #readOddCells(): string[] {
    const line = this.#line;
    const limit = this.#lineEnd();
    const cells: string[] = [];
    let odd = false;
    do {
      const start = this.#at;
      let cell = this.#opensQuote() ? this.#readQuoted(limit) : this.#readPlain();
      if (cell === null) {
        odd = true;
        this.#at = start;
        cell = this.#readPlain();
      }
      cells.push(clean(cell));
    } while (this.#take(this.#separator));
    this.#takeLineEnd();
    if (odd) this.oddQuotes.push(line);
    return cells;
  }

  #opensQuote(): boolean {
    let at = this.#at;
    while (this.#text[at] === ' ' || (this.#text[at] === '\t' && this.#separator !== '\t')) at += 1;
    if (this.#text[at] !== '"') return false;
    this.#at = at + 1;
    return true;
  }

  /** What is between the marks, read up to `limit` at most; `null` when more than space follows them. */
  #readQuoted(limit: number): string | null {
    let content = '';
    for (;;) {
      const close = this.#text.indexOf('"', this.#at);
      if (close < 0 || close >= limit) return null;
      const part = this.#text.slice(this.#at, close);
      content += part;
      this.#line += lineEndsIn(part);
      this.#at = close + 1;
      if (!this.#take('"')) break;
      content += '"';
    }
    return this.#readPlain().trim() === '' ? content : null;
  }

  #readPlain(): string {
    const stop = this.#find(this.#plainEnd);
    const taken = this.#text.slice(this.#at, stop);
    this.#at = stop;
    return taken;
  }

  #lineEnd(): number {
    return this.#find(/[\r\n]/g);
  }

  #find(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.index ?? this.#text.length;
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #takeLineEnd(): void {
    const returned = this.#take('\r');
    const fed = this.#take('\n');
    if (returned || fed) this.#line += 1;
  }
}

function clean(cell: string): string {
  return unguardCell(cell).trim();
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
