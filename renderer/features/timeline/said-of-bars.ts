import type { DrawnWith } from '#renderer/chart/drawn-bars.ts';
import { spokenDrift } from '#renderer/state/drift-sentence.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import type { Finding } from '#shared/domain/findings/types.ts';

type Said = Pick<DrawnWith, 'slackOf' | 'findings' | 'alsoSaid'>;

/** What a screen reader says of bars beside their dates and state: what the eye sees of the plan around them. */
export function saidOfBars(
  session: Session,
  options: { slack: boolean },
  findings: ReadonlyMap<string, number>,
): Said {
  return {
    slackOf: options.slack ? (id) => session.datesOf(id)?.slack ?? null : undefined,
    findings,
    alsoSaid: session.baseline.now ? (id) => spokenDrift(session, id) : undefined,
  };
}

/** How many findings that nobody has acknowledged are about each item, by its id. */
export function openFindingsByItem(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { acknowledged, itemIds } of findings) {
    if (acknowledged) continue;
    for (const id of itemIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
