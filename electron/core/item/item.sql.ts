import type { Database } from 'better-sqlite3';
import {
  ITEM_KINDS,
  type Attempt,
  type ContinuingEducation,
  type Item,
  type ItemKind,
  type ItemOf,
  type LoggedHours,
  type WebLink,
} from '#shared/domain/plan/items.ts';
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
  const items = ITEM_KINDS.flatMap((kind) => readKind(db, kind, planId));
  // Most plans of any size have few of these lists, and many have none.
  let byId: Map<string, Item> | null = null;
  const find = (id: string): Item | undefined =>
    (byId ??= new Map(items.map((item) => [item.id, item]))).get(id);
  addLists(db, find, planId);
  return items.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

/**
 * One item of a known place without what hangs on it: its lists are empty. Two simple queries, because SQLite takes several
 * times as long to start and end a join.
 */
export function readFields(db: Database, { id, kind }: ItemPlace): Item {
  const base = prepare(db, SELECT_BASE).get(id);
  const own = prepare(db, SELECT_OWN[kind]).get(id);
  if (!base || !own) throw new Error(`Item ${id} has no row in ${kind}`);
  return asItem(kind, { ...base, ...own });
}

/** Stores a new item with its lists. */
export function insertItem(db: Database, planId: string, item: Item): void {
  prepare(db, INSERT_BASE).run(item.id, planId, item.kind, ...valuesOf(BASE_COLUMNS, item));
  prepare(db, INSERT_OWN[item.kind]).run(item.id, ...valuesOf(OWN_COLUMNS[item.kind], item));
  insertReminders(db, item.id, item.reminders);
  insertWebLinks(db, item.id, item.webLinks ?? []);
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
    insertTopics(db, item.id, item.ceTopics);
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
  if (Array.isArray(changes['webLinks'])) setWebLinks(db, id, changes['webLinks'] as WebLink[]);
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

const insertInto = (table: string, columns: readonly string[]): string =>
  `INSERT INTO "${table}"(${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;

const INSERT_BASE = insertInto('item', ['id', 'plan_id', 'kind', ...BASE_COLUMNS.map(columnOf)]);
const INSERT_OWN = Object.fromEntries(
  ITEM_KINDS.map((kind) => [kind, insertInto(kind, ['id', ...OWN_COLUMNS[kind].map(columnOf)])]),
) as Record<ItemKind, string>;

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

const named = (columns: readonly FieldColumn[], table = ''): string[] =>
  columns.map(({ field, column }) => `${table}${column} AS "${field}"`);

const SELECT_BASE = `SELECT kind, ${named(BASE_COLUMNS).join(', ')} FROM item WHERE id = ?`;
const SELECT_OWN = Object.fromEntries(
  ITEM_KINDS.map((kind) => [
    kind,
    `SELECT ${['id', ...named(OWN_COLUMNS[kind])].join(', ')} FROM "${kind}" WHERE id = ?`,
  ]),
) as Record<ItemKind, string>;

/** Names the kind although the join would do: without it every kind would look for all items of a plan. */
const SELECT_ALL = Object.fromEntries(
  ITEM_KINDS.map((kind) => [
    kind,
    `SELECT i.kind, i.id, ${[...named(BASE_COLUMNS, 'i.'), ...named(OWN_COLUMNS[kind], 'k.')].join(', ')}
       FROM item i JOIN "${kind}" k ON k.id = i.id WHERE i.kind = '${kind}' AND i.plan_id = ?`,
  ]),
) as Record<ItemKind, string>;

function readKind(db: Database, kind: ItemKind, planId: string): Item[] {
  const rows = prepare(db, SELECT_ALL[kind]).all(planId) as Record<string, unknown>[];
  for (const row of rows) asItem(kind, row);
  return rows as unknown as Item[];
}

/** Rows come back under the field names; only flags, lists and the nested lists need a hand. */
function asItem(kind: ItemKind, row: Record<string, unknown>): Item {
  row['reminders'] = [];
  if (kind === 'course') {
    row['locked'] = row['locked'] === 1;
    if (typeof row['offered'] === 'string')
      row['offered'] = row['offered'] === '' ? [] : row['offered'].split(',');
  }
  if (kind === 'experience') row['log'] = [];
  if (kind === 'step') row['attempts'] = [];
  if (kind === 'credential') Object.assign(row, { ceTopics: [], ce: [] });
  return row as unknown as Item;
}

/** A small list that hangs on items, and the columns of its table. */
interface OwnList {
  /** The only kind that has it. */
  kind: ItemKind | null;
  table: string;
  owner: string;
  columns: string;
  order: string;
  add: (item: Item, row: Record<string, unknown>) => void;
}

const LISTS: readonly OwnList[] = [
  {
    kind: null,
    table: 'reminder',
    owner: 'item_id',
    columns: 't.days_before AS days',
    order: 't.days_before',
    add: (item, { days }) => item.reminders.push(days as number),
  },
  {
    kind: null,
    table: 'web_link',
    owner: 'item_id',
    columns: 't.title, t.url',
    order: 't.item_id, t.position',
    add: (item, row) => (item.webLinks ??= []).push(row as unknown as WebLink),
  },
  {
    kind: 'experience',
    table: 'hours',
    owner: 'experience_id',
    columns: 't.id, t.day, t.hours, t.note',
    order: 't.day, t.id',
    add: (item, row) => (item as ItemOf<'experience'>).log.push(row as unknown as LoggedHours),
  },
  {
    kind: 'step',
    table: 'attempt',
    owner: 'step_id',
    columns: 't.id, t.day, t.result, t.score',
    order: 't.day, t.id',
    add: (item, row) => (item as ItemOf<'step'>).attempts.push(row as unknown as Attempt),
  },
  {
    kind: 'credential',
    table: 'ce_topic',
    owner: 'credential_id',
    columns: 't.topic, t.hours',
    order: 't.topic',
    add: (item, row) =>
      (item as ItemOf<'credential'>).ceTopics.push(row as unknown as { topic: string; hours: number }),
  },
  {
    kind: 'credential',
    table: 'ce',
    owner: 'credential_id',
    columns: 't.id, t.day, t.hours, t.topic, t.title',
    order: 't.day, t.id',
    add: (item, row) => (item as ItemOf<'credential'>).ce.push(row as unknown as ContinuingEducation),
  },
];

/**
 * Reads the small lists of a plan's items, in one query each, and hangs them on their items. The cross join has SQLite go
 * through the few entries there are: left to itself it would ask every item for its own.
 */
function addLists(db: Database, find: (id: string) => Item | undefined, planId: string): void {
  for (const { kind, table, owner, columns, order, add } of LISTS) {
    const query = `SELECT t.${owner} AS owner, ${columns} FROM ${table} t CROSS JOIN item i ON i.id = t.${owner} WHERE i.plan_id = ? ORDER BY ${order}`;
    for (const { owner: id, ...row } of prepare(db, query).all(planId) as Record<string, unknown>[]) {
      const item = find(id as string);
      if (item && (kind === null || kind === item.kind)) add(item, row);
    }
  }
}

function setReminders(db: Database, id: string, days: readonly number[]): void {
  run(db, sql`DELETE FROM reminder WHERE item_id = ${id}`);
  insertReminders(db, id, days);
}

function insertReminders(db: Database, id: string, days: readonly number[]): void {
  for (const day of new Set(days))
    run(db, sql`INSERT INTO reminder(item_id, days_before) VALUES (${id}, ${day})`);
}

function setWebLinks(db: Database, id: string, links: readonly WebLink[]): void {
  run(db, sql`DELETE FROM web_link WHERE item_id = ${id}`);
  insertWebLinks(db, id, links);
}

function insertWebLinks(db: Database, id: string, links: readonly WebLink[]): void {
  for (const [place, { title, url }] of links.entries())
    run(
      db,
      sql`INSERT INTO web_link(item_id, position, title, url) VALUES (${id}, ${place + 1}, ${title}, ${url})`,
    );
}

function setTopics(db: Database, id: string, topics: ItemOf<'credential'>['ceTopics']): void {
  run(db, sql`DELETE FROM ce_topic WHERE credential_id = ${id}`);
  insertTopics(db, id, topics);
}

function insertTopics(db: Database, id: string, topics: ItemOf<'credential'>['ceTopics']): void {
  for (const { topic, hours } of topics) {
    run(
      db,
      sql`INSERT INTO ce_topic(credential_id, topic, hours) VALUES (${id}, ${topic}, ${hours})
          ON CONFLICT(credential_id, topic) DO UPDATE SET hours = excluded.hours`,
    );
  }
}
