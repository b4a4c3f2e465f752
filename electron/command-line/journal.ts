import { commandText } from '#shared/words/commands.ts';
import { planNamed, type Command } from './command.ts';
import { columns } from './tables.ts';

export const journalCommands: Record<string, Command> = {
  do: {
    usage: 'NAME [JSON]',
    summary: 'Send any command or query and print its reply',
    words: [1, 2],
    database: 'open',
    run: ({ app, words: [name = '', input = '{}'] }) => {
      const reply = app.dispatch(`{"name":${JSON.stringify(name)},"input":${input}}`);
      const value: unknown = JSON.parse(reply);
      return { value, text: JSON.stringify(value, null, 2) };
    },
  },

  undo: {
    usage: '',
    summary: 'Take the last command back',
    words: [0, 0],
    database: 'open',
    run: ({ ask }) => {
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
      const rows = entries.map(({ at, name, subject, undone }) => [
        at,
        commandText(name, subject),
        undone ? '(undone)' : '',
      ]);
      return { value: entries, text: rows.length === 0 ? 'Nothing has been done yet.' : columns(rows) };
    },
  },
};
