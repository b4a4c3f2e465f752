import type { CsvRow } from '../csv/read-csv.ts';
import { namesCourseColumns } from './courses.ts';
import { keyOf, knownKey } from './keys.ts';
import type { Report } from './report.ts';

const HEADERS = ['curriculum', 'degreeplan', 'institution', 'degreetype', 'systemtype', 'cip'] as const;
export type HeaderName = (typeof HEADERS)[number];
/** What older files call them. */
const OLD_HEADERS: Readonly<Record<string, HeaderName>> = {
  curriculumname: 'curriculum',
  degreeplanname: 'degreeplan',
};

const SECTIONS = [
  'courses',
  'additionalcourses',
  'courselearningoutcomes',
  'curriculumlearningoutcomes',
] as const;
export type SectionName = (typeof SECTIONS)[number];

/** What a header row says. Cells after the first belong to it: a comma without quotation marks has cut it in pieces. */
export interface Header {
  line: number;
  value: string;
}

export interface Section {
  name: SectionName;
  line: number;
  rows: CsvRow[];
}

/** One curriculum of a file: its header rows, in any order, and the tables below them. */
export interface FoundCurriculum {
  headers: Map<HeaderName, Header>;
  sections: Section[];
}

/**
 * The curricula of a file, nearly always one. Another begins with a second table of courses that has header rows of
 * its own. Rows that belong to nothing are reported.
 */
export function readSections(rows: readonly CsvRow[], report: Report): FoundCurriculum[] {
  const reader = new SectionReader(report);
  for (const [place, row] of rows.entries()) reader.read(row, rows[place + 1]);
  return reader.end();
}

class SectionReader {
  readonly #report: Report;
  readonly #curricula: FoundCurriculum[] = [];
  #current: FoundCurriculum = { headers: new Map(), sections: [] };
  /** A header row below a table and what follows it, until it shows whether another curriculum has begun there. */
  #undecided: CsvRow[] = [];

  constructor(report: Report) {
    this.#report = report;
    this.#curricula.push(this.#current);
  }

  read(row: CsvRow, next: CsvRow | undefined): void {
    const name = this.#sectionOf(row, next);
    if (name !== null) {
      this.#decide(name);
      this.#current.sections.push({ name, line: row.line, rows: [] });
      const beyond = row.cells.slice(1).filter(Boolean);
      if (beyond.length > 0) this.#report(row.line, { code: 'cells-beyond', cells: beyond });
    } else if (this.#current.sections.length === 0 && namesCourseColumns(row)) {
      this.#report(row.line, { code: 'heading-missing' });
      this.#current.sections.push({ name: 'courses', line: row.line, rows: [row] });
    } else if (this.#undecided.length > 0 || (this.#current.sections.length > 0 && exactHeader(row))) {
      this.#undecided.push(row);
    } else this.#keep(row);
  }

  end(): FoundCurriculum[] {
    for (const row of this.#undecided) this.#keep(row);
    return this.#curricula;
  }

  /** A heading stands alone in its row, or has the very name of one and the names of columns below it. */
  #sectionOf({ cells }: CsvRow, next: CsvRow | undefined): SectionName | null {
    const [first = '', ...others] = cells;
    if (others.every((cell) => cell === '')) return knownKey(first, SECTIONS);
    const exact = SECTIONS.find((known) => known === keyOf(first));
    return exact !== undefined && next !== undefined && namesCourseColumns(next) ? exact : null;
  }

  #decide(name: SectionName): void {
    const rows = this.#undecided;
    this.#undecided = [];
    const again = name === 'courses' && this.#current.sections.some((section) => section.name === name);
    if (again && rows.length > 0) {
      this.#current = { headers: new Map(), sections: [] };
      this.#curricula.push(this.#current);
    }
    for (const row of rows) this.#keep(row);
  }

  /** Below a table only an exact name is a header: a course must not be taken for one. */
  #keep(row: CsvRow): void {
    const section = this.#current.sections.at(-1);
    const header = exactHeader(row) ?? (section ? null : knownKey(row.cells[0] ?? '', HEADERS));
    if (header !== null) this.#addHeader(header, row);
    else if (section) section.rows.push(row);
    else this.#report(row.line, { code: 'line-unknown', text: row.cells.filter(Boolean).join(', ') });
  }

  #addHeader(name: HeaderName, row: CsvRow): void {
    const { headers } = this.#current;
    const value = row.cells.slice(1, row.cells.findLastIndex((cell) => cell !== '') + 1).join(', ');
    const before = headers.get(name);
    if (before === undefined || before.value === '') headers.set(name, { line: row.line, value });
    else if (value !== '')
      this.#report(row.line, { code: 'line-repeated', name: row.cells[0] ?? '', line: before.line });
  }
}

function exactHeader({ cells: [first = ''] }: CsvRow): HeaderName | null {
  const key = keyOf(first);
  return HEADERS.find((known) => known === key) ?? OLD_HEADERS[key] ?? null;
}
