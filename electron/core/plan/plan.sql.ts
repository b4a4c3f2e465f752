import type { Database } from 'better-sqlite3';
import type { PlanSummary } from '#shared/contract/answers.ts';
import type { Plan } from '#shared/domain/plan/document.ts';
import type { WebLink } from '#shared/domain/plan/items.ts';
import { baselinesByPlan } from '../baseline/baseline.sql.ts';
import { all, get, prepare, run, sql, type SqlValue } from '#electron/db/sql.ts';

const COLUMNS = `id, name, goal_id AS goalId, target, jurisdiction, facility, template, catalog_version AS catalogVersion, notes, position`;

/** A plan by itself, or `undefined`. */
export function findPlan(db: Database, id: string): Plan | undefined {
  const plan = prepare(db, `SELECT ${COLUMNS} FROM plan WHERE id = ?`).get(id) as Plan | undefined;
  const webLinks = plan === undefined ? [] : webLinksOf(db, id);
  return plan === undefined || webLinks.length === 0 ? plan : { ...plan, webLinks };
}

const webLinksOf = (db: Database, planId: string): WebLink[] =>
  all<WebLink>(db, sql`SELECT title, url FROM plan_web_link WHERE plan_id = ${planId} ORDER BY position`);

/** All plans in display order with the number of their items and their baselines. */
export function listPlans(db: Database): PlanSummary[] {
  const baselines = baselinesByPlan(db);
  return all<Omit<PlanSummary, 'baselines'>>(
    db,
    sql`SELECT p.id, p.name, p.template, (SELECT COUNT(*) FROM item i WHERE i.plan_id = p.id) AS items
        FROM plan p ORDER BY p.position, p.id`,
  ).map((plan) => ({ ...plan, baselines: baselines.get(plan.id) ?? [] }));
}

export const nextPlanPosition = (db: Database): number =>
  (get<{ position: number }>(db, sql`SELECT COALESCE(MAX(position), 0) AS position FROM plan`)?.position ??
    0) + 1;

export function insertPlan(db: Database, plan: Plan): void {
  const { id, name, goalId, target, jurisdiction, facility, template, catalogVersion, notes, position } =
    plan;
  run(
    db,
    sql`INSERT INTO plan(id, name, goal_id, target, jurisdiction, facility, template, catalog_version, notes, position)
        VALUES (${id}, ${name}, ${goalId}, ${target}, ${jurisdiction}, ${facility}, ${template}, ${catalogVersion}, ${notes}, ${position})`,
  );
  insertWebLinks(db, id, plan.webLinks ?? []);
}

function insertWebLinks(db: Database, planId: string, links: readonly WebLink[]): void {
  for (const [place, { title, url }] of links.entries())
    run(
      db,
      sql`INSERT INTO plan_web_link(plan_id, position, title, url) VALUES (${planId}, ${place + 1}, ${title}, ${url})`,
    );
}

/** The fields of a plan that a person may change, with their columns. */
const CHANGEABLE = {
  name: 'name',
  goalId: 'goal_id',
  target: 'target',
  jurisdiction: 'jurisdiction',
  facility: 'facility',
  notes: 'notes',
  position: 'position',
} as const;

export function updatePlan(
  db: Database,
  id: string,
  {
    webLinks,
    ...changes
  }: Readonly<Partial<Record<keyof typeof CHANGEABLE, SqlValue | undefined>>> & {
    webLinks?: readonly WebLink[] | undefined;
  },
): void {
  for (const [field, column] of Object.entries(CHANGEABLE)) {
    const value = changes[field as keyof typeof CHANGEABLE];
    if (value !== undefined) prepare(db, `UPDATE plan SET ${column} = ? WHERE id = ?`).run(value, id);
  }
  if (webLinks === undefined) return;
  run(db, sql`DELETE FROM plan_web_link WHERE plan_id = ${id}`);
  insertWebLinks(db, id, webLinks);
}

export const deletePlan = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM plan WHERE id = ${id}`);
