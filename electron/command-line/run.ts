import { noticeSentence } from '#shared/words/database-notices.ts';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { errorCode } from '#electron/db/failure.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { defaultDatabaseFile } from '#electron/core/default-file.ts';
import type { App } from '#electron/core/app.ts';
import {
  askCore,
  CommandFailure,
  UsageError,
  type Command,
  type Invocation,
  type Output,
} from './command.ts';
import { baselineCommands } from './baselines.ts';
import { compareCommands } from './compare.ts';
import { copyCommands } from './copies.ts';
import { engineCommands } from './engine.ts';
import { exportCommands } from './export.ts';
import { fillCommands } from './filling.ts';
import { helpFor, helpForAll } from './help.ts';
import { journalCommands } from './journal.ts';
import { localToday } from '#electron/core/local-today.ts';
import { closeRefused, openCore } from './open-core.ts';
import { dateOption, planCommands } from './plans.ts';
import { serveCommands } from './serve.ts';

export const COMMANDS: Readonly<Record<string, Command>> = {
  ...planCommands,
  ...engineCommands,
  ...compareCommands,
  ...baselineCommands,
  ...fillCommands,
  ...exportCommands,
  ...journalCommands,
  ...copyCommands,
  ...serveCommands,
};

const GLOBAL_OPTIONS = {
  db: { type: 'string' },
  today: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

/** Where a run writes; the process's own streams, or a test's. */
export interface Streams {
  out(content: string | Uint8Array): void;
  err(text: string): void;
}

/**
 * Runs one command line and answers the exit code: 0 done, 1 refused or unusable value, 2 not understood.
 * With `--json` stdout holds one JSON value and nothing else.
 */
export async function runCommandLine(
  args: readonly string[],
  version: string,
  streams: Streams,
): Promise<number> {
  // Known before parsing, so that a line that cannot be parsed is still answered in the form that was asked for.
  const json = args.includes('--json');
  try {
    const output = await runParsed(args, version, streams);
    if (output.note !== undefined) streams.err(`${output.note}\n`);
    if (output.raw) streams.out(output.raw);
    else streams.out(`${json ? JSON.stringify(output.value) : output.text}\n`);
    return output.exit ?? 0;
  } catch (error) {
    if (error instanceof CommandFailure) {
      const message = sentenceFor(error.failure);
      streams.err(`${message}\n`);
      if (json) streams.out(`${JSON.stringify({ error: { code: error.failure.code, message } })}\n`);
      return 1;
    }
    if (error instanceof UsageError) {
      streams.err(`${error.message}\n`);
      if (json) streams.out(`${JSON.stringify({ error: { code: 'usage', message: error.message } })}\n`);
      return 2;
    }
    throw error;
  }
}

async function runParsed(args: readonly string[], version: string, streams: Streams): Promise<Output> {
  const { name, command, words, options } = parse(args);
  if (options['version'] === true) return { value: { version }, text: version };
  if (command === null) return { value: Object.keys(COMMANDS), text: helpForAll(COMMANDS) };
  if (options['help'] === true) return { value: command.usage, text: helpFor(name, command) };
  const [least, most] = command.words;
  if (words.length < least || words.length > most)
    throw new UsageError(
      `“${name}” takes other arguments: use “${`throughline ${name} ${command.usage}`.trim()}”.`,
    );

  const today = options['today'] === undefined ? null : dateOption('--today', String(options['today']));
  const dbFile = options['db'] === undefined ? defaultDatabaseFile() : resolve(String(options['db']));
  const clockToday = (): string => today ?? localToday();
  const invocation = {
    words,
    options,
    json: options['json'] === true,
    today: clockToday(),
    clockToday,
    dbFile,
    version,
  };
  if (command.database === 'none') return command.run(withoutCore(invocation));

  const app = openCore(invocation, command.database === 'create');
  for (const notice of app.notices) if (TOLD.has(notice.code)) streams.err(`${noticeSentence(notice)}\n`);
  let refused = true;
  try {
    const output = await command.run({
      ...invocation,
      app,
      ask: (n, input) => askCore(app.dispatch, n, input),
    });
    refused = false;
    return output;
  } finally {
    if (refused) closeRefused(app, dbFile);
    else app.close();
  }
}

/** What of an opening a script's reader should hear; the rest is as it should be. */
const TOLD: ReadonlySet<string> = new Set(['changed-outside', 'side-file-put-aside']);

function withoutCore<Parts extends object>(parts: Parts): Parts & Pick<Invocation, 'app' | 'ask'> {
  const missing = (): never => {
    throw new Error('This command opens no database');
  };
  return Object.defineProperties(parts, { app: { get: missing }, ask: { get: missing } }) as Parts & {
    app: App;
    ask: Invocation['ask'];
  };
}

interface Parsed {
  name: string;
  command: Command | null;
  words: string[];
  options: Record<string, string | boolean | undefined>;
}

/** Options may stand before or after the command's name. @throws UsageError */
function parse(args: readonly string[]): Parsed {
  const name = firstWord(args);
  if (name !== null && !Object.hasOwn(COMMANDS, name)) {
    throw new UsageError(`There is no command “${name}”; “throughline --help” lists the commands.`);
  }
  const command = name === null ? null : (COMMANDS[name] ?? null);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...command?.options, ...GLOBAL_OPTIONS },
      allowPositionals: true,
    });
    if (name === null && values['help'] !== true && values['version'] !== true && args.length > 0) {
      throw new UsageError('Name a command; “throughline --help” lists the commands.');
    }
    return { name: name ?? '', command, words: positionals.slice(1), options: values };
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error;
    const help = name === null ? 'throughline --help' : `throughline ${name} --help`;
    throw new UsageError(`${wrongOption(error)}; “${help}” shows what is possible.`);
  }
}

/** Node says it in several lines; a person needs the option and what is wrong with it. */
function wrongOption(error: Error): string {
  const option = /'(-[^\s']*)/.exec(error.message)?.[1] ?? '';
  const code = errorCode(error);
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option ${option}`;
  return error.message.includes('does not take an argument')
    ? `The option ${option} takes no value`
    : `The option ${option} needs a value`;
}

/** The first argument that is neither an option nor the value of a global option before the command. */
function firstWord(args: readonly string[]): string | null {
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? '';
    if (word === '--db' || word === '--today') index += 1;
    else if (!word.startsWith('-')) return word;
  }
  return null;
}
