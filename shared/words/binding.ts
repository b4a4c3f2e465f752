import type { AnalyzedBinding, PlanAnalysis } from '#shared/domain/analysis/types.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatDays } from './dates.ts';
import { quoted } from './numbers.ts';

type AnalyzedItem = PlanAnalysis['items'][number];

/** Why the goal comes when it does: one sentence per entry of the chain, the goal first. */
export function sentencesForBinding({ binding, items }: Pick<PlanAnalysis, 'binding' | 'items'>): string[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return binding.map((entry, place) => {
    const before = binding[place + 1];
    return sentenceForBinding(entry, byId.get(entry.itemId), before && byId.get(before.itemId));
  });
}

/** One sentence that says what fixed the date of an item. `before` is the item it comes from, where it comes from one. */
export function sentenceForBinding(
  entry: Pick<AnalyzedBinding, 'title' | 'reason'>,
  item: Pick<AnalyzedItem, 'kind' | 'start' | 'end'> | undefined,
  before: Pick<AnalyzedItem, 'title' | 'start' | 'end'> | undefined,
): string {
  const title = quoted(entry.title);
  const start = day(item?.start);
  switch (entry.reason) {
    case 'link':
      return `${title} ${becauseOf(item, before)}.`;
    case 'not-before':
      return `${title} starts on ${start}, because it is set not to start before.`;
    case 'pinned':
      return `${title} starts on ${start}, because it is pinned to that day.`;
    case 'actual':
      return `${title} ${item?.start === item?.end ? `was on ${start}` : `runs from ${start} to ${day(item?.end)}`}, as recorded.`;
    case 'today':
      return `${title} starts on ${start}, because it cannot begin before today.`;
    case 'term':
      if (before === undefined) return `${title} ends on ${day(item?.end)}, the last day set for the term.`;
      if (item?.kind === 'program')
        return `${title} ends on ${day(item.end)}, because its last term is ${quoted(before.title)}.`;
      return `${title} ends on ${day(item?.end)}, because it is placed in ${quoted(before.title)}.`;
  }
}

/** What a shorter length would bring: `null` where nothing is known or nothing would change. */
export function sentenceForGain(
  entry: Pick<AnalyzedBinding, 'title' | 'gain' | 'next'>,
  titleOf: (id: string) => string,
): string | null {
  if (entry.gain === null || entry.gain <= 0) return null;
  const then = entry.next === null ? '' : `, and then ${quoted(titleOf(entry.next))} would decide`;
  return `If ${quoted(entry.title)} took one day, the goal would come ${formatDays(entry.gain)} earlier${then}.`;
}

function becauseOf(
  item: Pick<AnalyzedItem, 'kind' | 'start' | 'end'> | undefined,
  before: Pick<AnalyzedItem, 'title' | 'start' | 'end'> | undefined,
): string {
  const start = item?.start ?? null;
  if (before === undefined || start === null) return 'is held by a link';
  const other = quoted(before.title);
  const starts = `starts on ${formatDay(start)}, because ${other}`;
  if (item?.kind === 'program')
    return `ends on ${day(item.end)}, because ${other} ends on ${day(before.end)}`;
  if (before.end !== null && before.end < start) return `${starts} ends on ${formatDay(before.end)}`;
  if (before.end !== null && before.end === item?.end)
    return `cannot end before ${other}, which ends on ${formatDay(before.end)}`;
  if (before.start !== null && before.start <= start) return `${starts} starts on ${formatDay(before.start)}`;
  return `starts on ${formatDay(start)}, because of its link from ${other}`;
}

function day(date: IsoDate | null | undefined): string {
  return date === null || date === undefined ? 'an unknown day' : formatDay(date);
}
