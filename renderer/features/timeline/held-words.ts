import { toIso } from '#shared/domain/time/day.ts';
import { formatDay, formatDays } from '#shared/words/dates.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { causesText, resolvesText } from '#shared/words/foreseen.ts';
import type { Held } from './drag.svelte.ts';
import type { Consequence } from './rehearsals.ts';

/** What is shown and said of a held bar. */
export interface HeldWords {
  /** The day or term it would have; empty where it stays. */
  readonly headline: string;
  /** What that means: why it stays, or what its links say, and how the goal moves. */
  readonly effect: string;
  readonly causes: string | null;
  readonly resolves: string | null;
}

/** What dropping the held bar means. `titleOf` names the items, `goalId` is the goal of the plan. */
export function heldWords(
  held: Held,
  consequence: Consequence | null,
  goalId: string | null,
  titleOf: (id: string) => string,
): HeldWords {
  if (held.refusal !== null) {
    const effect = sentenceFor({ code: 'cannot-move', why: held.refusal });
    return { headline: '', effect, causes: null, resolves: null };
  }
  const parts: string[] = [];
  if (held.linksDecide && consequence?.start != null)
    parts.push(`its links allow ${formatDay(toIso(consequence.start))} at the earliest`);
  if (goalId !== null && consequence?.days != null)
    parts.push(`${titleOf(goalId)} ${goalShift(consequence.days)}`);
  return {
    headline: headlineOf(held, titleOf),
    effect: parts.join(' · '),
    causes: consequence && causesText(consequence, titleOf),
    resolves: consequence && resolvesText(consequence, titleOf),
  };
}

/** All of it in one go, for screen readers. */
export function heldSentence({ headline, effect, causes, resolves }: HeldWords): string {
  const parts = [[headline, effect].filter((part) => part !== '').join(': '), causes, resolves];
  return parts.filter((part) => part !== null && part !== '').join('. ');
}

function headlineOf({ item, kind, start, until, termId }: Held, titleOf: (id: string) => string): string {
  if (item.kind === 'course') return termId === null ? '' : titleOf(termId);
  return kind === 'move' ? formatDay(toIso(start)) : `until ${formatDay(toIso(until - 1))}`;
}

/** `+42 days`, `−1 day`, `unchanged`. */
export function goalShift(days: number): string {
  if (days === 0) return 'unchanged';
  return `${days > 0 ? '+' : '−'}${formatDays(days)}`;
}
