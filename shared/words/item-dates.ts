import type { Item } from '#shared/domain/plan/items.ts';
import type { ItemDates, Undated } from '#shared/domain/schedule/types.ts';
import { quoted } from './numbers.ts';

/** Where the dates of an item come from (R3), as one sentence. */
export function modeSentence(item: Item, { mode }: Pick<ItemDates, 'mode'>): string {
  switch (mode) {
    case 'actual':
      return item.actualEnd === null && item.kind !== 'milestone'
        ? 'It has begun; the end follows from what is left.'
        : 'This is what happened.';
    case 'pinned':
      return 'It is fixed on this day and waits for nothing.';
    case 'term':
      return 'A term keeps the dates you give it.';
    case 'course':
      return 'A course has the dates of its term.';
    case 'summary':
      return 'A program runs over its terms and experiences.';
    case 'auto':
      return item.kind === 'milestone' || item.kind === 'credential'
        ? 'It comes as soon as what is before it allows.'
        : 'It starts as soon as what comes before it allows.';
  }
}

/** Why an item has no dates and what to do about it. `titleOf` names the item that is the first cause. */
export function undatedSentence(undated: Undated, id: string, titleOf: (id: string) => string): string {
  const itself = undated.itemId === id;
  const name = itself ? 'It' : quoted(titleOf(undated.itemId));
  const waits = itself ? '' : 'It waits for something without dates: ';
  switch (undated.cause) {
    case 'no-length':
      return `${waits}${name} has no length yet; say how long it takes.`;
    case 'no-anchor':
      return `${waits}${name} is not tied to any day; link it to what comes before, or give it a day.`;
    case 'no-term':
      return `${waits}${name} is not placed in a term yet; choose one.`;
    case 'empty-program':
      return `${waits}${name} has no terms or experiences with dates; add a term.`;
    case 'group-short':
      return `${waits}${name} waits for more of its alternatives to have dates.`;
    case 'cycle':
      return `${waits}${name} is part of a loop of links; remove one of them.`;
  }
}
