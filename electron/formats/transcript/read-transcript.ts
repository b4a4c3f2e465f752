import type { TranscriptFault } from '#shared/contract/interop.ts';
import type { LineProblem, TranscriptRow } from '#shared/domain/transcript/types.ts';
import type { CsvRow } from '../csv/read-csv.ts';
import { TranscriptReader } from './reader.ts';
import { cutTable, plainText, SEPARATORS, type Separator } from './tables.ts';

/** What a text says as a transcript. `structure` are the lines that name terms or columns or hold nothing. */
export interface ReadTranscript {
  rows: TranscriptRow[];
  problems: LineProblem[];
  structure: number[];
}

export type TranscriptOutcome = ({ ok: true } & ReadTranscript) | { ok: false; fault: TranscriptFault };

/**
 * Reads the courses of a transcript: CSV, cells separated by tabs, semicolons, `|` or two spaces, or plain lines.
 * It is cut in each of these ways, and the one that tells most about the courses is taken. Every line with anything
 * in it is either a course, structure or reported; nothing is lost without a word. Source: what registrars' web
 * pages, exports and PDFs of the United States look like.
 */
export function readTranscript(text: string): TranscriptOutcome {
  if (text.includes('\0')) return { ok: false, fault: 'not-text' };
  const plain = plainText(text);
  if (plain.trim() === '') return { ok: false, fault: 'empty' };
  let best: { read: ReadTranscript; told: number } | null = null;
  for (const separator of SEPARATORS) {
    const read = readCut(plain, separator);
    const told = read.rows.reduce((sum, row) => sum + countTold(row), 0);
    const courses = read.rows.length;
    if (best === null || told > best.told || (told === best.told && courses > best.read.rows.length))
      best = { read, told };
  }
  if (best === null || best.read.rows.length === 0) return { ok: false, fault: 'no-courses' };
  return { ok: true, ...best.read };
}

function readCut(text: string, separator: Separator): ReadTranscript {
  const { rows, oddQuotes } = cutTable(text, separator);
  const reader = new TranscriptReader(separator === 'spaces');
  for (const row of rows) reader.read(row);
  for (const line of oddQuotes) reader.report(line, { code: 'quotes-odd' });
  const problems = reader.problems.toSorted((a, b) => a.line - b.line);
  return { rows: reader.rows, problems, structure: [...reader.structure, ...linesBetween(text, rows)] };
}

/** How much a row tells: cut in the wrong way, codes go missing first, then everything behind them. */
function countTold({ prefix, title, term, credits, grade, status }: TranscriptRow): number {
  const told = [prefix !== '', prefix !== '' && title !== '', term, credits !== null, grade ?? status];
  return told.filter(Boolean).length;
}

/** The lines on which no row begins: empty ones, and those inside a quoted cell. */
function linesBetween(text: string, rows: readonly CsvRow[]): number[] {
  const begins = new Set(rows.map(({ line }) => line));
  const count = text.match(/\r\n|\r|\n/g)?.length ?? 0;
  return Array.from({ length: count + 1 }, (_, index) => index + 1).filter((line) => !begins.has(line));
}
