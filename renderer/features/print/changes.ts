import type { BaselineComparison, BaselineItem } from '#shared/domain/baseline/types.ts';
import { rankChanges, type RankedItem } from '#shared/domain/baseline/rank-changes.ts';
import type { Days } from '#shared/domain/compare/types.ts';
import { causeText, CHANGE_TITLES, itemChangeText, itemShiftText } from '#shared/words/baseline.ts';
import { allCreditsText, costText, findingsText, hoursText } from '#shared/words/comparison.ts';
import { formatDay, formatLongDay, formatShift, formatSpan } from '#shared/words/dates.ts';
import { KIND_LABELS } from '#shared/words/labels.ts';
import { capitalized, quoted } from '#shared/words/numbers.ts';
import { barNames } from '#shared/words/timeline.ts';
import type { Report } from './report.ts';

/** An item in a table of changes. */
export interface ChangeRow {
  readonly id: string;
  readonly title: string;
  readonly then: RowDays;
  readonly now: RowDays;
  readonly what: string;
  /** What it does to the day of the goal, in the table of what does. */
  readonly effect: string | null;
}

/** Days in words; `unknown` where there are none. */
interface RowDays {
  readonly text: string;
  readonly unknown: boolean;
}

export interface ChangeTable {
  readonly title: string;
  readonly rows: ChangeRow[];
}

/** Which items of the plan have changed: first those that move the goal, each item once. */
export function changeTables(changes: BaselineComparison, { items }: Report): ChangeTable[] {
  const { causes, groups } = rankChanges(changes);
  const goalId = changes.now.goal?.itemId;
  const nameOf = (id: string, title: string): string => {
    if (id === goalId) return 'The goal';
    const item = items.get(id);
    return (item && barNames(item)[0]) ?? title;
  };
  const days = ({ id, before, now, change }: Pick<RankedItem, 'id' | 'before' | 'now' | 'change'>) => {
    const isPoint = change !== null && (change.kind === 'milestone' || change.kind === 'credential');
    return {
      id,
      then: rowDays(before, isPoint),
      now: rowDays(now, isPoint),
    };
  };
  const causeRows = causes.flatMap(({ cause, days: shift, items: own }) =>
    own.map((item, place): ChangeRow => ({
      ...days(item),
      title: nameOf(item.id, item.title),
      what:
        capitalized(causeText(cause, item.change ? { ...item, change: besides(item.change) } : item)) ||
        'Other days',
      effect: place === 0 ? formatShift(shift) : 'with the line above',
    })),
  );
  const rowOf = (change: BaselineItem): ChangeRow => ({
    ...days({ ...change, change }),
    title: nameOf(change.id, change.title),
    what: capitalized(changeText(change)),
    effect: null,
  });
  return [
    ...(causeRows.length === 0 ? [] : [{ title: 'What moves the goal', rows: causeRows }]),
    ...groups.map(({ group, items: own }) => ({ title: CHANGE_TITLES[group], rows: own.map(rowOf) })),
  ];
}

/** Days that the passing of time alone adds, where no item says so. */
export function timePassed({ explanation }: BaselineComparison): string | null {
  const part = explanation.find(({ cause, items }) => cause === 'time' && items.length === 0);
  return part ? `Time has passed: ${formatShift(part.days)}.` : null;
}

/** The figures of the plan that differ, then and now. */
export function changedFigures({ before, now }: BaselineComparison): [string, string, string][] {
  const rows: [string, string, string][] = [
    ['Credits', allCreditsText(before.credits), allCreditsText(now.credits)],
    ['Hours', hoursText(before.hours), hoursText(now.hours)],
    ['Cost', costText(before), costText(now)],
    ['Findings', findingsText(before.findings), findingsText(now.findings)],
  ];
  return rows.filter(([, old, next]) => old !== next);
}

/** The day of a goal, written out. */
export function goalDayText(goal: BaselineComparison['now']['goal']): string {
  if (goal === null) return 'No goal';
  if (goal.date === null) return 'No date';
  return `${goal.complete ? '' : 'No earlier than '}${formatLongDay(goal.date)}`;
}

function changeText(change: BaselineItem): string {
  if (change.change === 'added' || change.change === 'removed')
    return `${KIND_LABELS[change.kind]}${change.done ? ', done' : ''}`;
  const shift = change.change === 'changed' ? itemShiftText(change) : null;
  return [itemChangeText(besides(change)), renamedText(change), shift].filter(Boolean).join('; ');
}

/** Without what stands in the columns beside: its title, and the days of a term. */
function besides(change: BaselineItem): BaselineItem {
  return { ...change, fields: change.fields.filter(({ field }) => !BESIDE.has(field)) };
}

const BESIDE: ReadonlySet<string> = new Set(['title', 'firstDay', 'lastDay']);

function renamedText({ fields }: BaselineItem): string | null {
  const renamed = fields.find(({ field }) => field === 'title');
  return typeof renamed?.old === 'string' ? `called ${quoted(renamed.old)} then` : null;
}

function rowDays(days: Days | null, isPoint: boolean): RowDays {
  if (days === null) return { text: 'not in the plan', unknown: true };
  const { start, end } = days;
  if (start === null || end === null) return { text: 'no date', unknown: true };
  return { text: isPoint || start === end ? formatDay(start) : formatSpan(start, end), unknown: false };
}
