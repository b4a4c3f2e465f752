import type { Item } from '../plan/items.ts';

/** How many things of a plan are done, out of all that can be; programs and terms are made of others and do not count. */
export function progressOf(items: readonly Item[]): { done: number; all: number } {
  let done = 0;
  let all = 0;
  for (const item of items) {
    const state = isDone(item);
    if (state === null) continue;
    all += 1;
    if (state) done += 1;
  }
  return { done, all };
}

/** True or false for what can be done, `null` for what cannot. */
export function isDone(item: Item): boolean | null {
  switch (item.kind) {
    case 'program':
    case 'term':
      return null;
    case 'course':
      if (item.status === 'withdrawn') return null;
      return item.status === 'completed' || item.status === 'transferred' || item.status === 'exempt';
    case 'experience':
      return item.actualEnd !== null;
    case 'step':
      return item.actualEnd !== null || item.attempts.some(({ result }) => result === 'passed');
    case 'credential':
      return item.issued !== null;
    case 'milestone':
      return (item.doneOn ?? item.actualEnd) !== null;
  }
}
