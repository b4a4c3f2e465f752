import { codeText } from '#shared/domain/plan/course-code.ts';
import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import { namelessCourse } from '#shared/words/imports.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { cellIn, namesColumns, readColumns, reportBeyond, type Columns } from './columns.ts';
import { keyOf } from './keys.ts';
import { CODE_LIMIT, fitText, LINE_LIMIT, type Report } from './report.ts';
import type { Section } from './sections.ts';

/** The columns of courses. The last four are worked out anew from the requisites and not stored. */
const COLUMNS = [
  'courseid',
  'coursename',
  'prefix',
  'number',
  'prerequisites',
  'corequisites',
  'strictcorequisites',
  'credithours',
  'institution',
  'canonicalname',
  'term',
  'complexity',
  'blocking',
  'delay',
  'centrality',
] as const;
type CourseColumns = Columns<(typeof COLUMNS)[number]>;

/** A course as its row gives it. `id` is `null` when it has none of its own; `term` counts from 1. */
export interface CourseRow {
  line: number;
  id: string | null;
  title: string;
  prefix: string;
  number: string;
  credits: number | null;
  institution: string | null;
  canonicalName: string | null;
  term: number | null;
  /** The cells that list requisites, as they stand. */
  requisites: Record<RequisiteSet['kind'], string>;
}

const MOST_CREDITS = 1_000_000;
/** More terms than anybody studies; a number beyond is a slip, and would fill the plan with empty terms. */
const MOST_TERMS = 100;

/**
 * The courses of the tables `Courses` and `Additional Courses`; the second may leave out its row of column names.
 * `null` when the first does not name its columns.
 */
export function readCourses(sections: readonly Section[], report: Report): CourseRow[] | null {
  const reader = new CourseReader(report);
  let columns: CourseColumns | null = null;
  for (const { name, rows } of sections) {
    if (name !== 'courses' && name !== 'additionalcourses') continue;
    const [first, ...rest] = rows;
    const named: boolean = first !== undefined && namesColumns(first, COLUMNS);
    if (named && first !== undefined) columns = readColumns(first, COLUMNS, report);
    if (columns === null || !canName(columns)) return null;
    for (const row of named ? rest : rows) {
      // A table that was printed on several pages names its columns on each.
      if (namesCourseColumns(row)) columns = readColumns(row, COLUMNS, report);
      else reader.read(row, columns);
    }
  }
  return reader.courses;
}

/** True for a row that begins a table of courses by the exact names of at least three columns, one of them the name's. */
export function namesCourseColumns({ cells }: CsvRow): boolean {
  const keys = cells.map((name) => keyOf(name));
  return keys.includes('coursename') && COLUMNS.filter((known) => keys.includes(known)).length >= 3;
}

function canName({ places }: CourseColumns): boolean {
  return places.has('coursename') || places.has('number');
}

class CourseReader {
  readonly courses: CourseRow[] = [];
  readonly #report: Report;
  /** By id: the row that has it, and what it holds. */
  readonly #rows = new Map<string, { line: number; cells: string }>();

  constructor(report: Report) {
    this.#report = report;
  }

  read(row: CsvRow, columns: CourseColumns): void {
    const { line } = row;
    const report = this.#report;
    const cell = (key: (typeof COLUMNS)[number]) => cellIn(row, columns, key);
    const fit = (key: (typeof COLUMNS)[number], column: string, limit = LINE_LIMIT) =>
      fitText(cell(key), limit, column, line, report);
    const name = cell('coursename');
    const code = codeText({ prefix: cell('prefix'), number: cell('number') });
    if (name === '' && code === '') return report(line, { code: 'no-course' });

    const id = this.#readId(fit('courseid', 'Course ID'), row);
    if (id === 'repeated') return;
    const title = fitText(name || namelessCourse(code, id), LINE_LIMIT, 'Course Name', line, report);
    if (name === '') report(line, { code: 'name-missing', title });
    reportBeyond(row, columns, report);
    this.courses.push({
      line,
      id,
      title,
      prefix: fit('prefix', 'Prefix', CODE_LIMIT),
      number: fit('number', 'Number', CODE_LIMIT),
      credits: this.#readCredits(cell('credithours'), line),
      institution: fit('institution', 'Institution') || null,
      canonicalName: fit('canonicalname', 'Canonical Name') || null,
      term: this.#readTerm(cell('term'), line),
      requisites: {
        pre: cell('prerequisites'),
        co: cell('corequisites'),
        strict: cell('strictcorequisites'),
      },
    });
  }

  /** The id if it is the first of its kind, `null` if another course has it; `repeated` for the same row again. */
  #readId(id: string, { line, cells }: CsvRow): string | null {
    if (id === '') {
      this.#report(line, { code: 'id-missing' });
      return null;
    }
    const content = JSON.stringify(cells);
    const before = this.#rows.get(idKey(id));
    if (before !== undefined) {
      const same = before.cells === content;
      this.#report(line, { code: same ? 'course-repeated' : 'id-repeated', id, line: before.line });
      return same ? 'repeated' : null;
    }
    this.#rows.set(idKey(id), { line, cells: content });
    if (!WHOLE.test(id)) this.#report(line, { code: 'id-odd', id });
    return id;
  }

  #readCredits(value: string, line: number): number | null {
    if (value === '') return null;
    const credits = /^(\d+(\.\d*)?|\.\d+)$/.test(value) ? Number(value) : NaN;
    if (credits <= MOST_CREDITS) return credits;
    this.#report(line, { code: 'credits-unknown', value });
    return null;
  }

  #readTerm(value: string, line: number): number | null {
    if (value === '') return null;
    const term = WHOLE.test(value) ? Number(value) : NaN;
    if (term >= 1 && term <= MOST_TERMS) return term;
    this.#report(line, { code: 'term-unknown', value });
    return null;
  }
}

/** Spreadsheets make `1.0` of a whole number when other cells of its column are not whole. */
const WHOLE = /^\d+(\.0*)?$/;

/** An id as it is compared: `04` and `4.0` are 4. */
export function idKey(id: string): string {
  return WHOLE.test(id) ? id.replace(/\..*$/, '').replace(/^0+(?=\d)/, '') : id;
}
