import type { Item } from '#shared/domain/plan/items.ts';
import type { BindingEntry } from '#shared/domain/schedule/types.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatDays, formatShift, formatSpan } from './dates.ts';
import { quoted } from './numbers.ts';

/**
 * What fixed the date of an item of the chain, in a few words to stand under its title and dates. `before` is the
 * next entry of the chain, where the date comes from.
 */
export function reasonText(
  { reason }: Pick<BindingEntry, 'reason'>,
  kind: Item['kind'] | undefined,
  before: string | undefined,
): string {
  switch (reason) {
    case 'link':
      return before === undefined ? 'held by a link' : `as soon as ${quoted(before)} allows`;
    case 'not-before':
      return 'set not to start before that day';
    case 'pinned':
      return 'fixed on that day';
    case 'actual':
      return 'as recorded';
    case 'today':
      return 'cannot begin before today';
    case 'term':
      if (before === undefined) return 'the days set for the term';
      return kind === 'program'
        ? `until the end of its last part, ${quoted(before)}`
        : `placed in ${quoted(before)}`;
  }
}

/** What a shorter length would bring: `119 days earlier if it took one day; then “Exam” decides`. */
export function gainText(
  { gain, next }: Pick<BindingEntry, 'gain' | 'next'>,
  titleOf: (id: string) => string,
): string | null {
  if (gain === null || gain <= 0) return null;
  const then = next === null ? '' : `; then ${quoted(titleOf(next))} decides`;
  return `${formatDays(gain)} earlier if it took one day${then}`;
}

/**
 * What a trial value does to the goal: `License: 175 days later, Sep 26, 2029; decided then by “AIT”.` `days` is
 * `null` when the goal had no date before.
 */
export function trialSentence(
  goal: string,
  { date, days, decider }: { date: IsoDate | null; days: number | null; decider: string | null },
): string {
  if (date === null) return `${goal}: it would have no date.`;
  const then = decider === null || days === 0 ? '' : `; decided then by ${quoted(decider)}`;
  const shift = days === null ? '' : `${formatShift(days)}, `;
  return `${goal}: ${shift}${formatDay(date)}${then}.`;
}

/** Why a trial value moves no goal. */
export const NO_GOAL = 'The plan has no goal, so there is no date to compare.';

/** When the item itself would be then. */
export function ownDates(first: IsoDate, last: IsoDate): string {
  return first === last ? `It would be on ${formatDay(first)}.` : `It would run ${formatSpan(first, last)}.`;
}

/** What a change would do to the goal: `The goal would come Sep 26, 2029: 175 days later.` */
export function effectSentence(date: IsoDate, days: number): string {
  return days === 0
    ? 'The goal would stay where it is.'
    : `The goal would come ${formatDay(date)}: ${formatShift(days)}.`;
}
