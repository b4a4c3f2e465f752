import type { CsvRow } from '../csv/read-csv.ts';
import { keyOf, knownKey } from './keys.ts';
import type { Report } from './report.ts';

const HEADERS = ['curriculum', 'degreeplan', 'institution', 'degreetype', 'systemtype', 'cip'] as const;
export type HeaderName = (typeof HEADERS)[number];

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

/** The header rows, in any order, and the tables below them. Rows that are neither are reported. */
export function readSections(
  rows: readonly CsvRow[],
  report: Report,
): { headers: Map<HeaderName, Header>; sections: Section[] } {
  const headers = new Map<HeaderName, Header>();
  const sections: Section[] = [];
  for (const row of rows) {
    const [first = '', ...others] = row.cells;
    const name = others.every((cell) => cell === '') ? knownKey(first, SECTIONS) : null;
    const section = sections.at(-1);
    // Below a table only an exact name is a header: a course must not be taken for one.
    const header = section ? HEADERS.find((known) => known === keyOf(first)) : knownKey(first, HEADERS);
    if (name !== null) sections.push({ name, line: row.line, rows: [] });
    else if (header) addHeader(headers, header, row, report);
    else if (section) section.rows.push(row);
    else report(row.line, { code: 'line-unknown', text: row.cells.filter(Boolean).join(', ') });
  }
  return { headers, sections };
}

function addHeader(headers: Map<HeaderName, Header>, name: HeaderName, row: CsvRow, report: Report): void {
  const value = row.cells.slice(1, row.cells.findLastIndex((cell) => cell !== '') + 1).join(', ');
  const before = headers.get(name);
  if (before === undefined || before.value === '') headers.set(name, { line: row.line, value });
  else if (value !== '')
    report(row.line, { code: 'line-repeated', name: row.cells[0] ?? '', line: before.line });
}
