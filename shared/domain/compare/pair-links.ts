import type { Link, LinkGroup, PlanDocument } from '../plan/document.ts';

/** The links of two plans whose items have ids in common, and whose they are. */
export interface PairedLinks {
  /** Groups of the other plan that are a group of the first: the first's id. */
  partners: ReadonlyMap<string, string>;
  /** The item, in both plans, whose own the link is; `null` for one that comes and goes with the item at an end. */
  ownerOf(link: Link): string | null;
  /** Own links of an item in one of the plans. */
  own(side: 'first' | 'other', itemId: string): readonly Link[];
  /** True when an item waits for other items of both plans, or for them in another way. */
  differ(itemId: string): boolean;
  /** How many members the group of a link needs; `null` without a group. */
  needOf(link: Link): number | null;
}

/** Pairs the links of two plans; `other` has the ids of `first` for the items that are the same. */
export function pairLinks(first: PlanDocument, other: PlanDocument): PairedLinks {
  const inOther = new Set(other.items.map(({ id }) => id));
  const both = new Set(first.items.map(({ id }) => id).filter((id) => inOther.has(id)));
  const partners = pairGroups(first.linkGroups, other.linkGroups, both);
  const paired = new Set([...partners.keys(), ...partners.values()]);
  const needs = new Map([...first.linkGroups, ...other.linkGroups].map(({ id, need }) => [id, need]));

  const ownerOf = ({ fromId, toId, groupId }: Link): string | null => {
    if (!both.has(toId)) return null;
    // Half a group of alternatives would ask for something that neither plan asks for.
    const whole = groupId !== null && !paired.has(groupId);
    return both.has(fromId) || whole ? toId : null;
  };
  const sides = {
    first: Map.groupBy(first.links, ownerOf),
    other: Map.groupBy(other.links, ownerOf),
  };
  const own = (side: 'first' | 'other', itemId: string) => sides[side].get(itemId) ?? [];
  const needOf = ({ groupId }: Link) => (groupId === null ? null : (needs.get(groupId) ?? null));
  const sign = (link: Link): string => {
    const { fromId, kind, lag, window, groupId } = link;
    const group = groupId === null ? null : (partners.get(groupId) ?? groupId);
    return JSON.stringify([fromId, kind, lag, window, group, needOf(link)]);
  };
  const signs = (links: readonly Link[]): string => links.map(sign).sort().join('\n');
  const changedNeeds = new Set(
    other.linkGroups
      .filter(({ id, need }) => need !== needs.get(partners.get(id) ?? id))
      .map(({ toId }) => toId),
  );
  return {
    partners,
    ownerOf,
    own,
    differ: (id) => changedNeeds.has(id) || signs(own('first', id)) !== signs(own('other', id)),
    needOf,
  };
}

/** Groups into the same item pair in their order. */
function pairGroups(
  first: readonly LinkGroup[],
  other: readonly LinkGroup[],
  both: ReadonlySet<string>,
): Map<string, string> {
  const waiting = Map.groupBy(
    first.filter(({ toId }) => both.has(toId)),
    ({ toId }) => toId,
  );
  const partners = new Map<string, string>();
  for (const { id, toId } of other) {
    const partner = waiting.get(toId)?.shift();
    if (partner) partners.set(id, partner.id);
  }
  return partners;
}
