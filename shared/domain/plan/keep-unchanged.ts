import type { PlanDocument } from './document.ts';

interface Named {
  readonly id: string;
}

/**
 * The plan as it was read after a change, with every record that the change left alone taken from the plan `before` it:
 * what is derived from a record can then be kept where the record is the same object. `changed` are the ids of all rows
 * that differ, as the reply to a command names them. Where one of them is of no record of the plan itself, as that of an
 * entry in a log, it is not known whose it is, and everything counts as new.
 */
export function keepUnchanged(
  before: PlanDocument,
  after: PlanDocument,
  changed: readonly string[],
): PlanDocument {
  if (before.plan.id !== after.plan.id) return after;
  const named = new Set(changed);
  const found = new Set([after.plan.id]);
  const keep = <Entry extends Named>(old: Entry[], now: Entry[]): Entry[] => kept(old, now, named, found);
  const document: PlanDocument = {
    ...after,
    items: keep(before.items, after.items),
    requirements: keep(before.requirements, after.requirements),
    requisiteSets: keep(before.requisiteSets, after.requisiteSets),
    links: keep(before.links, after.links),
    linkGroups: keep(before.linkGroups, after.linkGroups),
    facts: keep(before.facts, after.facts),
  };
  const unmet = changed.filter((id) => !found.has(id));
  // What is gone is known too.
  return unmet.every((id) => isRecordOf(before, id)) ? document : after;
}

function isRecordOf(
  { items, requirements, requisiteSets, links, linkGroups, facts }: PlanDocument,
  id: string,
): boolean {
  return [items, requirements, requisiteSets, links, linkGroups, facts].some((list) =>
    list.some((record: Named) => record.id === id),
  );
}

/** A list with the old objects of what is not named; the old list where that is all of it. Adds to `found` whose ids it met. */
function kept<Entry extends Named>(
  old: Entry[],
  now: Entry[],
  named: ReadonlySet<string>,
  found: Set<string>,
): Entry[] {
  if (old === now) return old;
  let byId: Map<string, Entry> | null = null;
  let isSame = old.length === now.length;
  const list = now.slice();
  for (let place = 0; place < now.length; place += 1) {
    const entry = now[place] as Entry;
    let was = old[place];
    if (was === entry) continue;
    if (was?.id !== entry.id) {
      byId ??= new Map(old.map((each) => [each.id, each]));
      was = byId.get(entry.id);
      isSame = false;
    }
    if (was !== undefined && !named.has(entry.id)) list[place] = was;
    else {
      found.add(entry.id);
      isSame = false;
    }
  }
  return isSame ? old : list;
}
