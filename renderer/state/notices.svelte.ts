import type { Failure } from '#shared/contract/failures.ts';

/** What a notice is about. Facts only: the notices feature puts them into words. */
export type NoticeMatter =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'done' | 'undone' | 'redone'; command: string; subject: string | null }
  | { kind: 'jumped'; undone: number; redone: number }
  | { kind: 'links-decide'; title: string }
  | { kind: 'saved'; file: string };

export type Notice = NoticeMatter & { id: number };

const QUIET_MS = 10_000;
/** More than this would cover the plan. */
const SHOWN = 3;

/** What the newest step of the history makes untrue or useless. */
const ABOUT_HISTORY = new Set<NoticeMatter['kind']>(['done', 'undone', 'redone', 'jumped']);

/**
 * Short messages about what just happened, the newest last. Good news leaves by itself, but not while somebody is at
 * it; a failure stays until it is dismissed, because a person has to be able to read it at leisure.
 */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing that is shown depends on it
  #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #isHeld = false;
  #lastId = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  fail(failure: Failure): void {
    this.#add({ kind: 'failure', failure });
  }

  /** Says that a command was carried out, with its undo at hand. */
  done(command: string, subject: string | null): void {
    this.#add({ kind: 'done', command, subject });
  }

  show(matter: NoticeMatter): void {
    this.#add(matter);
  }

  dismiss(id: number): void {
    this.#stop(id);
    this.#list = this.#list.filter((notice) => notice.id !== id);
    // Nobody can be at a list that is gone, and nothing else would say so.
    if (this.#list.length === 0) this.#isHeld = false;
  }

  /** Keeps all of them while somebody points at one or is in one. */
  hold(): void {
    this.#isHeld = true;
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  }

  /** Lets them leave again, each after its whole time. */
  release(): void {
    if (!this.#isHeld) return;
    this.#isHeld = false;
    for (const notice of this.#list) this.#start(notice);
  }

  #add(matter: NoticeMatter): void {
    const notice: Notice = { ...matter, id: ++this.#lastId };
    // Undo is about the newest step, so one notice of that kind replaces the other.
    const isStale = ({ kind }: Notice) => ABOUT_HISTORY.has(matter.kind) && ABOUT_HISTORY.has(kind);
    const kept = this.#list.filter((other) => !isStale(other)).slice(1 - SHOWN);
    for (const { id } of this.#list) if (!kept.some((other) => other.id === id)) this.#stop(id);
    this.#list = [...kept, notice];
    if (!this.#isHeld) this.#start(notice);
  }

  #start({ id, kind }: Notice): void {
    if (kind === 'failure') return;
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), QUIET_MS),
    );
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
