import { toIso } from '#shared/domain/time/day.ts';
import { formatDay, formatDays } from '#shared/words/dates.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import type { Consequence, Held } from './drag.svelte.ts';

/** What dropping the held bar means: why it stays, or what its links say, and how the goal moves. */
export function heldSentence(held: Held, consequence: Consequence | null, goalTitle: string | null): string {
  if (held.refusal !== null) return sentenceFor({ code: 'cannot-move', why: held.refusal });
  const parts: string[] = [];
  if (held.linksDecide && consequence?.start != null) {
    parts.push(`· its links allow ${formatDay(toIso(consequence.start))} at the earliest`);
  }
  if (goalTitle !== null && consequence?.days != null)
    parts.push(`· ${goalTitle} ${goalShift(consequence.days)}`);
  return parts.join(' ');
}

/** `+42 days`, `−1 day`, `unchanged`. */
export function goalShift(days: number): string {
  if (days === 0) return 'unchanged';
  return `${days > 0 ? '+' : '−'}${formatDays(days)}`;
}
