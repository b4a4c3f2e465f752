import type { Database, Statement } from 'better-sqlite3';

/** A value SQLite can hold in one of our columns. */
export type SqlValue = string | number | null;

/** SQL text with its parameters, made by the `sql` tag. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

/**
 * Template tag for one statement: every `${…}` becomes a bound parameter, never text.
 * Names of tables and columns are written out in the statement itself.
 */
export function sql(parts: TemplateStringsArray, ...values: SqlValue[]): Sql {
  let text = texts.get(parts);
  if (text === undefined) texts.set(parts, (text = parts.join('?')));
  return { text, values };
}

/** The text of every place in the code that has a statement: an import runs one of them for each row. */
const texts = new WeakMap<TemplateStringsArray, string>();

const prepared = new WeakMap<Database, Map<string, Statement<SqlValue[]>>>();

/** The prepared statement of a text, kept for the life of the connection. */
export function prepare(db: Database, text: string): Statement<SqlValue[]> {
  let statements = prepared.get(db);
  if (!statements) prepared.set(db, (statements = new Map<string, Statement<SqlValue[]>>()));
  let statement = statements.get(text);
  if (!statement) statements.set(text, (statement = db.prepare<SqlValue[]>(text)));
  return statement;
}

/** All rows of a query. `Row` is what the caller knows of the columns it named. */
export function all<Row>(db: Database, query: Sql): Row[] {
  return prepare(db, query.text).all(...query.values) as Row[];
}

/** The first row of a query, or `undefined`. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- SQL has no types; the caller says them
export function get<Row>(db: Database, query: Sql): Row | undefined {
  return prepare(db, query.text).get(...query.values) as Row | undefined;
}

/** Runs a statement and answers how many rows it changed. */
export function run(db: Database, statement: Sql): number {
  return prepare(db, statement.text).run(...statement.values).changes;
}
