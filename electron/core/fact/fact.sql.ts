import type { Database } from 'better-sqlite3';
import type { Acknowledgement, Fact } from '#shared/domain/plan/document.ts';
import { all, get, prepare, run, sql } from '#electron/db/sql.ts';

const COLUMNS = `id, item_id AS itemId, field, value, unit, basis, source_title AS sourceTitle, source_url AS sourceUrl,
  as_of AS asOf, as_of_text AS asOfText, checked_on AS checkedOn, note, position`;

/** The facts of a plan in order of position, then id. */
export const factsOf = (db: Database, planId: string): Fact[] =>
  prepare(db, `SELECT ${COLUMNS} FROM fact WHERE plan_id = ? ORDER BY position, id`).all(planId) as Fact[];

export const findFact = (db: Database, id: string): (Fact & { planId: string }) | undefined =>
  prepare(db, `SELECT ${COLUMNS}, plan_id AS planId FROM fact WHERE id = ?`).get(id) as
    (Fact & { planId: string }) | undefined;

/** Stores a fact, new or changed. */
export function saveFact(db: Database, planId: string, fact: Fact): void {
  const {
    id,
    itemId,
    field,
    value,
    unit,
    basis,
    sourceTitle,
    sourceUrl,
    asOf,
    asOfText,
    checkedOn,
    note,
    position,
  } = fact;
  run(
    db,
    sql`INSERT INTO fact(id, plan_id, item_id, field, value, unit, basis, source_title, source_url, as_of, as_of_text, checked_on, note, position)
        VALUES (${id}, ${planId}, ${itemId}, ${field}, ${value}, ${unit}, ${basis}, ${sourceTitle}, ${sourceUrl}, ${asOf}, ${asOfText},
          ${checkedOn}, ${note}, ${position})
        ON CONFLICT(id) DO UPDATE SET item_id = excluded.item_id, field = excluded.field, value = excluded.value, unit = excluded.unit,
          basis = excluded.basis, source_title = excluded.source_title, source_url = excluded.source_url, as_of = excluded.as_of,
          as_of_text = excluded.as_of_text, checked_on = excluded.checked_on, note = excluded.note, position = excluded.position`,
  );
}

export const deleteFact = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM fact WHERE id = ${id}`);

export const nextFactPosition = (db: Database, planId: string): number =>
  (get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(position), 0) AS position FROM fact WHERE plan_id = ${planId}`,
  )?.position ?? 0) + 1;

/** What a person has acknowledged in a plan, by key. */
export const acknowledgementsOf = (db: Database, planId: string): Acknowledgement[] =>
  all<Acknowledgement>(db, sql`SELECT key, note FROM acknowledgement WHERE plan_id = ${planId} ORDER BY key`);

export const saveAcknowledgement = (db: Database, planId: string, { key, note }: Acknowledgement): number =>
  run(
    db,
    sql`INSERT INTO acknowledgement(plan_id, key, note) VALUES (${planId}, ${key}, ${note})
        ON CONFLICT(plan_id, key) DO UPDATE SET note = excluded.note`,
  );

export const deleteAcknowledgement = (db: Database, planId: string, key: string): number =>
  run(db, sql`DELETE FROM acknowledgement WHERE plan_id = ${planId} AND key = ${key}`);
