import type { Command } from './command.ts';

const GLOBAL = `Options for every command:
  --db FILE     the database (default: the one the window uses)
  --today DATE  calculate as if today were this day
  --json        print JSON and nothing else
  --help        say how a command is used
  --version     print the version`;

/** The help of the whole command line. */
export function helpForAll(commands: Readonly<Record<string, Command>>): string {
  const lines = Object.entries(commands).map(
    ([name, { usage, summary }]) => `  ${`${name} ${usage}`.trim()}\n      ${summary}`,
  );
  return `throughline: plan the way from a degree to a license\n\n${lines.join('\n')}\n\n${GLOBAL}`;
}

/** The help of one command. */
export const helpFor = (name: string, { usage, summary, details }: Command): string =>
  [`throughline ${`${name} ${usage}`.trim()}`, `${summary}.`, ...(details ? [details()] : []), GLOBAL].join(
    '\n\n',
  );
