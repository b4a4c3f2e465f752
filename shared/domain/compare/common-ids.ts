import type { PlanDocument } from '../plan/document.ts';
import { idsOf, replaceIds } from '../plan/renew-ids.ts';
import { matchItems } from './match-items.ts';

/** The other plan in the words of the first. */
export interface Translated {
  /** The other plan's own id. */
  planId: string;
  document: PlanDocument;
  /** The other plan's own id of an item in `document`. */
  ownId: ReadonlyMap<string, string>;
}

/**
 * The other plan with the first's ids for the items that are the same, and ids unknown to the first for all else.
 * `same` has the first's id for each item of the other that is one of the first; without it they are recognized.
 */
export function translate(
  first: PlanDocument,
  other: PlanDocument,
  same: ReadonlyMap<string, string> = matchItems(first, other),
): Translated {
  const taken = new Set(idsOf(first));
  const ids = new Map<string, string>();
  for (const id of idsOf(other)) {
    let free = id;
    while (taken.has(free)) free = `${free}'`;
    if (!same.has(id)) taken.add(free);
    ids.set(id, same.get(id) ?? free);
  }
  const ownId = new Map(other.items.map(({ id }) => [ids.get(id) ?? id, id]));
  return { planId: other.plan.id, document: replaceIds(other, ids), ownId };
}
