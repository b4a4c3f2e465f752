import type { Delimiter } from '../csv/read-csv.ts';

const DELIMITERS = [',', ';', '\t'] as const satisfies Delimiter[];

/**
 * What separates the cells of a curriculum: whatever there is most of in the line that names the columns of the
 * courses. Elsewhere a semicolon is no sign, because lists of requisites are full of them.
 */
export function delimiterOf(text: string): Delimiter {
  const [names = ''] = /^.*course\s*(?:id|name).*$/im.exec(text) ?? [];
  const countOf = (delimiter: Delimiter) => names.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}
