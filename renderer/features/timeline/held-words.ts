import { toIso } from '#shared/domain/time/day.ts';
import { formatDay, formatDays } from '#shared/words/dates.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import type { Consequence, Held } from './drag.svelte.ts';
import type { Refusal } from './proposal.ts';

/** What dropping the held bar means: why it stays, or what its links say, and how the goal moves. */
export function heldSentence(held: Held, consequence: Consequence | null, goalTitle: string | null): string {
  if (held.refusal !== null) return refusalSentence(held.refusal);
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

function refusalSentence(refusal: Refusal): string {
  switch (refusal) {
    case 'actual':
    case 'program':
    case 'no-term-there':
      return sentenceFor({ code: 'cannot-move', why: refusal });
    case 'course':
      return 'A course has the dates of its term; move it to another term instead.';
    case 'one-day':
      return 'This is one day; it cannot be longer.';
    case 'too-short':
      return 'This would be shorter than a day.';
    case 'out-of-range':
      return 'Dates go from 1900 to 2199; choose one between.';
    case 'undated':
    case 'unknown-item':
      return 'This has no dates yet, so it cannot be dragged.';
  }
}
