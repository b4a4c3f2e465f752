import type { CsvRow } from '../csv/read-csv.ts';
import { emptyCells, readCredits, type Report, type RowCells } from './cells.ts';
import type { Columns, Role } from './columns.ts';
import { isNumber, readCode } from './course-code.ts';
import { readGrade, readStatus } from './grades.ts';
import { joinTerm, readTerm } from './term-name.ts';

/**
 * Reads a row under a row of column names; `null` when it names no course. What stands outside the columns, or in
 * them and cannot be read, is reported.
 */
export function readByColumns({ line, cells }: CsvRow, { roles }: Columns, report: Report): RowCells | null {
  const cell = (role: Role) => cells[roles.indexOf(role)]?.trim() ?? '';
  const row = nameCourse(cell);
  if (row === null) return null;
  const beyond = cells.slice(roles.length).filter((text) => text !== '');
  if (beyond.length > 0) report(line, { code: 'cells-unused', cells: beyond });

  const term = cell('year') === '' ? readTerm(cell('term')) : null;
  row.term = term?.term ?? joinTerm(cell('term'), cell('year'));
  const named = [cell('term'), cell('year')].filter(Boolean).join(' ');
  if (row.term === null && named !== '') report(line, { code: 'term-unknown', value: named });
  row.institution = cell('institution');
  row.credits = creditsIn(cell, (value) => report(line, { code: 'credits-unknown', value }));

  // A column called “Grade” may hold “In Progress”, and one called “Result” a grade.
  const [grade, status] = [cell('grade'), cell('status')];
  const given = readGrade(grade) ?? readStatus(grade);
  const said = readStatus(status) ?? readGrade(status);
  row.grade = given?.grade ?? said?.grade ?? null;
  row.status =
    said !== null && said.status !== 'completed' ? said.status : (given?.status ?? said?.status ?? null);
  if (grade !== '' && given === null) {
    if (row.status === null) row.unclear = grade;
    else report(line, { code: 'grade-unknown', value: grade });
  } else if (row.status === null && status !== '') row.unclear = status;
  else if (status !== '' && said === null) report(line, { code: 'cells-unused', cells: [status] });
  return row;
}

/** The code and title of a row. Either may stand in the column of the other, or both in one. */
function nameCourse(cell: (role: Role) => string): RowCells | null {
  const row = emptyCells();
  const [first, title, number] = [cell('code'), cell('title'), cell('number')];
  const prefix = cell('prefix');
  const code = readCode(first) ?? (first === '' || !isNumber(first) ? readCode(number) : null);
  const bare = number !== '' ? number : isNumber(first) ? first : '';
  if (prefix !== '' && bare !== '' && code === null)
    return { ...row, prefix, number: bare.toUpperCase(), title };
  if (code) {
    // A column with code and title, and one more with the title: the latter is the longer one.
    return { ...row, prefix: code.prefix, number: code.number, title: title === '' ? code.rest : title };
  }
  const other = readCode(title);
  if (other) return { ...row, prefix: other.prefix, number: other.number, title: other.rest || first };
  const name = title || (isNumber(first) ? '' : first);
  return name === '' ? null : { ...row, title: name };
}

/** The credits a course is worth: what is given, else what was attempted or, for transfers, earned. */
function creditsIn(cell: (role: Role) => string, reject: (value: string) => void): number | null {
  const given = (['credits', 'attempted', 'earned'] as const).map((role) => {
    const value = cell(role);
    const credits = readCredits(value);
    if (credits === null && value !== '' && !/^[-–—]+$/.test(value)) reject(value);
    return credits;
  });
  const [credits, ...others] = given;
  if (typeof credits === 'number') return credits;
  const known = others.filter((value) => value !== null);
  return known.length === 0 ? null : Math.max(...known);
}
