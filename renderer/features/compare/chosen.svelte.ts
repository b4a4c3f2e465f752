import type { Session } from '#renderer/state/session.svelte.ts';

/** As many plans as fit beside each other, the first among them. */
export const MOST_OTHERS = 3;

/** Which plans are compared. Kept while the window is open, so that one can look at an item and come back. */
export class ChosenPlans {
  #session: Session;
  #first = $state<string | null>(null);
  #others = $state.raw<readonly string[] | null>(null);

  readonly first: string | null = $derived.by(() => this.#kept(this.#first) ?? this.#usual[0] ?? null);
  readonly others: readonly string[] = $derived.by(() => {
    const others = this.#others ?? this.#usual;
    return others.filter((id) => id !== this.first && this.#kept(id) !== null).slice(0, MOST_OTHERS);
  });

  constructor(session: Session) {
    this.#session = session;
  }

  setFirst(id: string): void {
    const before = this.first;
    // The plan that was compared with stays in sight, in the place of the one that takes its own.
    this.#others = this.others.includes(id)
      ? this.others.map((other) => (other === id && before !== null ? before : other))
      : this.others;
    this.#first = id;
  }

  setOthers(ids: readonly string[]): void {
    this.#first = this.first;
    this.#others = ids;
  }

  /** Until somebody chooses: the plan that was open before, such as the one a scenario was made from, and the open one. */
  get #usual(): string[] {
    const { plans, document, before } = this.#session;
    const open = document?.plan.id;
    const other = this.#kept(before) ?? plans.find(({ id }) => id !== open)?.id;
    const pair = this.#kept(before) === null ? [open, other] : [other, open];
    return pair.filter((id) => id !== undefined);
  }

  #kept(id: string | null): string | null {
    return this.#session.plans.some((plan) => plan.id === id) ? id : null;
  }
}

const chosen = new WeakMap<Session, ChosenPlans>();

/** The choice of a window. */
export function chosenPlans(session: Session): ChosenPlans {
  const known = chosen.get(session) ?? new ChosenPlans(session);
  chosen.set(session, known);
  return known;
}
