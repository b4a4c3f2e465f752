import type { ActionName, CommandName, InputOf, OutputOf, QueryName } from '#shared/contract/contract.ts';
import type { ActionReply, HistoryState, Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { Api } from '#renderer/api/api.ts';
import type { Changed } from './answers.svelte.ts';
import { Notices } from './notices.svelte.ts';

/** What the reply to a command that was carried out says of the change. */
export type Stored = Changed & { readonly history: HistoryState };

const NO_HISTORY: HistoryState = { undo: null, redo: null };

/** The way to the core: queries, commands one after the other, actions, and what to say when one fails. */
export class Sending {
  readonly notices = new Notices();

  #api: Api;
  #onstored: (command: Stored) => Promise<void>;
  #history = $state.raw<HistoryState>(NO_HISTORY);
  #lost = $state(false);
  #revision = -1;
  #last: Promise<unknown> = Promise.resolve();

  /**
   * `onstored` is called with every command that was carried out, and awaited before its sender goes on. It takes over
   * the history together with what it reads, so that the page changes once.
   */
  constructor(api: Api, onstored: (command: Stored) => Promise<void>) {
    this.#api = api;
    this.#onstored = onstored;
  }

  get history(): HistoryState {
    return this.#history;
  }
  /** True when the core no longer answers; nothing can be saved until it does. */
  get lost(): boolean {
    return this.#lost;
  }

  /** Takes over what undo and redo would do, from a reply that tells it newly. */
  take(history: HistoryState): void {
    this.#history = history;
  }

  /** Sends a command; where it is refused, a notice says why. */
  async run<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.attempt(name, input);
    if (!reply.ok) this.report(reply.error);
    return reply;
  }

  /** Sends a command whose refusal the caller shows itself, for example at the field it is about. */
  attempt<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    // One after the other: two edits on their way at once could arrive in either order.
    const reply = this.#last.then(() => this.#send(name, input));
    this.#last = reply;
    return reply;
  }

  /** Sends a query. Unlike a command it changes nothing, so nothing is read again. */
  async ask<N extends QueryName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.#api.run(name, input);
    this.#lost = !reply.ok && reply.error.code === 'host-lost';
    if (reply.ok) this.#revision = Math.max(this.#revision, reply.revision);
    return reply;
  }

  /** Asks the host for an action; where it fails, a notice says why. */
  async act<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    const reply = await this.tryAct(name, input);
    if (!reply.ok) this.report(reply.error);
    return reply;
  }

  /** Asks the host for an action whose failure the caller shows itself. */
  tryAct<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>> {
    return this.#api.act(name, input);
  }

  /** Says what went wrong. */
  report(failure: Failure): void {
    // A lost core has its own lasting notice; saying it again for every edit would only bury it.
    if (failure.code === 'host-lost') this.#lost = true;
    else this.notices.fail(failure);
  }

  async #send<N extends CommandName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> {
    const reply = await this.#api.run(name, input);
    this.#lost = !reply.ok && reply.error.code === 'host-lost';
    if (reply.ok) {
      const isChange = reply.revision > this.#revision;
      this.#revision = reply.revision;
      await this.#onstored(reply);
      // Whatever was changed can be taken back, and says so; a step along the history has its own words.
      const step = reply.history.undo;
      if (isChange && step?.name === name) this.notices.done(step.name, step.subject);
    }
    return reply;
  }
}
