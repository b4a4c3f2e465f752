import type { Database } from 'better-sqlite3';
import type { RequisiteSet } from '#shared/domain/plan/document.ts';
import { all, get, run, sql } from '#electron/db/sql.ts';

/** The requisites of all courses of a plan, in the order in which they were given. */
export function requisitesOf(db: Database, planId: string): RequisiteSet[] {
  const sets = all<Omit<RequisiteSet, 'needs'>>(
    db,
    sql`SELECT s.id, s.course_id AS courseId, s.kind, s.need FROM requisite_set s JOIN item i ON i.id = s.course_id
        WHERE i.plan_id = ${planId} ORDER BY s.position, s.id`,
  );
  const needs = Map.groupBy(
    all<{ setId: string; courseId: string; minGrade: string | null }>(
      db,
      sql`SELECT r.set_id AS setId, r.needs_id AS courseId, r.min_grade AS minGrade FROM requisite r JOIN item i ON i.id = r.needs_id
          WHERE i.plan_id = ${planId} ORDER BY r.set_id, r.position, r.needs_id`,
    ),
    ({ setId }) => setId,
  );
  return sets.map((set) => ({
    ...set,
    needs: (needs.get(set.id) ?? []).map(({ courseId, minGrade }) => ({ courseId, minGrade })),
  }));
}

export function findRequisite(db: Database, id: string): RequisiteSet | undefined {
  const set = get<Omit<RequisiteSet, 'needs'>>(
    db,
    sql`SELECT id, course_id AS courseId, kind, need FROM requisite_set WHERE id = ${id}`,
  );
  if (!set) return undefined;
  const needs = all<RequisiteSet['needs'][number]>(
    db,
    sql`SELECT needs_id AS courseId, min_grade AS minGrade FROM requisite WHERE set_id = ${id} ORDER BY position, needs_id`,
  );
  return { ...set, needs };
}

export function insertRequisite(db: Database, set: RequisiteSet, position: number): void {
  const { id, courseId, kind, need } = set;
  run(
    db,
    sql`INSERT INTO requisite_set(id, course_id, kind, need, position) VALUES (${id}, ${courseId}, ${kind}, ${need}, ${position})`,
  );
  insertNeeds(db, set);
}

export function updateRequisite(db: Database, set: RequisiteSet): void {
  run(db, sql`UPDATE requisite_set SET kind = ${set.kind}, need = ${set.need} WHERE id = ${set.id}`);
  run(db, sql`DELETE FROM requisite WHERE set_id = ${set.id}`);
  insertNeeds(db, set);
}

export const deleteRequisite = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM requisite_set WHERE id = ${id}`);

export const nextRequisitePosition = (db: Database, planId: string): number =>
  (get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(s.position), 0) AS position FROM requisite_set s JOIN item i ON i.id = s.course_id WHERE i.plan_id = ${planId}`,
  )?.position ?? 0) + 1;

function insertNeeds(db: Database, { id, needs }: RequisiteSet): void {
  for (const [index, { courseId, minGrade }] of needs.entries()) {
    run(
      db,
      sql`INSERT INTO requisite(set_id, needs_id, min_grade, position) VALUES (${id}, ${courseId}, ${minGrade}, ${index + 1})`,
    );
  }
}
