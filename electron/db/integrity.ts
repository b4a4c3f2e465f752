import type { Database } from 'better-sqlite3';

/**
 * Problems in an open database, in SQLite's words; empty means none. `full` also reads every index entry.
 */
export function findProblems(db: Database, depth: 'quick' | 'full'): string[] {
  const rows = db.pragma(depth === 'full' ? 'integrity_check(20)' : 'quick_check(20)') as Record<
    string,
    string
  >[];
  const problems = rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
  const orphans = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  const pairs = new Set(
    orphans.map(({ table, parent }) => `a row of ${table} names a ${parent} that is not there`),
  );
  return [...problems, ...pairs];
}
