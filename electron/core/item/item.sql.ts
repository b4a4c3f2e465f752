import type { Database } from 'better-sqlite3';
import { ITEM_KINDS, type Item, type ItemKind, type ItemOf } from '#shared/domain/plan/items.ts';
import { get, prepare, run, sql, type SqlValue } from '#electron/db/sql.ts';
import { BASE_COLUMNS, OWN_COLUMNS, type FieldColumn } from './columns.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Where an item is: its plan and kind. */
export interface ItemPlace {
  id: string;
  planId: string;
  kind: ItemKind;
  title: string;
  programId: string | null;
}

const PLACE = 'id, plan_id AS planId, kind, title, program_id AS programId';

/** The place of an item, or `undefined`. */
export const findPlace = (db: Database, id: string): ItemPlace | undefined =>
  prepare(db, `SELECT ${PLACE} FROM item WHERE id = ?`).get(id) as ItemPlace | undefined;

/** All items of a plan in display order. */
export function itemsOf(db: Database, planId: string): Item[] {
  const items = ITEM_KINDS.flatMap((kind) => readKind(db, kind, 'i.plan_id = ?', planId));
  addLists(db, new Map(items.map((item) => [item.id, item])), 'i.plan_id = ?', planId);
  return items.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/** One item of a known place with everything that belongs to it. */
export function readItem(db: Database, { id, kind }: ItemPlace): Item {
  const [item] = readKind(db, kind, 'i.id = ?', id);
  if (!item) throw new Error(`Item ${id} has no row in ${kind}`);
  addLists(db, new Map([[id, item]]), 'i.id = ?', id);
  return item;
}

/** Stores a new item with its lists. */
export function insertItem(db: Database, planId: string, item: Item): void {
  insertRow(
    db,
    'item',
    ['id', 'plan_id', 'kind', ...BASE_COLUMNS.map(columnOf)],
    [item.id, planId, item.kind, ...valuesOf(BASE_COLUMNS, item)],
  );
  const own = OWN_COLUMNS[item.kind];
  insertRow(db, item.kind, ['id', ...own.map(columnOf)], [item.id, ...valuesOf(own, item)]);
  setReminders(db, item.id, item.reminders);
  if (item.kind === 'experience') {
    for (const { id, day, hours, note } of item.log) {
      run(
        db,
        sql`INSERT INTO hours(id, experience_id, day, hours, note) VALUES (${id}, ${item.id}, ${day}, ${hours}, ${note})`,
      );
    }
  }
  if (item.kind === 'step') {
    for (const { id, day, result, score } of item.attempts) {
      run(
        db,
        sql`INSERT INTO attempt(id, step_id, day, result, score) VALUES (${id}, ${item.id}, ${day}, ${result}, ${score})`,
      );
    }
  }
  if (item.kind === 'credential') {
    setTopics(db, item.id, item.ceTopics);
    for (const { id, day, hours, topic, title } of item.ce) {
      run(
        db,
        sql`INSERT INTO ce(id, credential_id, day, hours, topic, title) VALUES (${id}, ${item.id}, ${day}, ${hours}, ${topic}, ${title})`,
      );
    }
  }
}

/** Stores changed fields of an item; unknown names are a broken invariant, the contract has checked them. */
export function updateItem(db: Database, { id, kind }: ItemPlace, changes: Fields): void {
  updateRow(db, 'item', BASE_COLUMNS, id, changes);
  updateRow(db, kind, OWN_COLUMNS[kind], id, changes);
  if (Array.isArray(changes['reminders'])) setReminders(db, id, changes['reminders'] as number[]);
  if (Array.isArray(changes['ceTopics']))
    setTopics(db, id, changes['ceTopics'] as ItemOf<'credential'>['ceTopics']);
}

/** The position after the last item of a plan. */
export function nextPosition(db: Database, planId: string): number {
  const last = get<{ position: number }>(
    db,
    sql`SELECT COALESCE(MAX(position), 0) AS position FROM item WHERE plan_id = ${planId}`,
  );
  return (last?.position ?? 0) + 1;
}

/** The index after the last term of a program. */
export function nextTermIndex(db: Database, programId: string): number {
  const last = get<{ idx: number }>(
    db,
    sql`SELECT COALESCE(MAX(t.idx), 0) AS idx FROM term t JOIN item i ON i.id = t.id WHERE i.program_id = ${programId}`,
  );
  return (last?.idx ?? 0) + 1;
}

export const deleteItem = (db: Database, id: string): number =>
  run(db, sql`DELETE FROM item WHERE id = ${id}`);

const columnOf = ({ column }: FieldColumn): string => column;

const toColumn = (stored: FieldColumn['stored'], value: unknown): SqlValue => {
  if (stored === 'flag') return value === true ? 1 : 0;
  if (stored === 'list') return Array.isArray(value) ? value.join(',') : null;
  return (value ?? null) as SqlValue;
};

const valuesOf = (columns: readonly FieldColumn[], fields: object): SqlValue[] =>
  columns.map(({ field, stored }) => toColumn(stored, (fields as Fields)[field]));

function insertRow(
  db: Database,
  table: string,
  columns: readonly string[],
  values: readonly SqlValue[],
): void {
  const marks = columns.map(() => '?').join(', ');
  prepare(db, `INSERT INTO "${table}"(${columns.join(', ')}) VALUES (${marks})`).run(...values);
}

function updateRow(
  db: Database,
  table: string,
  columns: readonly FieldColumn[],
  id: string,
  changes: Fields,
): void {
  const touched = columns.filter(({ field }) => Object.hasOwn(changes, field));
  if (touched.length === 0) return;
  const assignments = touched.map(({ column }) => `${column} = ?`).join(', ');
  prepare(db, `UPDATE "${table}" SET ${assignments} WHERE id = ?`).run(...valuesOf(touched, changes), id);
}

const SELECTS = new Map(
  ITEM_KINDS.map((kind) => {
    const own = OWN_COLUMNS[kind].map(({ field, column }) => `k.${column} AS "${field}"`);
    const base = BASE_COLUMNS.map(({ field, column }) => `i.${column} AS "${field}"`);
    return [
      kind,
      `SELECT i.kind, i.id, ${[...base, ...own].join(', ')} FROM item i JOIN "${kind}" k ON k.id = i.id WHERE `,
    ];
  }),
);

/** Rows come back under the field names; only flags, lists and the nested lists need a hand. */
function readKind(db: Database, kind: ItemKind, where: string, value: string): Item[] {
  const rows = prepare(db, (SELECTS.get(kind) ?? '') + where).all(value) as Record<string, unknown>[];
  for (const row of rows) {
    row['reminders'] = [];
    if (kind === 'course') {
      row['locked'] = row['locked'] === 1;
      if (typeof row['offered'] === 'string')
        row['offered'] = row['offered'] === '' ? [] : row['offered'].split(',');
    }
    if (kind === 'experience') row['log'] = [];
    if (kind === 'step') row['attempts'] = [];
    if (kind === 'credential') Object.assign(row, { ceTopics: [], ce: [] });
  }
  return rows as unknown as Item[];
}

/** Reads the small lists of the items that `where` picks, in one query each, and hangs them on their items. */
function addLists(
  db: Database,
  items: ReadonlyMap<string, Item>,
  where: 'i.plan_id = ?' | 'i.id = ?',
  value: string,
): void {
  const each = <Row extends { owner: string }>(
    columns: string,
    table: string,
    owner: string,
    order: string,
    add: (item: Item, row: Omit<Row, 'owner'>) => void,
  ): void => {
    const query = `SELECT t.${owner} AS owner, ${columns} FROM ${table} t JOIN item i ON i.id = t.${owner} WHERE ${where} ORDER BY ${order}`;
    for (const { owner: id, ...row } of prepare(db, query).all(value) as Row[]) {
      const item = items.get(id);
      if (item) add(item, row);
    }
  };
  each<{ owner: string; days: number }>(
    't.days_before AS days',
    'reminder',
    'item_id',
    't.days_before',
    (item, { days }) => item.reminders.push(days),
  );
  each<ItemOf<'experience'>['log'][number] & { owner: string }>(
    't.id, t.day, t.hours, t.note',
    'hours',
    'experience_id',
    't.day, t.id',
    (item, row) => item.kind === 'experience' && item.log.push(row),
  );
  each<ItemOf<'step'>['attempts'][number] & { owner: string }>(
    't.id, t.day, t.result, t.score',
    'attempt',
    'step_id',
    't.day, t.id',
    (item, row) => item.kind === 'step' && item.attempts.push(row),
  );
  each<ItemOf<'credential'>['ceTopics'][number] & { owner: string }>(
    't.topic, t.hours',
    'ce_topic',
    'credential_id',
    't.topic',
    (item, row) => item.kind === 'credential' && item.ceTopics.push(row),
  );
  each<ItemOf<'credential'>['ce'][number] & { owner: string }>(
    't.id, t.day, t.hours, t.topic, t.title',
    'ce',
    'credential_id',
    't.day, t.id',
    (item, row) => item.kind === 'credential' && item.ce.push(row),
  );
}

function setReminders(db: Database, id: string, days: readonly number[]): void {
  run(db, sql`DELETE FROM reminder WHERE item_id = ${id}`);
  for (const day of new Set(days))
    run(db, sql`INSERT INTO reminder(item_id, days_before) VALUES (${id}, ${day})`);
}

function setTopics(db: Database, id: string, topics: ItemOf<'credential'>['ceTopics']): void {
  run(db, sql`DELETE FROM ce_topic WHERE credential_id = ${id}`);
  for (const { topic, hours } of topics) {
    run(
      db,
      sql`INSERT INTO ce_topic(credential_id, topic, hours) VALUES (${id}, ${topic}, ${hours})
          ON CONFLICT(credential_id, topic) DO UPDATE SET hours = excluded.hours`,
    );
  }
}
