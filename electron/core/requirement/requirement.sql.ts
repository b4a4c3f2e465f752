import type { Database } from 'better-sqlite3';
import type { Requirement } from '#shared/domain/plan/document.ts';
import { all, get, run, sql } from '#electron/db/sql.ts';

/** The requirement groups of all programs of a plan, in order of position, then id. */
export function requirementsOf(db: Database, planId: string): Requirement[] {
  const rows = all<Omit<Requirement, 'shared' | 'eligible'> & { shared: number }>(
    db,
    sql`SELECT r.id, r.program_id AS programId, r.title, r.rule, r.amount, r.min_grade AS minGrade, r.shared, r.position
        FROM requirement r CROSS JOIN item i ON i.id = r.program_id WHERE i.plan_id = ${planId} ORDER BY r.position, r.id`,
  );
  const eligible = Map.groupBy(
    all<{ requirementId: string; courseId: string }>(
      db,
      sql`SELECT e.requirement_id AS requirementId, e.course_id AS courseId FROM eligible e CROSS JOIN item i ON i.id = e.course_id
          WHERE i.plan_id = ${planId} ORDER BY e.course_id`,
    ),
    ({ requirementId }) => requirementId,
  );
  return rows.map((row) => ({
    ...row,
    shared: row.shared === 1,
    eligible: (eligible.get(row.id) ?? []).map(({ courseId }) => courseId),
  }));
}

/** The program of a requirement group, or `undefined`. */
export const findRequirement = (db: Database, id: string): Requirement | undefined => {
  const row = get<Omit<Requirement, 'shared' | 'eligible'> & { shared: number }>(
    db,
    sql`SELECT id, program_id AS programId, title, rule, amount, min_grade AS minGrade, shared, position FROM requirement WHERE id = ${id}`,
  );
  if (!row) return undefined;
  const eligible = all<{ courseId: string }>(
    db,
    sql`SELECT course_id AS courseId FROM eligible WHERE requirement_id = ${id} ORDER BY course_id`,
  );
  return { ...row, shared: row.shared === 1, eligible: eligible.map(({ courseId }) => courseId) };
};

export function insertRequirement(db: Database, requirement: Requirement): void {
  const { id, programId, title, rule, amount, minGrade, shared, position } = requirement;
  run(
    db,
    sql`INSERT INTO requirement(id, program_id, title, rule, amount, min_grade, shared, position)
        VALUES (${id}, ${programId}, ${title}, ${rule}, ${amount}, ${minGrade}, ${shared ? 1 : 0}, ${position})`,
  );
  insertEligible(db, requirement);
}

export function updateRequirement(db: Database, requirement: Requirement): void {
  const { id, title, rule, amount, minGrade, shared, position } = requirement;
  run(
    db,
    sql`UPDATE requirement SET title = ${title}, rule = ${rule}, amount = ${amount}, min_grade = ${minGrade},
        shared = ${shared ? 1 : 0}, position = ${position} WHERE id = ${id}`,
  );
  setEligible(db, requirement);
}

export const deleteRequirement = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM requirement WHERE id = ${id}`);

export const nextRequirementPosition = (db: Database, programId: string): number =>
  (get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(position), 0) AS position FROM requirement WHERE program_id = ${programId}`,
  )?.position ?? 0) + 1;

function setEligible(db: Database, requirement: Requirement): void {
  run(db, sql`DELETE FROM eligible WHERE requirement_id = ${requirement.id}`);
  insertEligible(db, requirement);
}

function insertEligible(db: Database, { id, eligible }: Requirement): void {
  for (const courseId of new Set(eligible))
    run(db, sql`INSERT INTO eligible(requirement_id, course_id) VALUES (${id}, ${courseId})`);
}
