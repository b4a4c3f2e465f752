import type { Item } from '#shared/domain/plan/items.ts';
import { datesText, type Report } from './report.ts';

export interface CostLine {
  readonly item: Item;
  readonly when: string | null;
  readonly cents: number;
}

/** Every item with a known cost, in order of time (undated ones last), and their sum in US cents. */
export function costsOf(report: Report): { lines: CostLine[]; total: number; unknown: number } {
  const { schedule } = report;
  const startOf = (id: string) => schedule.dates(id).start ?? Infinity;
  const lines: CostLine[] = [];
  for (const item of report.plan.items) {
    if (item.costCents !== null)
      lines.push({ item, when: datesText(report, item.id), cents: item.costCents });
  }
  lines.sort((a, b) => {
    const [first, second] = [startOf(a.item.id), startOf(b.item.id)];
    return first === second ? 0 : first - second;
  });
  return {
    lines,
    total: lines.reduce((sum, { cents }) => sum + cents, 0),
    unknown: report.plan.items.length - lines.length,
  };
}
