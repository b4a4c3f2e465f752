import type { Link } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';

/** Items that belong together: a program with what is in it, and what links join; each part in document order. */
export function groupConnected(items: readonly Item[], links: readonly Link[]): Item[][] {
  const heads = new Map(items.map(({ id }) => [id, id]));
  const headOf = (id: string): string => {
    let head = id;
    for (let next = heads.get(head); next !== undefined && next !== head; next = heads.get(head)) head = next;
    return head;
  };
  const join = (a: string | null, b: string | null): void => {
    if (a === null || b === null || !heads.has(a) || !heads.has(b)) return;
    heads.set(headOf(b), headOf(a));
  };
  for (const item of items) {
    join(item.programId, item.id);
    if (item.kind === 'course') join(item.termId, item.id);
  }
  for (const { fromId, toId } of links) join(fromId, toId);
  return [...Map.groupBy(items, ({ id }) => headOf(id)).values()];
}
