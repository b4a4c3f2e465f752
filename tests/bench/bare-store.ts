/** The least that better-sqlite3 must do to hold a plan: no objects, no checks, no journal. */
import type { Database } from 'better-sqlite3';
import { BASE_COLUMNS, OWN_COLUMNS, type FieldColumn } from '#electron/core/item/columns.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { ITEM_KINDS, type Item } from '#shared/domain/plan/items.ts';

type Value = string | number | null;

/** The rows of one table, ready to be bound. */
export interface Rows {
  table: string;
  columns: readonly string[];
  values: readonly Value[][];
}

/** Every row that a plan of the bench needs; what such plans do not have (facts, logs, requirements) is left out. */
export function rowsOf({ plan, items, links, linkGroups, requisiteSets }: PlanDocument): Rows[] {
  const ofItems = ITEM_KINDS.map((kind): Rows => {
    const columns = OWN_COLUMNS[kind];
    const own = items.filter((item) => item.kind === kind);
    return {
      table: kind,
      columns: ['id', ...names(columns)],
      values: own.map((item) => [item.id, ...valuesOf(columns, item)]),
    };
  });
  return [
    table('plan', ['id', 'name', 'goal_id', 'position'], [[plan.id, plan.name, plan.goalId, plan.position]]),
    {
      table: 'item',
      columns: ['id', 'plan_id', 'kind', ...names(BASE_COLUMNS)],
      values: items.map((item) => [item.id, plan.id, item.kind, ...valuesOf(BASE_COLUMNS, item)]),
    },
    ...ofItems,
    table(
      'requisite_set',
      ['id', 'course_id', 'kind', 'need', 'position'],
      requisiteSets.map((set, index) => [set.id, set.courseId, set.kind, set.need, index + 1]),
    ),
    table(
      'requisite',
      ['set_id', 'needs_id', 'min_grade', 'position'],
      requisiteSets.flatMap(({ id, needs }) =>
        needs.map((need, index) => [id, need.courseId, need.minGrade, index + 1]),
      ),
    ),
    table(
      'link_group',
      ['id', 'to_id', 'need'],
      linkGroups.map(({ id, toId, need }) => [id, toId, need]),
    ),
    table(
      'link',
      ['id', 'from_id', 'to_id', 'kind', 'lag', 'window', 'group_id', 'position'],
      links.map(({ id, fromId, toId, kind, lag, window, groupId, position }) => [
        id,
        fromId,
        toId,
        kind,
        lag,
        window,
        groupId,
        position,
      ]),
    ),
  ];
}

const table = (name: string, columns: readonly string[], values: readonly Value[][]): Rows => ({
  table: name,
  columns,
  values,
});
const names = (columns: readonly FieldColumn[]): string[] => columns.map(({ column }) => column);

function valuesOf(columns: readonly FieldColumn[], item: Item): Value[] {
  return columns.map(({ field }) => {
    const value = (item as unknown as Record<string, unknown>)[field];
    return typeof value === 'boolean' ? Number(value) : ((value ?? null) as Value);
  });
}

/** Inserts ready rows one by one, inside the caller's transaction. */
export function bareInsert(db: Database, tables: readonly Rows[]): void {
  db.pragma('defer_foreign_keys = ON');
  for (const { table, columns, values } of tables) {
    const marks = columns.map(() => '?').join(', ');
    const insert = db.prepare(`INSERT INTO "${table}"(${columns.join(', ')}) VALUES (${marks})`);
    for (const each of values) insert.run(...each);
  }
}

/** Reads the rows of a plan from every table that holds some, with statements prepared before. */
export function bareRead(db: Database, planId: string): () => unknown {
  const ofItem = (name: string, key: string) =>
    `SELECT t.* FROM "${name}" t JOIN item i ON i.id = t.${key} WHERE i.plan_id = ?`;
  const statements = [
    'SELECT * FROM plan WHERE id = ?',
    'SELECT * FROM item WHERE plan_id = ?',
    ...ITEM_KINDS.map((kind) => ofItem(kind, 'id')),
    ofItem('requisite_set', 'course_id'),
    ofItem('requisite', 'needs_id'),
    ofItem('link_group', 'to_id'),
    ofItem('link', 'to_id'),
  ].map((text) => db.prepare(text));
  return () => statements.map((statement) => statement.all(planId));
}
