import type { Session } from '#renderer/state/session.svelte.ts';
import { recallChoices, rememberChoice, USUAL_VIEW, type ViewChoice } from './view-choice.ts';

/** How the open plan is looked at: chosen for each plan, and remembered for this tab or window. */
export class ViewOptions {
  #session: Session;
  #storage: Storage;
  #choices = $state.raw(recallChoices(sessionStorage));

  readonly now: ViewChoice = $derived.by(() => this.#choices[this.#planId] ?? USUAL_VIEW);

  constructor(session: Session, storage: Storage = sessionStorage) {
    this.#session = session;
    this.#storage = storage;
    this.#choices = recallChoices(storage);
  }

  get #planId(): string {
    return this.#session.document?.plan.id ?? '';
  }

  change(change: Partial<ViewChoice>): void {
    const choice = { ...this.now, ...change };
    this.#choices = rememberChoice(this.#storage, this.#choices, this.#planId, choice);
  }
}
