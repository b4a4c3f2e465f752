import type { Session } from '#renderer/state/session.svelte.ts';
import { AT_REST_MS, whenIdle } from '#renderer/ui/when-idle.ts';
import { openFindingsByItem } from './said-of-bars.ts';

/**
 * How many open findings there are about each item, by its id, when the plan is at rest: they are spoken with the bars
 * and not drawn, so no frame waits for them, and a bar that is moved day by day asks for them once. Made while a
 * component is.
 */
export class LateFindings {
  #byItem: ReadonlyMap<string, number> = $state.raw(openFindingsByItem([]));

  constructor(session: Session) {
    $effect(() => {
      // What findings follow from, without asking for them yet.
      const { document, today } = session;
      if (document === null || today === 0) return;
      return whenIdle(() => this.#show(openFindingsByItem(session.findings)), AT_REST_MS);
    });
  }

  get byItem(): ReadonlyMap<string, number> {
    return this.#byItem;
  }

  #show(byItem: ReadonlyMap<string, number>): void {
    const before = this.#byItem;
    // The same map where it says the same: nothing is drawn again.
    if (before.size !== byItem.size || [...byItem].some(([id, count]) => before.get(id) !== count))
      this.#byItem = byItem;
  }
}
