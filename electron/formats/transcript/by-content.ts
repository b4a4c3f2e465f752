import type { CsvRow } from '../csv/read-csv.ts';
import { emptyCells, isNumeric, readCredits, type Report, type RowCells } from './cells.ts';
import { isNumber, isPrefix, readCode } from './course-code.ts';
import { readGrade, readStatus } from './grades.ts';
import { readTerm } from './term-name.ts';

/**
 * Reads a row without column names by what its cells look like: the code first, then whatever is a term, a grade, a
 * number of credits or a word such as "Completed"; the first other text after the code is the title. `null` when
 * there is no code in it. Text left over is reported; further numbers are points and totals.
 */
export function readByContent({ line, cells }: CsvRow, report: Report): RowCells | null {
  const found = findCode(cells);
  if (found === null) return null;
  const row = { ...emptyCells(), prefix: found.prefix, number: found.number, title: found.rest };
  const left: string[] = [];
  for (const [place, cell] of cells.entries()) {
    if (cell === '' || (place >= found.at && place < found.at + found.cells)) continue;
    const term = readTerm(cell);
    const result = place > found.at ? (readGrade(cell) ?? readStatus(cell)) : null;
    if (term !== null && term.rest === '' && row.term === null) row.term = term.term;
    else if (row.title === '' && place > found.at && !isNumeric(cell) && !isLastOfKind(cell, place, cells))
      row.title = cell;
    else if (result && row.status === null) Object.assign(row, result);
    else if (result && result.status !== row.status && result.grade === null) row.status = result.status;
    else if (result?.grade && row.grade === null) row.grade = result.grade;
    else if (isNumeric(cell) || readCredits(cell) !== null) {
      if (place > found.at) row.credits ??= readCredits(cell);
    } else left.push(cell);
  }
  if (row.title === '' && left.length > 0) row.title = left.shift() ?? '';
  if (left.length > 0) report(line, { code: 'cells-unused', cells: left });
  return row;
}

interface FoundCode {
  prefix: string;
  number: string;
  rest: string;
  at: number;
  cells: 1 | 2;
}

function findCode(cells: readonly string[]): FoundCode | null {
  const codes = cells.map((cell) => (readTerm(cell) ? null : readCode(cell)));
  const whole = codes.findIndex((code) => code?.rest === '');
  const [first, second] = [
    cells.findIndex(isPrefix),
    whole === -1 ? codes.findIndex((code) => code !== null) : whole,
  ];
  const number = cells[first + 1];
  if (first !== -1 && number !== undefined && isNumber(number) && (second === -1 || first < second))
    return { prefix: cells[first] ?? '', number: number.toUpperCase(), rest: '', at: first, cells: 2 };
  const code = codes[second];
  return code ? { ...code, at: second, cells: 1 } : null;
}

/** A grade such as “A” or “Pass” is not the title, unless another one follows for the grade. */
function isLastOfKind(cell: string, place: number, cells: readonly string[]): boolean {
  const isResult = (text: string) =>
    readGrade(text) !== null || readStatus(text) !== null || readTerm(text)?.rest === '';
  return isResult(cell) && !cells.slice(place + 1).some(isResult);
}
