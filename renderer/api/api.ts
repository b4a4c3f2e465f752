import type { ActionName, CoreName, InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { ActionReply, Reply } from '#shared/contract/define.ts';
import type { Host } from '#renderer/host/host.ts';

/** The contract as typed functions. Neither throws: what went wrong is a failure in the reply. */
export interface Api {
  /** Sends a query or command to the core. */
  run<N extends CoreName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>>;
  /** Asks the host for an action. */
  act<N extends ActionName>(name: N, input: InputOf<N>): Promise<ActionReply<OutputOf<N>>>;
}

/** The typed client of a host. */
export function createApi(host: Host): Api {
  return {
    run: async <N extends CoreName>(name: N, input: InputOf<N>) =>
      JSON.parse(await host.invoke(JSON.stringify({ name, input }))) as Reply<OutputOf<N>>,
    act: (name, input) => host.actions[name](input),
  };
}
