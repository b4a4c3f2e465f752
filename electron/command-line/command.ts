import type { ParseArgsOptionsConfig } from 'node:util';
import type { InputOf, CoreName, OutputOf } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import type { App } from '#electron/core/app.ts';

/** What a command is given: its words, its options, and the database if it asked for one. */
export interface Invocation {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly json: boolean;
  readonly today: IsoDate;
  /** The day as the core asks for it: fixed by `--today`, else read anew each time. */
  readonly clockToday: () => IsoDate;
  readonly dbFile: string;
  readonly version: string;
  /** The open core. Only there when the command's `database` is `open` or `create`. */
  readonly app: App;
  /** Asks the core and answers the value. @throws CommandFailure with the refusal. */
  readonly ask: <N extends CoreName>(name: N, input: InputOf<N>) => OutputOf<N>;
}

/** What a command prints: `value` with `--json`, `text` otherwise. `exit` is 0 unless said. */
export interface Output {
  value: unknown;
  text: string;
  exit?: number;
  /** Bytes for stdout instead of text, as they are. */
  raw?: Uint8Array;
  /** Something to know that is no part of the output: it goes to stderr. */
  note?: string;
}

export interface Command {
  /** Arguments and options as in the help, without the command's name. */
  usage: string;
  summary: string;
  /** What else its own help says, as lines of text. */
  details?: () => string;
  /** Least and most words. */
  words: readonly [number, number];
  options?: ParseArgsOptionsConfig;
  /** Whether the database is opened for the command, and whether a missing one is created. */
  database: 'none' | 'open' | 'create';
  run(invocation: Invocation): Output | Promise<Output>;
}

/** A refusal on its way to the person: exit 1. */
export class CommandFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A command line that cannot be understood: exit 2. The message is the sentence. */
export class UsageError extends Error {}

/** Asks through the one door, so that scripts and the window cannot differ. @throws CommandFailure with the refusal. */
export function askCore<N extends CoreName>(
  dispatch: (text: string) => string,
  name: N,
  input: InputOf<N>,
): OutputOf<N> {
  const reply = JSON.parse(dispatch(JSON.stringify({ name, input }))) as Reply<OutputOf<N>>;
  if (!reply.ok) throw new CommandFailure(reply.error);
  return reply.value;
}

/** The id of a plan that was named by id or by its exact name, if only one has it. @throws CommandFailure */
export function planNamed({ ask }: Pick<Invocation, 'ask'>, word: string): string {
  const plans = ask('plan.list', {});
  if (plans.some(({ id }) => id === word)) return word;
  const named = plans.filter(({ name }) => name === word);
  const [only] = named;
  if (only && named.length === 1) return only.id;
  if (only) {
    throw new CommandFailure({ code: 'plan-name-shared', name: word, ids: named.map(({ id }) => id) });
  }
  throw new CommandFailure({ code: 'not-found', noun: 'plan', id: word });
}

/** The id of a program of the plan, named by it or by its title. */
export function programNamed({ ask }: Pick<Invocation, 'ask'>, planId: string, word: string): string {
  const named = ask('plan.read', { planId }).items.filter(
    ({ kind, title }) => kind === 'program' && title === word,
  );
  return named.length === 1 ? (named[0]?.id ?? word) : word;
}
