import type { Link, PlanDocument } from '#shared/domain/plan/document.ts';
import { randomPlan } from '../oracle/big-plan.ts';

const LINKS_PER_ITEM = 1.5;
/** Some are made that only repeat another one. */
const MADE_PER_ITEM = 1.75;

/**
 * A big plan as the core would take it: of two links of one kind between the same items one stays, and rather the
 * member of a group, so that no group loses what it asks for.
 */
export function storablePlan(items: number): PlanDocument {
  const doc = randomPlan(items, 1, Math.floor(items * MADE_PER_ITEM));
  const kept = new Map<string, Link>();
  for (const link of doc.links) {
    const key = `${link.fromId} ${link.toId} ${link.kind}`;
    if ((kept.get(key)?.groupId ?? null) === null) kept.set(key, link);
  }
  const single = new Set(kept.values());
  let spare = single.size - Math.floor(items * LINKS_PER_ITEM);
  const links = doc.links.filter((link) => single.has(link)).toReversed();
  return { ...doc, links: links.filter(({ groupId }) => groupId !== null || spare-- <= 0).toReversed() };
}
