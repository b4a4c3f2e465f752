import type { CostGrouping, CostSum } from '#shared/domain/costs/costs-of.ts';
import { countOf, formatMoney, formatNumber } from './numbers.ts';

export const COST_GROUPING_LABELS: Record<CostGrouping, string> = {
  year: 'Academic year',
  program: 'Program',
  phase: 'Phase',
};

/** A sum for a table: `$1,200`, `at least $1,200`, `not known`. */
export function costSumText({ cents, known, unknown }: CostSum): string {
  if (known === 0) return unknown === 0 ? formatMoney(0) : 'not known';
  return unknown === 0 ? formatMoney(cents) : `at least ${formatMoney(cents)}`;
}

/** What keeps a sum from being the whole truth; `null` where nothing does. */
export function unknownCostsSentence({ cents, known, unknown }: CostSum): string | null {
  if (unknown === 0) return null;
  const subject = `${countOf(unknown, 'item')} ${unknown === 1 ? 'has' : 'have'} no cost`;
  return known === 0 ? `${subject} yet.` : `${subject}: the sum is at least ${formatMoney(cents)}.`;
}

/** An academic year by the year it begins in: `2027–28`, and `2099–2100` where two digits would mislead. */
export function academicYearName(year: number): string {
  const next = year + 1;
  return `${year}–${next % 100 === 0 ? next : String(next % 100).padStart(2, '0')}`;
}

/** How many costs of a group are known: `3 of 5 known`. */
export function knownCostsText({ known, unknown }: CostSum): string {
  return `${formatNumber(known)} of ${formatNumber(known + unknown)} known`;
}
