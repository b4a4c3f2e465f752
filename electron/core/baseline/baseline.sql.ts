import type { Database } from 'better-sqlite3';
import type { BaselineSummary } from '#shared/domain/baseline/types.ts';
import { get, prepare, run, sql } from '#electron/db/sql.ts';

/** A baseline as it is stored: `document` is packed, see `pack.ts`. */
export interface BaselineRow extends BaselineSummary {
  document: string;
}

const SUMMARY = `id, name, taken_on AS takenOn, taken_at AS takenAt`;

/** The baselines of a plan without what they hold, the newest first. */
export const baselinesOf = (db: Database, planId: string): BaselineSummary[] =>
  prepare(db, `SELECT ${SUMMARY} FROM baseline WHERE plan_id = ? ORDER BY position DESC, id DESC`).all(
    planId,
  ) as BaselineSummary[];

/** The baselines of all plans without what they hold, the newest first, by plan. */
export function baselinesByPlan(db: Database): Map<string, BaselineSummary[]> {
  const rows = prepare(
    db,
    `SELECT plan_id AS planId, ${SUMMARY} FROM baseline ORDER BY plan_id, position DESC, id DESC`,
  ).all() as (BaselineSummary & { planId: string })[];
  const found = new Map<string, BaselineSummary[]>();
  for (const { planId, ...summary } of rows) {
    const list = found.get(planId);
    if (list) list.push(summary);
    else found.set(planId, [summary]);
  }
  return found;
}

/** The baselines of a plan with what they hold, the oldest first. */
export const baselineRowsOf = (db: Database, planId: string): BaselineRow[] =>
  prepare(db, `SELECT ${SUMMARY}, document FROM baseline WHERE plan_id = ? ORDER BY position, id`).all(
    planId,
  ) as BaselineRow[];

/** One baseline without what it holds, and whose it is. */
export const findBaseline = (db: Database, id: string): (BaselineSummary & { planId: string }) | undefined =>
  prepare(db, `SELECT ${SUMMARY}, plan_id AS planId FROM baseline WHERE id = ?`).get(id) as
    (BaselineSummary & { planId: string }) | undefined;

/** What a baseline holds, packed. */
export const packedDocumentOf = (db: Database, id: string): string | undefined =>
  get<{ document: string }>(db, sql`SELECT document FROM baseline WHERE id = ${id}`)?.document;

export const insertBaseline = (
  db: Database,
  planId: string,
  { id, name, takenOn, takenAt, document }: BaselineRow,
  position: number,
): number =>
  run(
    db,
    sql`INSERT INTO baseline(id, plan_id, name, taken_on, taken_at, position, document)
        VALUES (${id}, ${planId}, ${name}, ${takenOn}, ${takenAt}, ${position}, ${document})`,
  );

export const renameBaseline = (db: Database, id: string, name: string): number =>
  run(db, sql`UPDATE baseline SET name = ${name} WHERE id = ${id}`);

export const deleteBaseline = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM baseline WHERE id = ${id}`);

export const nextBaselinePosition = (db: Database, planId: string): number =>
  (get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(position), 0) AS position FROM baseline WHERE plan_id = ${planId}`,
  )?.position ?? 0) + 1;
