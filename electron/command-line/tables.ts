import type { PlanAnalysis } from '#shared/domain/analysis/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';

const graphemes = new Intl.Segmenter('en');
const widthOf = (text: string): number => [...graphemes.segment(text)].length;

/** Rows as text in columns, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ''))));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, index) => cell + ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}

/** A plan as a table: every item with its dates and slack, children under their program. */
export function planTable({ plan, items }: PlanDocument, analysis: PlanAnalysis): string {
  const dates = new Map(analysis.items.map((item) => [item.id, item]));
  const programs = items.filter(({ kind }) => kind === 'program');
  const children = (programId: string | null) =>
    items.filter((item) => item.programId === programId && item.kind !== 'program');
  const row = (id: string, indent: string): string[] => {
    const item = dates.get(id);
    const slack = item?.slack === null || item?.slack === undefined ? '' : String(item.slack);
    return [
      indent + (item?.title ?? ''),
      item?.kind ?? '',
      item?.start ?? 'no date',
      item?.end ?? 'no date',
      slack,
    ];
  };
  const rows = [
    ['Item', 'Kind', 'First day', 'Last day', 'Slack in days'],
    ...programs.flatMap(({ id }) => [row(id, ''), ...children(id).map((child) => row(child.id, '  '))]),
    ...children(null).map(({ id }) => row(id, '')),
  ];
  return `${plan.name}\n\n${columns(rows)}`;
}
