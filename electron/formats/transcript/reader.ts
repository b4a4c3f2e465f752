import type { CourseStatus } from '#shared/domain/plan/items.ts';
import type { TermName } from '#shared/domain/template/usual-term.ts';
import type { LineProblem, TranscriptProblem, TranscriptRow } from '#shared/domain/transcript/types.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { CODE_LIMIT, fitText, LINE_LIMIT } from '../curricular-analytics/report.ts';
import { readByColumns } from './by-columns.ts';
import { readByContent } from './by-content.ts';
import { readByWords } from './by-words.ts';
import type { Report, RowCells } from './cells.ts';
import { readColumns, type Columns } from './columns.ts';
import { isTotal, readHeading, type Heading } from './headings.ts';
import { isRuler } from './tables.ts';

/** More courses than anybody takes. */
const MOST_ROWS = 1_000;

/** Reads the rows of a transcript one after the other and remembers the headings above them. */
export class TranscriptReader {
  readonly rows: TranscriptRow[] = [];
  readonly problems: LineProblem[] = [];
  readonly structure: number[] = [];
  readonly #loose: boolean;
  #columns: Columns | null = null;
  #heading: TermName | null = null;
  /** The term of the row before: merged cells of a table are empty but for the first. */
  #above: TermName | null = null;
  #section: { status: CourseStatus; institution: string | null } | null = null;

  /** `loose` when cells are told apart by spaces only, so that a line may be one cell by accident. */
  constructor(loose: boolean) {
    this.#loose = loose;
  }

  report(line: number, problem: TranscriptProblem): void {
    this.problems.push({ line, problem });
  }

  read(row: CsvRow): void {
    const { line, cells } = row;
    const filled = cells.filter((cell) => cell !== '');
    const columns = readColumns(row);
    if (isRuler(row)) this.structure.push(line);
    else if (columns) {
      this.#columns = columns;
      this.#above = null;
      this.structure.push(line);
      if (columns.unknown.length > 0) this.report(line, { code: 'columns-unknown', names: columns.unknown });
    } else if (!this.#readCourse(row, filled)) this.#readOther(line, filled);
  }

  #readCourse(row: CsvRow, filled: readonly string[]): boolean {
    const { line } = row;
    if (filled.length === 1) {
      const cells =
        this.#loose && readHeading(filled[0] ?? '') === null ? readByWords(filled[0] ?? '') : null;
      return cells !== null && this.#keep(line, cells);
    }
    const columns = this.#columns;
    const byColumns = columns && readWith((report) => readByColumns(row, columns, report));
    const byContent = readWith((report) => readByContent(row, report));
    // Without a code, a line under columns must say more than a name: totals and notes stand there as well.
    const named = byColumns && !isTotal(filled.join(' ')) && tellsMore(byColumns.cells) ? byColumns : null;
    const content = byContent && tellsMore(byContent.cells) ? byContent : null;
    // Columns that do not fit, or in which there is no code while there is one in the row, are those of another table.
    const fits = byColumns !== null && byColumns.problems.length <= (content?.problems.length ?? Infinity);
    const read = fits && byColumns.cells.prefix !== '' ? byColumns : (content ?? named);
    if (read === null) return false;
    this.problems.push(...read.problems);
    return this.#keep(line, read.cells);
  }

  #readOther(line: number, filled: readonly string[]): void {
    const text = filled.join('  ');
    const heading = readHeading(text);
    if (heading) {
      this.structure.push(line);
      this.#enter(heading);
    } else this.report(line, { code: isTotal(text) ? 'total' : 'not-a-course', text });
  }

  #enter(heading: Heading): void {
    this.#above = null;
    if (heading.sort === 'section') {
      const { status, institution } = heading;
      this.#section = status === null ? null : { status, institution };
      this.#heading = null;
      return;
    }
    this.#heading = heading.term;
    if (this.#section?.status !== 'transferred') return;
    // Among transfers a term names the school it was at; a term alone is one of the program again.
    this.#section = heading.rest === '' ? null : { ...this.#section, institution: heading.rest };
  }

  #keep(line: number, cells: RowCells): true {
    if (this.rows.length >= MOST_ROWS) {
      this.report(line, { code: 'too-many', limit: MOST_ROWS });
      return true;
    }
    const fit = (text: string, limit: number, column: string) =>
      fitText(text, limit, column, line, (line, problem) => this.report(line, problem));
    const transferred = this.#section?.status === 'transferred' && cells.status !== 'withdrawn';
    const status =
      transferred && cells.status !== 'enrolled'
        ? 'transferred'
        : (cells.status ?? this.#section?.status ?? null);
    if (cells.term) this.#above = cells.term;
    this.rows.push({
      ...cells,
      line,
      term: cells.term ?? this.#heading ?? (status === 'transferred' ? null : this.#above),
      prefix: fit(cells.prefix, CODE_LIMIT, 'Subject'),
      number: fit(cells.number, CODE_LIMIT, 'Number'),
      title: fit(cells.title, LINE_LIMIT, 'Title'),
      status: cells.unclear === null ? status : cells.status,
      institution:
        fit(cells.institution || (this.#section?.institution ?? ''), LINE_LIMIT, 'Institution') || null,
    });
    return true;
  }
}

/** The cells of a row as one way of reading has them, with what it could not use. */
function readWith(
  read: (report: Report) => RowCells | null,
): { cells: RowCells; problems: LineProblem[] } | null {
  const problems: LineProblem[] = [];
  const cells = read((line, problem) => problems.push({ line, problem }));
  return cells && { cells, problems };
}

function tellsMore({ title, credits, grade, status, unclear, term }: RowCells): boolean {
  return [title !== '', credits !== null, grade ?? status ?? unclear, term].filter(Boolean).length >= 2;
}
