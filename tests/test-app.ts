import BetterSqlite3 from 'better-sqlite3';
import { createApp, type App } from '#electron/core/app.ts';
import { JOURNALED_TABLES } from '#electron/db/tables.ts';
import type { CoreName, InputOf, OutputOf } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';

/** Ids that count up, so that runs can be compared. */
export function countingIds(prefix = 'id'): () => string {
  let next = 0;
  return () => `${prefix}${++next}`;
}

export interface TestApp {
  readonly file: string;
  readonly app: App;
  /** The whole reply. */
  send<N extends CoreName>(name: N, input: InputOf<N>): Reply<OutputOf<N>>;
  /** The value of a reply that must be ok. */
  ask<N extends CoreName>(name: N, input: InputOf<N>): OutputOf<N>;
  /** The failure of a reply that must be a refusal. */
  refusal<N extends CoreName>(name: N, input: InputOf<N>): Failure;
  close(): void;
  reopen(): TestApp;
}

/** The real core on a real file; only the clock and the ids are fixed. */
export function openTestApp(file: string, { today = '2026-11-23', newId = countingIds() } = {}): TestApp {
  const app = createApp({
    dbFile: file,
    create: true,
    clock: { today: () => today, now: () => `${today}T12:00:00.000Z` },
    newId,
    log: () => undefined,
    version: '0.0.0-test',
  });
  const send = <N extends CoreName>(name: N, input: InputOf<N>): Reply<OutputOf<N>> =>
    JSON.parse(app.dispatch(JSON.stringify({ name, input }))) as Reply<OutputOf<N>>;
  return {
    file,
    app,
    send,
    ask: (name, input) => {
      const reply = send(name, input);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
      return reply.value;
    },
    refusal: (name, input) => {
      const reply = send(name, input);
      if (reply.ok) throw new Error(`${name} was not refused: ${JSON.stringify(reply.value)}`);
      return reply.error;
    },
    close: () => app.close(),
    reopen: () => {
      app.close();
      return openTestApp(file, { today, newId });
    },
  };
}

/** All rows of all tables of the user's data, read from the closed file, in the order of their keys. */
export function dumpFile(file: string): Record<string, unknown[]> {
  const db = new BetterSqlite3(file, { readonly: true });
  try {
    return Object.fromEntries(
      JOURNALED_TABLES.map((table) => {
        const keys = db
          .prepare('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
          .pluck()
          .all(table) as string[];
        return [table, db.prepare(`SELECT * FROM "${table}" ORDER BY ${keys.join(', ')}`).all()];
      }),
    );
  } finally {
    db.close();
  }
}
