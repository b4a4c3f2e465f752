import type { Separator } from '../csv/read-csv.ts';

const SEPARATORS = [',', ';', '\t'] as const satisfies Separator[];

/**
 * What separates the cells of a curriculum: whatever there is most of in the line that names the columns of the
 * courses. Elsewhere a semicolon is no sign, because lists of requisites are full of them.
 */
export function separatorOf(text: string): Separator {
  const [names = ''] = /^.*course\s*(?:id|name).*$/im.exec(text) ?? [];
  const countOf = (separator: Separator) => names.split(separator).length;
  return SEPARATORS.reduce<Separator>((best, next) => (countOf(next) > countOf(best) ? next : best), ',');
}
