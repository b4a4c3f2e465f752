import type { CourseStatus } from '../plan/items.ts';
import type { TermName } from '../template/usual-term.ts';

/** A course as a line of a transcript gives it. Texts are empty and values `null` where the line says nothing. */
export interface TranscriptRow {
  /** The line it stands on, from 1. */
  line: number;
  term: TermName | null;
  prefix: string;
  number: string;
  title: string;
  credits: number | null;
  grade: string | null;
  /** `null` when neither a grade nor a word says how it went. */
  status: CourseStatus | null;
  /** What stands in the place of the grade and is none. */
  unclear: string | null;
  institution: string | null;
}

/** What of a line of a transcript was not used, or only in part. `shared/words` turns each into one sentence. */
export type TranscriptProblem =
  | { code: 'not-a-course'; text: string }
  | { code: 'total'; text: string }
  | { code: 'columns-unknown'; names: string[] }
  | { code: 'cells-unused'; cells: string[] }
  | { code: 'quotes-odd' }
  | { code: 'text-cut'; column: string; limit: number }
  | { code: 'credits-unknown'; value: string }
  | { code: 'term-unknown'; value: string }
  | { code: 'grade-unknown'; value: string }
  | { code: 'no-result' }
  | { code: 'only-planned' }
  | { code: 'row-repeated'; line: number }
  | { code: 'too-many'; limit: number };

/** A problem and the line it is on, from 1. */
export interface LineProblem {
  line: number;
  problem: TranscriptProblem;
}
