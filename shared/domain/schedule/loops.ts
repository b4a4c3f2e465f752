import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';

/**
 * The loop a new link would close (R12), as item ids from `fromId` along to the last one before it comes round
 * again; `null` when it closes none. What is recorded or pinned today makes no difference: unpinning an item must
 * not close a loop. An unknown id closes none.
 *
 * A program is entered by a link to it and left by a link from it. A link to it holds for its children (R10), and
 * terms, courses and experiences are part of it, so no such child can follow its own program.
 */
export function wouldClose(doc: PlanDocument, fromId: string, toId: string): string[] | null {
  const kinds = new Map(doc.items.map((item) => [item.id, item.kind]));
  if (!kinds.has(fromId) || !kinds.has(toId)) return null;
  if (fromId === toId) return [fromId];
  const next = followers(doc, kinds);

  const start = entry(kinds, toId);
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const queue = [start];
  for (const node of queue) {
    if (node === fromId) return loopTo(node, cameFrom);
    for (const follower of next.get(node) ?? []) {
      if (cameFrom.has(follower)) continue;
      cameFrom.set(follower, node);
      queue.push(follower);
    }
  }
  return null;
}

/** No id can begin with it. */
const ENTRY = '\u0000';

/** Where a link to an item arrives: for a program not the program itself, which stands for its end. */
function entry(kinds: Map<string, Item['kind']>, id: string): string {
  return kinds.get(id) === 'program' ? ENTRY + id : id;
}

/** What each item, or entry of a program, comes before. */
function followers(doc: PlanDocument, kinds: Map<string, Item['kind']>): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const join = (before: string, after: string): void => {
    const list = next.get(before);
    if (list) list.push(after);
    else next.set(before, [after]);
  };
  for (const link of doc.links) {
    if (kinds.has(link.fromId) && kinds.has(link.toId)) join(link.fromId, entry(kinds, link.toId));
  }
  for (const item of doc.items) {
    if (item.kind === 'program') join(ENTRY + item.id, item.id);
    else if (item.programId !== null && kinds.get(item.programId) === 'program') {
      join(ENTRY + item.programId, item.id);
      if (item.kind === 'term' || item.kind === 'course' || item.kind === 'experience')
        join(item.id, item.programId);
    }
    if (item.kind === 'course' && item.termId !== null && kinds.get(item.termId) === 'term')
      join(item.termId, item.id);
  }
  return next;
}

/** The way back from `fromId`, turned round, with programs named once. */
function loopTo(fromId: string, cameFrom: Map<string, string | null>): string[] {
  const way: string[] = [];
  for (let node: string | null = fromId; node !== null; node = cameFrom.get(node) ?? null) {
    way.push(node.startsWith(ENTRY) ? node.slice(ENTRY.length) : node);
  }
  const forwards = way.reverse().filter((id, place) => id !== way[place - 1]);
  return [fromId, ...forwards.filter((id) => id !== fromId)];
}
