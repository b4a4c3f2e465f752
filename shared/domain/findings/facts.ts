import { toDay } from '../time/day.ts';
import type { Context } from './context.ts';
import type { Raised } from './types.ts';

/** Days after which a fact should be checked again. */
export const FACT_LIFETIME = 365;

/** `stale-fact`: facts that were last checked more than 365 days ago, one finding for all of an item's. */
export function findStaleFacts({ doc, today }: Context): Raised<'stale-fact'>[] {
  const stale = doc.facts.flatMap(({ itemId, checkedOn }) =>
    checkedOn !== null && today - toDay(checkedOn) > FACT_LIFETIME ? [{ itemId, checkedOn }] : [],
  );
  return [...Map.groupBy(stale, ({ itemId }) => itemId)].map(([itemId, facts]) => {
    const checkedOn = facts.map((fact) => fact.checkedOn).reduce((a, b) => (a < b ? a : b));
    const itemIds = itemId === null ? [] : [itemId];
    return { code: 'stale-fact', severity: 'info', itemIds, facts: { checkedOn, count: facts.length } };
  });
}
