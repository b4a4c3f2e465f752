import type { CommandName } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failures.ts';

/** What a notice is about. Facts only: the notices feature puts them into words. */
export type NoticeMatter =
  | { kind: 'failure'; failure: Failure }
  | { kind: 'done' | 'undone' | 'redone'; command: string; subject: string | null }
  | { kind: 'links-decide'; title: string }
  | { kind: 'saved'; file: string };

export type Notice = NoticeMatter & { id: number };

const QUIET_MS = 6_000;

/**
 * Short messages about what just happened, the newest last. Good news leaves by itself; a failure
 * stays until it is dismissed, because a person has to be able to read it at leisure.
 */
export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #lastId = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  fail(failure: Failure): void {
    this.#add({ kind: 'failure', failure });
  }

  /** Says that a command was carried out, with its undo at hand. */
  done(command: CommandName, subject: string | null): void {
    this.#add({ kind: 'done', command, subject });
  }

  show(matter: NoticeMatter): void {
    this.#add(matter);
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(matter: NoticeMatter): void {
    const id = ++this.#lastId;
    const lasting = matter.kind === 'failure';
    // An undo speaks about the same thing as the notice before it, so quiet ones replace each other.
    const kept = lasting ? this.#list : this.#list.filter(({ kind }) => kind === 'failure');
    this.#list = [...kept.slice(-2), { ...matter, id }];
    if (!lasting) setTimeout(() => this.dismiss(id), QUIET_MS);
  }
}
