import { itemDriftSentence } from '#shared/words/baseline.ts';
import type { Session } from './session.svelte.ts';

/** How an item stands against the baseline that is shown, or `null` while none is. */
export function driftSentenceOf({ baseline }: Session, itemId: string): string | null {
  const drift = baseline.driftOf(itemId);
  return drift === null || baseline.now === null
    ? null
    : itemDriftSentence(drift, baseline.now.baseline.name);
}

/** The same as the end of what a screen reader says of a bar. */
export function spokenDrift(session: Session, itemId: string): string {
  const sentence = driftSentenceOf(session, itemId);
  return sentence === null ? '' : `, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1, -1)}`;
}
