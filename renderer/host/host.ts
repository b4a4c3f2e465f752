import type { ActionName, InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';

/** Every action of the contract: what only the surroundings of the page can do. */
export type HostActions = {
  [N in ActionName]: (input: InputOf<N>) => Promise<ActionReply<OutputOf<N>>>;
};

/**
 * Where the page runs. A host only carries text to the core and back; it never throws: a core that does not
 * answer is the failure `host-lost` like any other. A host that lacks an action does not compile.
 */
export interface Host {
  /** Sends a request as JSON text and resolves with the reply as JSON text. */
  invoke(request: string): Promise<string>;
  readonly actions: HostActions;
  /** Calls back with each command chosen in the application's menu. Returns a function that stops it. */
  onMenu(run: (command: string) => void): () => void;
}

/** Actions that the core's side of the host does: they take the same way as every other request. */
export const actThrough =
  (invoke: Host['invoke']) =>
  <N extends ActionName>(name: N) =>
  async (input: InputOf<N>) =>
    JSON.parse(await invoke(JSON.stringify({ name, input }))) as ActionReply<OutputOf<N>>;

/** A failure as the text a host answers with. */
export function failureText(error: Failure): string {
  return JSON.stringify({ ok: false, error });
}
