import type { Database } from 'better-sqlite3';
import type { Link, LinkGroup } from '#shared/domain/plan/document.ts';
import { all, get, prepare, run, sql } from '#electron/db/sql.ts';

const LINK =
  'l.id, l.from_id AS fromId, l.to_id AS toId, l.kind, l.lag, l.window, l.group_id AS groupId, l.position';

/** The links of a plan in order of position, then id. */
export const linksOf = (db: Database, planId: string): Link[] =>
  (
    prepare(db, `SELECT ${LINK} FROM item i JOIN link l ON l.to_id = i.id WHERE i.plan_id = ?`).all(
      planId,
    ) as Link[]
  ).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

export const findLink = (db: Database, id: string): Link | undefined =>
  prepare(db, `SELECT ${LINK} FROM link l WHERE l.id = ?`).get(id) as Link | undefined;

export const linkExists = (
  db: Database,
  { fromId, toId, kind }: Pick<Link, 'fromId' | 'toId' | 'kind'>,
): boolean =>
  get(db, sql`SELECT 1 FROM link WHERE from_id = ${fromId} AND to_id = ${toId} AND kind = ${kind}`) !==
  undefined;

export function insertLink(
  db: Database,
  { id, fromId, toId, kind, lag, window, groupId, position }: Link,
): void {
  run(
    db,
    sql`INSERT INTO link(id, from_id, to_id, kind, lag, window, group_id, position)
        VALUES (${id}, ${fromId}, ${toId}, ${kind}, ${lag}, ${window}, ${groupId}, ${position})`,
  );
}

export function updateLink(db: Database, { id, kind, lag, window, groupId, position }: Link): void {
  run(
    db,
    sql`UPDATE link SET kind = ${kind}, lag = ${lag}, window = ${window}, group_id = ${groupId}, position = ${position} WHERE id = ${id}`,
  );
}

export const deleteLink = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM link WHERE id = ${id}`);

export const nextLinkPosition = (db: Database, planId: string): number =>
  (get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(l.position), 0) AS position FROM link l JOIN item i ON i.id = l.to_id WHERE i.plan_id = ${planId}`,
  )?.position ?? 0) + 1;

export const linkGroupsOf = (db: Database, planId: string): LinkGroup[] =>
  all<LinkGroup>(
    db,
    sql`SELECT g.id, g.to_id AS toId, g.need FROM link_group g CROSS JOIN item i ON i.id = g.to_id WHERE i.plan_id = ${planId} ORDER BY g.id`,
  );

export const findLinkGroup = (db: Database, id: string): LinkGroup | undefined =>
  get<LinkGroup>(db, sql`SELECT id, to_id AS toId, need FROM link_group WHERE id = ${id}`);

export const insertLinkGroup = (db: Database, { id, toId, need }: LinkGroup): number =>
  run(db, sql`INSERT INTO link_group(id, to_id, need) VALUES (${id}, ${toId}, ${need})`);

export const updateLinkGroup = (db: Database, id: string, need: number): number =>
  run(db, sql`UPDATE link_group SET need = ${need} WHERE id = ${id}`);

export const deleteLinkGroup = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM link_group WHERE id = ${id}`);

export const membersOf = (db: Database, groupId: string): number =>
  get<{ members: number }>(db, sql`SELECT COUNT(*) AS members FROM link WHERE group_id = ${groupId}`)
    ?.members ?? 0;
