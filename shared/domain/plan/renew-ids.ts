import { renewAcknowledgements } from '../findings/renew-acknowledgements.ts';
import type { DayNumber } from '../time/day.ts';
import type { PlanDocument } from './document.ts';
import type { Item } from './items.ts';

/** Every id of a document: plan, items, entries of logs, groups, links, facts. */
export function idsOf({
  plan,
  items,
  requirements,
  requisiteSets,
  links,
  linkGroups,
  facts,
}: PlanDocument): string[] {
  const entries = items.flatMap((item) => entriesOf(item).map(({ id }) => id));
  return [plan, ...items, ...requirements, ...requisiteSets, ...links, ...linkGroups, ...facts]
    .map(({ id }) => id)
    .concat(entries);
}

function entriesOf(item: Item): { id: string }[] {
  if (item.kind === 'experience') return item.log;
  if (item.kind === 'step') return item.attempts;
  return item.kind === 'credential' ? item.ce : [];
}

/**
 * The same document with every id replaced and every reference following, acknowledgements of what is noticed on
 * `today` included. New ids are given in the order of the old ones: they decide ties, so nothing else changes.
 */
export function renewIds(document: PlanDocument, newId: () => string, today: DayNumber): PlanDocument {
  return renewWith(document, renewalOf(idsOf(document), newId), today);
}

/** A new id for every one of `ids`, in the order of the old ones. */
export function renewalOf(ids: Iterable<string>, newId: () => string): ReadonlyMap<string, string> {
  const old = [...ids].sort(byText);
  const fresh = old.map(() => newId()).toSorted(byText);
  return new Map(old.map((id, place) => [id, fresh[place] ?? id]));
}

/** The document with its ids replaced as `renewed` says, acknowledgements of what is noticed on `today` included. */
export function renewWith(
  document: PlanDocument,
  renewed: ReadonlyMap<string, string>,
  today: DayNumber,
): PlanDocument {
  const acknowledgements = renewAcknowledgements(document, renewed, today);
  return { ...replaceIds(document, renewed), acknowledgements };
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The document with the ids that `renewed` has replaced, wherever they stand but in acknowledgements. */
export function replaceIds(document: PlanDocument, renewed: ReadonlyMap<string, string>): PlanDocument {
  const to = (id: string): string => renewed.get(id) ?? id;
  const maybe = (id: string | null): string | null => (id === null ? null : to(id));
  const entries = <Entry extends { id: string }>(list: Entry[]): Entry[] =>
    list.map((entry) => ({ ...entry, id: to(entry.id) }));

  const renewItem = (item: Item): Item => {
    const moved = { ...item, id: to(item.id), programId: maybe(item.programId) };
    switch (moved.kind) {
      case 'course':
        return {
          ...moved,
          termId: maybe(moved.termId),
          requirementId: maybe(moved.requirementId),
          repeatsId: maybe(moved.repeatsId),
        };
      case 'experience':
        return { ...moved, log: entries(moved.log) };
      case 'step':
        return { ...moved, attempts: entries(moved.attempts) };
      case 'credential':
        return { ...moved, ce: entries(moved.ce) };
      default:
        return moved;
    }
  };

  return {
    plan: { ...document.plan, id: to(document.plan.id), goalId: maybe(document.plan.goalId) },
    items: document.items.map(renewItem),
    requirements: entries(document.requirements).map((group) => ({
      ...group,
      programId: to(group.programId),
      eligible: group.eligible.map(to),
    })),
    requisiteSets: entries(document.requisiteSets).map((set) => ({
      ...set,
      courseId: to(set.courseId),
      needs: set.needs.map((need) => ({ ...need, courseId: to(need.courseId) })),
    })),
    links: entries(document.links).map((link) => ({
      ...link,
      fromId: to(link.fromId),
      toId: to(link.toId),
      groupId: maybe(link.groupId),
    })),
    linkGroups: entries(document.linkGroups).map((group) => ({ ...group, toId: to(group.toId) })),
    facts: entries(document.facts).map((fact) => ({ ...fact, itemId: maybe(fact.itemId) })),
    acknowledgements: document.acknowledgements,
  };
}
