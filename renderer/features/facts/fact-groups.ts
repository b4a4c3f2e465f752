import type { Fact } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';

export type FactFilter = 'all' | 'unknown' | 'own';

export interface FactGroup {
  /** `null` for facts about the plan as a whole. */
  itemId: string | null;
  title: string;
  facts: Fact[];
}

/** The facts that hold every word of `query` and pass the filter, by the item they are about, in document order. */
export function groupFacts(
  facts: readonly Fact[],
  items: ReadonlyMap<string, Item>,
  query: string,
  filter: FactFilter,
): FactGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string | null, FactGroup>();
  for (const fact of facts) {
    const title = fact.itemId === null ? '' : (items.get(fact.itemId)?.title ?? '');
    const text = [title, fact.field, fact.value, fact.note, fact.sourceTitle].join(' ').toLowerCase();
    if (!passes(fact, filter) || !words.every((word) => text.includes(word))) continue;
    const group = groups.get(fact.itemId) ?? { itemId: fact.itemId, title, facts: [] };
    groups.set(fact.itemId, group);
    group.facts.push(fact);
  }
  return [...groups.values()];
}

function passes(fact: Fact, filter: FactFilter): boolean {
  if (filter === 'unknown') return fact.value === null;
  return filter === 'all' || fact.basis === 'own';
}
