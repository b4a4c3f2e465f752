import { contract } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/define.ts';
import { commandText, jumpText } from '#shared/words/commands.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { CommandFailure, planNamed, type Command } from './command.ts';
import { columns } from './tables.ts';

export const journalCommands: Record<string, Command> = {
  do: {
    usage: 'NAME [JSON]',
    summary: 'Send any command or query and print its reply; “do --help” lists them',
    details: names,
    words: [1, 2],
    database: 'open',
    run: ({ app, words: [name = '', input = '{}'] }) => {
      const value = JSON.parse(app.dispatch(JSON.stringify({ name, input: readInput(input) }))) as Reply;
      if (value.ok) return { value, text: JSON.stringify(value, null, 2) };
      const message = sentenceFor(value.error);
      const refused = { ...value, error: { ...value.error, message } };
      return { value: refused, text: JSON.stringify(refused, null, 2), exit: 1, note: message };
    },
  },

  undo: {
    usage: '[--to SEQ]',
    summary: 'Take the last command back, or all after the one that history lists as SEQ',
    words: [0, 0],
    options: { to: { type: 'string' } },
    database: 'open',
    run: ({ ask, options: { to } }) => {
      if (typeof to === 'string') {
        const jump = ask('history.jump', { seq: stepNumber(to) });
        return { value: jump, text: jumpText(jump) };
      }
      const entry = ask('history.undo', {});
      return { value: entry, text: `Undid: ${commandText(entry.name, entry.subject)}` };
    },
  },

  redo: {
    usage: '',
    summary: 'Do again what was undone last',
    words: [0, 0],
    database: 'open',
    run: ({ ask }) => {
      const entry = ask('history.redo', {});
      return { value: entry, text: `Did again: ${commandText(entry.name, entry.subject)}` };
    },
  },

  history: {
    usage: '[PLAN]',
    summary: 'List the commands so far, the newest last',
    words: [0, 1],
    database: 'open',
    run: (invocation) => {
      const [word] = invocation.words;
      const entries = invocation.ask('history.read', {
        planId: word === undefined ? null : planNamed(invocation, word),
      });
      const rows = entries.map(({ seq, at, name, subject, undone }) => [
        String(seq),
        at,
        commandText(name, subject),
        undone ? '(undone)' : '',
      ]);
      return { value: entries, text: rows.length === 0 ? 'Nothing has been done yet.' : columns(rows) };
    },
  },
};

/** Everything that can be sent. */
function names(): string {
  const listed = (kind: 'query' | 'command') =>
    Object.entries(contract).flatMap(([name, line]) => (line.kind === kind ? [`  ${name}`] : []));
  return ['Queries:', ...listed('query'), '', 'Commands:', ...listed('command')].join('\n');
}

/** The number of a step as the history lists it. @throws CommandFailure */
function stepNumber(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const expected = 'the number of a step, as “throughline history” lists it, or 0 for before the first';
  throw new CommandFailure({ code: 'unusable-value', field: '--to', value: text, expected });
}

/** The input as a value of its own, so that nothing in it can pass for another command. @throws CommandFailure */
function readInput(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandFailure({ code: 'bad-request', problems: [{ path: 'input', problem: 'is not JSON' }] });
  }
}
