import { isPassing } from '../audit/grades.ts';
import type { CourseStatus, Program, Term } from '../plan/items.ts';
import { usualTerm } from '../template/usual-term.ts';
import { placeInTime } from '../terms/slots.ts';
import { toDay, type DayNumber } from '../time/day.ts';
import { nameKey } from './families.ts';
import type { LineProblem, TranscriptRow } from './types.ts';

/** A row that says how a course went. */
export interface UsableRow extends TranscriptRow {
  status: Exclude<CourseStatus, 'planned'>;
}

/** The terms of the program by their place in time. */
export type TermsInTime = ReadonlyMap<number, Term>;

/**
 * The rows that say how a course went, each once; the others are reported. A course without a grade is being taken,
 * or registered for, as long as its term is not over.
 */
export function usableRows(
  rows: readonly TranscriptRow[],
  { system }: Program,
  terms: TermsInTime,
  today: DayNumber,
): { usable: UsableRow[]; problems: LineProblem[] } {
  const usable: UsableRow[] = [];
  const problems: LineProblem[] = [];
  const seen = new Map<string, number>();
  for (const row of rows) {
    const { line, unclear } = row;
    const status = row.status ?? (unclear === null && isAhead(row) ? 'enrolled' : null);
    const key = JSON.stringify([nameKey(row), row.title, row.term, row.credits, row.grade, status]);
    const before = seen.get(key);
    if (status === null) {
      const problem =
        unclear === null
          ? { code: 'no-result' as const }
          : { code: 'grade-unknown' as const, value: unclear };
      problems.push({ line, problem });
    } else if (status === 'planned') problems.push({ line, problem: { code: 'only-planned' } });
    else if (before !== undefined) problems.push({ line, problem: { code: 'row-repeated', line: before } });
    else usable.push({ ...row, status });
    if (before === undefined) seen.set(key, line);
  }
  return { usable, problems };

  function isAhead({ term }: TranscriptRow): boolean {
    if (term === null) return false;
    const known = terms.get(placeInTime(term));
    return (known ? toDay(known.lastDay) : usualTerm(system, term).lastDay) >= today;
  }
}

/** Whether the attempt earned the course. */
export function isEarned({ status, grade }: Pick<TranscriptRow, 'status' | 'grade'>): boolean {
  if (status === 'completed') return isPassing(grade);
  return status === 'transferred' || status === 'exempt';
}

/** The credits a row gives. Those not earned are often given as 0, which does not say what the course is worth. */
export function creditsFrom(row: UsableRow): number | null {
  return row.credits === 0 && !isEarned(row) ? null : row.credits;
}
