import {
  contract,
  isEndpoint,
  type ActionName,
  type OutputOf,
  type ParsedOf,
} from '#shared/contract/contract.ts';
import type { ActionReply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { Log } from '#electron/core/context.ts';
import { failureFrom } from './failure-from.ts';

/** What a host does itself. What can go wrong for a person is an answer; only a broken invariant is thrown. */
export type Action<N extends ActionName> = (input: ParsedOf<N>) => Promise<ActionReply<OutputOf<N>>>;
export type Actions = { [N in ActionName]?: Action<N> };

export interface RouteParts {
  /** The core's door: JSON text in, JSON text out. */
  dispatch: (text: string) => string;
  actions: Actions;
  log: Log;
}

/**
 * The one way a request takes on every host: actions of the contract are parsed and run here, everything else goes
 * to the core as it came. Resolves with JSON text whatever happens; what is unexpected is logged under a reference,
 * and the reference is all that the page gets.
 */
export function createRoute({ dispatch, actions, log }: RouteParts): (text: string) => Promise<string> {
  return async (text) => {
    try {
      const request = readAction(text);
      if (request === null) return dispatch(text);
      return JSON.stringify(await logged(request.name, log, () => run(request, actions)));
    } catch (error) {
      return replyText(failureFrom(error, log));
    }
  };
}

/** A failure as the text a host answers with. */
export const replyText = (error: Failure): string =>
  JSON.stringify({ ok: false, error } satisfies ActionReply);

interface ActionRequest {
  name: ActionName;
  input: unknown;
}

/** The request, if it is for an action; everything else, unreadable text too, is the core's to answer. */
function readAction(text: string): ActionRequest | null {
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof request !== 'object' || request === null || !('name' in request)) return null;
  const { name } = request;
  if (typeof name !== 'string' || !isActionName(name)) return null;
  return { name, input: 'input' in request ? request.input : undefined };
}

const isActionName = (name: string): name is ActionName =>
  isEndpoint(name) && contract[name].kind === 'action';

async function run({ name, input }: ActionRequest, actions: Actions): Promise<ActionReply> {
  // The input is parsed with this very name's schema; the table's types cannot express that link.
  const act = actions[name] as ((input: unknown) => Promise<ActionReply>) | undefined;
  if (!act) return { ok: false, error: { code: 'unknown-command', name } };
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return act(parsed.data);
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => ({ path: path.join('.'), problem: message }));
  return { ok: false, error: { code: 'bad-request', problems } };
}

async function logged(name: ActionName, log: Log, work: () => Promise<ActionReply>): Promise<ActionReply> {
  const started = performance.now();
  const reply = await work();
  const ms = Math.round((performance.now() - started) * 100) / 100;
  log({ name, ms, outcome: reply.ok ? 'ok' : reply.error.code, reference: null });
  return reply;
}
