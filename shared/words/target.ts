import type { IsoDate } from '#shared/domain/time/day.ts';
import { formatDay, formatDays } from './dates.ts';
import { quoted } from './numbers.ts';

/** How the goal stands to its target, in a few words: `12 days to spare`, `15 days late`. `days` is target − goal. */
export function targetText(days: number): string {
  if (days === 0) return 'on the day';
  return `${formatDays(days)} ${days > 0 ? 'to spare' : 'late'}`;
}

/** The same as a sentence; `days` is `null` when the goal has no date. */
export function targetSentence(target: IsoDate, days: number | null): string {
  const day = formatDay(target);
  if (days === null) return `The goal has no date, so nobody can say whether it fits ${day}.`;
  if (days === 0) return `The goal fits ${day} to the day.`;
  return days > 0
    ? `The goal fits ${day} with ${formatDays(days)} to spare.`
    : `The goal comes ${formatDays(days)} too late for ${day}.`;
}

/** By when an item would have to start, and how far that is from what it can: one line below its title. */
export function latestStartText(latestStart: IsoDate, early: number): string {
  return `would have to start by ${formatDay(latestStart)}, ${formatDays(early)} earlier than it can`;
}

/** The same as a sentence. */
export function latestStartSentence(title: string, latestStart: IsoDate, early: number): string {
  return `${quoted(title)} ${latestStartText(latestStart, early)}.`;
}
