import type { ImportProblem } from '#shared/contract/interop.ts';

/** Told of everything in a line, counted from 1, that could not be used as it stands. */
export type Report = (line: number, problem: ImportProblem) => void;

/** One line of text of a bounded length (UTF-16 units), as the plan stores it; what is cut off is reported. */
export function fitText(
  text: string,
  limit: number,
  column: string,
  line: number,
  report: (line: number, problem: Extract<ImportProblem, { code: 'text-cut' }>) => void,
): string {
  if (text.length <= limit) return text;
  report(line, { code: 'text-cut', column, limit });
  // Half of a surrogate pair is no character.
  return text
    .slice(0, limit)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** The longest texts the contract takes: a title or a name, and the prefix or number of a course. */
export const LINE_LIMIT = 300;
export const CODE_LIMIT = 40;
