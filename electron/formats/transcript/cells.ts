import type { TranscriptProblem, TranscriptRow } from '#shared/domain/transcript/types.ts';

/** Told of everything in a line that could not be used as it stands. */
export type Report = (line: number, problem: TranscriptProblem) => void;

/** What the cells of one row say, before anything above them is taken into account. */
export type RowCells = Omit<TranscriptRow, 'line' | 'institution'> & { institution: string };

/** A row about which nothing is known yet. */
export function emptyCells(): RowCells {
  return {
    term: null,
    prefix: '',
    number: '',
    title: '',
    credits: null,
    grade: null,
    status: null,
    unclear: null,
    institution: '',
  };
}

/** More than any course brings; larger numbers are ids, years and codes of places. */
const MOST_CREDITS = 60;

/** A number of credits, with a point or a comma, and perhaps its unit; `null` for anything else. */
export function readCredits(cell: string): number | null {
  const [, number] =
    /^\(?(\d{0,3}(?:[.,]\d{1,4})?)\)?\s*(?:cr|crs|credits?|hrs?|hours?|units?)?\.?$/i.exec(cell.trim()) ?? [];
  if (number === undefined || number === '') return null;
  const credits = Number(number.replace(',', '.'));
  return credits <= MOST_CREDITS ? credits : null;
}

/** True for a cell that is a number of any kind. */
export function isNumeric(cell: string): boolean {
  return /^[($]?-?[\d.,]+[)%]?$/.test(cell.trim());
}
