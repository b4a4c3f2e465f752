import type { DrawnBar } from '#renderer/chart/drawn-bars.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import { asksForAnything, findItems, NO_WISH, type Wish } from '#shared/domain/find/find-items.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import { foundCount } from '#shared/words/find.ts';

/** What is done with bars that were not asked for. */
export type Others = 'dim' | 'hide';

/** What is looked for on the timeline, what matches, and which match is looked at. Costs nothing while it is closed. */
export class Find {
  #session: Session;
  #layout: () => TimelineLayout | null;
  #open = $state(false);
  #wish = $state.raw(NO_WISH);
  #others = $state<Others>('dim');
  #currentId = $state<string | null>(null);

  /** The ids of what matches, `null` while nothing is looked for. */
  readonly ids: ReadonlySet<string> | null = $derived.by(() => {
    if (!this.#open || !asksForAnything(this.#wish)) return null;
    const { document, schedule, today } = this.#session;
    if (document === null || schedule === null) return null;
    return findItems(document.items, this.#wish, () => ({
      dates: schedule.all(),
      today,
      findings: this.#session.findings,
      binding: this.#session.binding,
    }));
  });

  /** The only items to lay out, `null` for all. */
  readonly shown: ReadonlySet<string> | null = $derived(this.#others === 'hide' ? this.ids : null);

  /** Matches with dates, in the order of the lanes and bars. */
  readonly matches: readonly string[] = $derived.by(() => {
    const { ids } = this;
    const layout = this.#layout();
    if (ids === null || layout === null) return [];
    const found: string[] = [];
    for (const { firstRow, rowCount, collapsed } of layout.lanes) {
      const end = layout.rowStart[firstRow + rowCount] ?? 0;
      for (let bar = layout.rowStart[firstRow] ?? 0; bar < end; bar += 1) {
        const id = layout.items[bar]?.id;
        if (id !== undefined && ids.has(id)) found.push(id);
      }
      for (const id of collapsed?.ids ?? []) if (ids.has(id)) found.push(id);
    }
    return found;
  });

  /** How many there are and which one is looked at, `null` while nothing is looked for. */
  readonly count: string | null = $derived.by(() => {
    if (this.ids === null) return null;
    const place = this.#currentId === null ? -1 : this.matches.indexOf(this.#currentId);
    return foundCount(this.matches.length, this.ids.size - this.matches.length, place < 0 ? null : place + 1);
  });

  constructor(session: Session, layout: () => TimelineLayout | null) {
    this.#session = session;
    this.#layout = layout;
  }

  get open(): boolean {
    return this.#open;
  }
  get wish(): Wish {
    return this.#wish;
  }
  get others(): Others {
    return this.#others;
  }
  /** The match that is looked at. */
  get currentId(): string | null {
    return this.#currentId;
  }

  begin(): void {
    this.#open = true;
  }

  /** Changes what is looked for; what was looked at stays so while it still matches. */
  ask(change: Partial<Wish>): void {
    this.#wish = { ...this.#wish, ...change };
    if (this.#currentId !== null && this.ids?.has(this.#currentId) !== true) this.#currentId = null;
  }

  treatOthers(others: Others): void {
    this.#others = others;
  }

  /** Goes to the next match, or the one before, around the ends; answers its id. */
  step(by: 1 | -1): string | null {
    const { matches } = this;
    if (matches.length === 0) return null;
    const at = this.#currentId === null ? -1 : matches.indexOf(this.#currentId);
    const next = at < 0 ? (by > 0 ? 0 : matches.length - 1) : (at + by + matches.length) % matches.length;
    this.#currentId = matches[next] ?? null;
    return this.#currentId;
  }

  /** Forgets what was looked for. */
  close(): void {
    this.#open = false;
    this.#wish = NO_WISH;
    this.#currentId = null;
  }

  /** The same bars, with those that do not match dimmed. */
  mark(drawn: readonly DrawnBar[]): readonly DrawnBar[] {
    const { ids } = this;
    if (ids === null) return drawn;
    return drawn.map((bar): DrawnBar => {
      if (bar.id === this.#currentId) return { ...bar, find: 'found' };
      return ids.has(bar.id) ? bar : { ...bar, find: 'dimmed' };
    });
  }
}
