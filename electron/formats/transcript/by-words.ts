import { emptyCells, isNumeric, readCredits, type RowCells } from './cells.ts';
import { readCode } from './course-code.ts';
import { readGrade, readStatus } from './grades.ts';

/**
 * Reads a line whose columns have been lost, as text copied from a PDF is: `HSA 3100 Health Care Management 3.00 A-
 * 11.10`. Numbers and grades are taken from its end; what is between them and the code is the title. `null` without
 * a code, or when there is neither a number nor a clear grade at the end.
 */
export function readByWords(text: string): RowCells | null {
  const code = readCode(text);
  if (code === null || !/^\p{Lu}{2,}$|^.{1,4}$/u.test(code.prefix)) return null;
  const progress = /^(.*?)\s+(in[- ]progress)$/i.exec(code.rest);
  const words = (progress?.[1] ?? code.rest).split(/\s+/).filter((word) => /[^,;]/.test(word));
  // A line with commas among lines without: they end words, and may stand in a title.
  const end = endOf(words.map((word) => word.replace(/[,;]+$/, '')));
  const { numbers, grade, start } = end;
  const status = progress ? readStatus(progress[2] ?? '') : grade;
  if (numbers.length === 0 && status === null) return null;
  const title = words
    .slice(0, start)
    .join(' ')
    .replace(/^[,;]+|[,;]+$/g, '');
  return {
    ...emptyCells(),
    prefix: code.prefix,
    number: code.number,
    title,
    credits: numbers[0] ?? null,
    grade: status?.grade ?? null,
    status: status?.status ?? null,
  };
}

/** The numbers and the grade at the end of a line, in order, and where they begin. */
function endOf(words: readonly string[]) {
  let start = words.length;
  let gradeAt = -1;
  for (; start > 0; start -= 1) {
    const word = words[start - 1] ?? '';
    if (isNumeric(word)) continue;
    if (gradeAt !== -1 || readGrade(word) === null || !canBeGrade(words, start - 1)) break;
    gradeAt = start - 1;
  }
  // “Calculus 2 4.00 B”: where credits have decimals, a whole number before them belongs to the title.
  const decimals = words.slice(start).some((word) => /^\d+[.,]\d/.test(word));
  while (start < words.length && start !== gradeAt && belongsToTitle(words, start, gradeAt, decimals))
    start += 1;
  const numbers = words
    .slice(start)
    .map(readCredits)
    .filter((value) => value !== null);
  const grade = gradeAt === -1 ? null : readGrade(words[gradeAt] ?? '');
  return { numbers, grade, start };
}

function belongsToTitle(words: readonly string[], at: number, gradeAt: number, decimals: boolean): boolean {
  const word = words[at] ?? '';
  if (!isNumeric(word)) return false;
  if (decimals) return /^\d+$/.test(word);
  const until = gradeAt === -1 ? words.length : gradeAt;
  const whole = words.slice(at, until);
  return whole.length > 1 && whole[0] !== whole[1];
}

/** A single letter before the credits may end a title (“Anatomy I 4.00”): before them it needs points behind, or a sign. */
function canBeGrade(words: readonly string[], at: number): boolean {
  const behind = words.length - at - 1;
  const word = words[at] ?? '';
  return behind !== 1 || /[+-]$/.test(word) || isNumeric(words[at - 1] ?? '');
}
