import { MediaQuery } from 'svelte/reactivity';
import type { Session } from '#renderer/state/session.svelte.ts';
import { collapsedIn, recallChoices, rememberChoice, USUAL_VIEW, type ViewChoice } from './view-choice.ts';

/** A smaller window needs its room for the bars. */
const ROOM_FOR_MAP = '(min-width: 640px) and (min-height: 500px)';

/** How the open plan is looked at: chosen for each plan, and remembered for this tab or window. */
export class ViewOptions {
  #session: Session;
  #storage: Storage;
  #hasRoom = new MediaQuery(ROOM_FOR_MAP);
  #choices = $state.raw(recallChoices(sessionStorage));

  readonly now: ViewChoice = $derived.by(() => this.#choices[this.#planId] ?? USUAL_VIEW);

  /**
   * Whether the whole plan is shown below the bars. Derived, so that who asks anew after every edit does not have the
   * browser stop and begin watching the window's size.
   */
  readonly miniMap: boolean = $derived(this.now.miniMap ?? this.#hasRoom.current);

  /** Made anew only when another plan is opened or something else is chosen. */
  readonly collapsed: ReadonlySet<string> = $derived(collapsedIn(this.now));

  constructor(session: Session, storage: Storage = sessionStorage) {
    this.#session = session;
    this.#storage = storage;
    this.#choices = recallChoices(storage);
  }

  get #planId(): string {
    return this.#session.planId ?? '';
  }

  /** Makes one lane one row, or opens it. */
  toggle(laneId: string): void {
    const { collapsed } = this.now;
    const isOpen = !collapsed.includes(laneId);
    this.change({ collapsed: isOpen ? [...collapsed, laneId] : collapsed.filter((id) => id !== laneId) });
  }

  change(change: Partial<ViewChoice>): void {
    const choice = { ...this.now, ...change };
    this.#choices = rememberChoice(this.#storage, this.#choices, this.#planId, choice);
  }
}
