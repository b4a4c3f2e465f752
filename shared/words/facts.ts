import type { Fact } from '#shared/domain/plan/document.ts';
import { formatDay } from './dates.ts';

/** What stands where nobody knows: an answer to act on, not an empty cell. */
export const NOT_KNOWN = 'Not known: ask the board.';

/** Where the value of a fact comes from. */
export const BASIS_LABELS: Record<Fact['basis'], string> = {
  source: 'Source',
  seed: 'Article only',
  own: 'Own assumption',
};

/** The value of a fact with its unit: `1,000 hours`. */
export function factValue({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  if (value === null) return NOT_KNOWN;
  return unit === null ? value : `${value} ${unit}`;
}

/** How old a fact is: `as of May 2024`, `undated`; empty when its source says nothing. */
export function asOfText({ asOf, asOfText }: Pick<Fact, 'asOf' | 'asOfText'>): string {
  if (asOfText !== null) return /^undated/i.test(asOfText) ? asOfText : `as of ${asOfText}`;
  return asOf === null ? '' : `as of ${formatDay(asOf)}`;
}
