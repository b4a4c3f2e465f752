import { median, ratios, type Samples } from './measure.ts';

/** Prints a heading and a table that is aligned for the eye and is Markdown as well. */
export function printTable(
  title: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  console.log(`\n### ${title}\n\n${[line(head), rule, ...rows.map(line)].join('\n')}`);
}

/** Words to the left, numbers to the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** Prints something that belongs under the table above it. */
export function note(sentence: string): void {
  console.log(`\n${sentence}`);
}

/** A number with as many digits as say something: 0.012, 1.25, 17.3, 415. */
export function number(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1_000 || Number.isInteger(value)) return Math.round(value).toLocaleString('en-US');
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4);
}

/** From the smallest to the largest. */
export const spread = (samples: Samples): string =>
  `${number(Math.min(...samples))}–${number(Math.max(...samples))}`;

/** The median of the ratios inside each repetition, with the smallest and the largest. */
export function ratio(of: Samples, to: Samples): string {
  const values = ratios(of, to);
  return `${number(median(values))} (${spread(values)})`;
}

/** One row: name, median, spread, ratio to the reference (none for the reference itself). */
export function row(name: string, samples: Samples, reference: Samples): string[] {
  return [
    name,
    number(median(samples)),
    spread(samples),
    samples === reference ? '1' : ratio(samples, reference),
  ];
}
