import { existsSync } from 'node:fs';
import { MIGRATIONS } from '#electron/db/schema-files.ts';
import { listBackups } from '#electron/db/backup.ts';
import { failureOf } from '#electron/db/failure.ts';
import { restoreFrom } from '#electron/db/restore.ts';
import { formatBytes } from '#shared/words/numbers.ts';
import { CommandFailure, type Command } from './command.ts';
import { openCore } from './open-core.ts';
import { columns } from './tables.ts';

export const copyCommands: Record<string, Command> = {
  backup: {
    usage: '[FILE]',
    summary: 'Write a checked copy of the database',
    words: [0, 1],
    database: 'open',
    run: ({ app, words: [file] }) => {
      const written = attempt(file ?? '', () => app.backup(file ?? null));
      return { value: { file: written }, text: `Backed up to ${written}` };
    },
  },

  backups: {
    usage: '',
    summary: 'List the copies in the backup folder, the newest first',
    words: [0, 0],
    database: 'none',
    run: ({ dbFile }) => {
      const copies = listBackups(dbFile);
      const rows = copies.map(({ file, why, bytes }) => [file, why, formatBytes(bytes)]);
      return { value: copies, text: rows.length === 0 ? 'There is no backup yet.' : columns(rows) };
    },
  },

  restore: {
    usage: 'FILE',
    summary: 'Put a copy in place of the database; what was there is kept beside it',
    words: [1, 1],
    database: 'none',
    run: (invocation) => {
      const { dbFile, words } = invocation;
      const source = words[0] ?? '';
      if (!existsSync(source)) throw new CommandFailure({ code: 'file-missing', file: source });
      const replaced = attempt(dbFile, () =>
        restoreFrom(source, dbFile, MIGRATIONS.length, new Date().toISOString()),
      );
      // Opening checks the restored file to the last index entry, and migrates an old one.
      openCore(invocation, false).close();
      const kept = replaced === null ? '' : ` What was there before is kept as ${replaced}.`;
      return { value: { file: dbFile, replaced }, text: `Restored ${source}.${kept}` };
    },
  },

  check: {
    usage: '',
    summary: 'Check the whole database; exit 1 if anything is wrong with it',
    words: [0, 0],
    database: 'none',
    run: (invocation) => {
      const outcome = checkDatabase(invocation);
      return {
        value: outcome,
        text: outcome.ok
          ? 'The database is whole.'
          : `The database is damaged: ${outcome.problems.join('; ')}. Restore a backup.`,
        exit: outcome.ok ? 0 : 1,
      };
    },
  },
};

function checkDatabase(invocation: Parameters<Command['run']>[0]): { ok: boolean; problems: string[] } {
  try {
    const app = openCore(invocation, false);
    try {
      const reply = JSON.parse(app.dispatch('{"name":"database.check","input":{}}')) as {
        value: { ok: boolean; problems: string[] };
      };
      return { ok: reply.value.ok, problems: reply.value.problems };
    } finally {
      app.close();
    }
  } catch (error) {
    if (error instanceof CommandFailure && error.failure.code === 'database-corrupt') {
      return { ok: false, problems: error.failure.detail.split('; ') };
    }
    throw error;
  }
}

function attempt<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const failure = failureOf(error, file);
    throw failure ? new CommandFailure(failure) : error;
  }
}
