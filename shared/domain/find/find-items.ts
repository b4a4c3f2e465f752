import type { Finding } from '../findings/types.ts';
import { barState, type BarState } from '../layout/bar-state.ts';
import { codeText } from '../plan/course-code.ts';
import type { Item, ItemKind } from '../plan/items.ts';
import { searchedText } from '../plan/web-links.ts';
import type { ItemDates } from '../schedule/types.ts';
import type { DayNumber } from '../time/day.ts';

/** States to look for. Late is a milestone that has passed, and whatever ends after the target allows. */
export const FIND_STATES = ['planned', 'current', 'done', 'late', 'withdrawn'] as const;
export type FindState = (typeof FIND_STATES)[number];

/** What is looked for: all of it has to hold. `null` and an empty text ask for nothing. */
export interface Wish {
  readonly text: string;
  readonly kind: ItemKind | null;
  readonly state: FindState | null;
  /** Only what an open finding is about. */
  readonly withFindings: boolean;
  /** Only what decides the goal's date. */
  readonly deciding: boolean;
}

export const NO_WISH: Wish = { text: '', kind: null, state: null, withFindings: false, deciding: false };

/** What the plan's schedule says of its items. */
export interface FindContext {
  /** Parallel to the items. */
  readonly dates: readonly ItemDates[];
  readonly today: DayNumber;
  readonly findings: readonly Pick<Finding, 'itemIds' | 'acknowledged'>[];
  /** The items of the chain that decides the goal's date. */
  readonly binding: readonly { readonly itemId: string }[];
}

/** True when something is looked for. */
export function asksForAnything({ text, kind, state, withFindings, deciding }: Wish): boolean {
  return text.trim() !== '' || kind !== null || state !== null || withFindings || deciding;
}

/**
 * The ids of the items that a wish asks for, in the plan's order. Every word of the text is in the item's title, code,
 * notes or links; accents and case do not matter. `context` is asked only when the wish is about more than the items.
 */
export function findItems(items: readonly Item[], wish: Wish, context: () => FindContext): Set<string> {
  const words = plain(wish.text).split(/\s+/).filter(Boolean);
  const { state, kind } = wish;
  const known = state !== null || wish.withFindings || wish.deciding ? context() : null;
  const concerned = wish.withFindings && known ? concernedBy(known.findings) : null;
  const deciding = wish.deciding && known ? new Set(known.binding.map(({ itemId }) => itemId)) : null;
  const found = new Set<string>();
  items.forEach((item, place) => {
    if (kind !== null && item.kind !== kind) return;
    if (concerned?.has(item.id) === false || deciding?.has(item.id) === false) return;
    if (state !== null && known && !isInState(item, known.dates[place], known.today, state)) return;
    if (words.length > 0) {
      const text = plain(
        `${item.kind === 'course' ? codeText(item) : ''} ${item.title} ${searchedText(item)}`,
      );
      if (!words.every((word) => text.includes(word))) return;
    }
    found.add(item.id);
  });
  return found;
}

function concernedBy(findings: FindContext['findings']): Set<string> {
  return new Set(findings.flatMap(({ acknowledged, itemIds }) => (acknowledged ? [] : itemIds)));
}

function isInState(item: Item, dates: ItemDates | undefined, today: DayNumber, wanted: FindState): boolean {
  if (dates === undefined) return false;
  const state: BarState = barState(item, dates, today);
  if (wanted !== 'late') return state === wanted;
  if (state === 'overdue') return true;
  return state !== 'done' && state !== 'withdrawn' && dates.slack !== null && dates.slack < 0;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
