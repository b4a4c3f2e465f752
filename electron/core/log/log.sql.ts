import type { Database } from 'better-sqlite3';
import { prepare, type SqlValue } from '#electron/db/sql.ts';

/** The small dated logs that hang on an item: their table, the column of their owner, and their own columns. */
export const LOGS = {
  hours: { table: 'hours', owner: 'experience_id', columns: ['day', 'hours', 'note'] },
  attempt: { table: 'attempt', owner: 'step_id', columns: ['day', 'result', 'score'] },
  education: { table: 'ce', owner: 'credential_id', columns: ['day', 'hours', 'topic', 'title'] },
} as const;
export type LogName = keyof typeof LOGS;

type Fields = Readonly<Record<string, SqlValue | undefined>>;

/** The item an entry belongs to, or `undefined`. */
export const ownerOfEntry = (db: Database, log: LogName, id: string): string | undefined => {
  const { table, owner } = LOGS[log];
  return (
    prepare(db, `SELECT ${owner} AS owner FROM ${table} WHERE id = ?`).get(id) as
      { owner: string } | undefined
  )?.owner;
};

export function insertEntry(db: Database, log: LogName, id: string, ownerId: string, fields: Fields): void {
  const { table, owner, columns } = LOGS[log];
  const marks = columns.map(() => '?').join(', ');
  prepare(db, `INSERT INTO ${table}(id, ${owner}, ${columns.join(', ')}) VALUES (?, ?, ${marks})`).run(
    id,
    ownerId,
    ...columns.map((column) => fields[column] ?? null),
  );
}

export function updateEntry(db: Database, log: LogName, id: string, changes: Fields): void {
  const { table, columns } = LOGS[log];
  for (const column of columns) {
    const value = changes[column];
    if (value !== undefined) prepare(db, `UPDATE ${table} SET ${column} = ? WHERE id = ?`).run(value, id);
  }
}

export const deleteEntry = (db: Database, log: LogName, id: string): number =>
  prepare(db, `DELETE FROM ${LOGS[log].table} WHERE id = ?`).run(id).changes;
