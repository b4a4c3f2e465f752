import type { TermCredits } from '#shared/domain/progress/term-credits.ts';

/** Sizes of the two drawings, in px. They share their columns, so that a term is in one line. */
export const CHART = {
  /** Room for the numbers of the scale. */
  start: 36,
  end: 8,
  /** A column is never narrower than its two lines of name. */
  narrowest: 44,
  widest: 144,
  bar: 28,
  /** Room above the scale for the number over the highest bar. */
  top: 24,
  credits: 132,
  gpa: 88,
  /** Room for the names of the terms. */
  names: 40,
} as const;

/** The columns of a chart that is at least `width` wide. */
export function columnsOf(
  count: number,
  width: number,
): { width: number; centers: number[]; column: number } {
  const room = Math.max(0, width - CHART.start - CHART.end);
  const column = Math.max(CHART.narrowest, count === 0 ? 0 : Math.min(CHART.widest, room / count));
  const centers = Array.from({ length: count }, (_, index) => CHART.start + column * (index + 0.5));
  return { width: Math.max(width, CHART.start + column * count + CHART.end), centers, column };
}

/** The round steps of the scale of credits: up to five of them, and all bars and limits below the last. */
export function creditTicks(rows: readonly TermCredits[]): number[] {
  const highest = Math.max(3, ...rows.map((row) => Math.max(loadOf(row), row.term?.creditLimit ?? 0)));
  const step = [1, 2, 3, 5, 6, 10, 15, 20, 30, 50, 100].find((each) => highest / each <= 5) ?? highest / 5;
  const count = Math.ceil(highest / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** All credits of a term that were not withdrawn from: what its limit is about. */
export function loadOf({ earned, planned, other }: TermCredits): number {
  return Math.round((earned + planned + other) * 1e6) / 1e6;
}

/** True when a term holds more than its limit. */
export function isOverLimit(row: TermCredits): boolean {
  const limit = row.term?.creditLimit ?? null;
  return limit !== null && loadOf(row) > limit;
}

/** The points of a line, parted where a term has no value. */
export function stretches(
  values: readonly (number | null)[],
  centers: readonly number[],
  y: (value: number) => number,
): string[] {
  const lines: string[][] = [[]];
  values.forEach((value, index) => {
    if (value === null) lines.push([]);
    else lines.at(-1)?.push(`${centers[index] ?? 0},${y(value)}`);
  });
  return lines.filter((points) => points.length > 1).map((points) => points.join(' '));
}
