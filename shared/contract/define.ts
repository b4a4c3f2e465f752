import type { z } from 'zod';
import type { Failure } from './failures.ts';

/**
 * The three kinds of lines in the contract. A query reads, a command changes the store in one journaled
 * transaction, an action is asynchronous and belongs to the host (files, printing, links).
 */
export interface Endpoint<Kind extends 'query' | 'command' | 'action', Input extends z.ZodType, Output> {
  readonly kind: Kind;
  readonly input: Input;
  /** Carries the type of the answer; there is never a value here. */
  readonly output?: Output;
}

/** Declares a query: `query(input)<Output>()`. */
export const query =
  <Input extends z.ZodType>(input: Input) =>
  <Output>(): Endpoint<'query', Input, Output> => ({ kind: 'query', input });

/** Declares a command; "nothing" is answered with `null`, so that a promise never type-checks as an answer. */
export const command =
  <Input extends z.ZodType>(input: Input) =>
  <Output>(): Endpoint<'command', Input, Output> => ({ kind: 'command', input });

/** Declares an action of the host. */
export const action =
  <Input extends z.ZodType>(input: Input) =>
  <Output>(): Endpoint<'action', Input, Output> => ({ kind: 'action', input });

/** What `undo` and `redo` would do now: the name of the command and what it was about; `null` for nothing. */
export interface HistoryState {
  undo: { name: string; subject: string | null } | null;
  redo: { name: string; subject: string | null } | null;
}

/** The most ids that a reply names as changed: a longer list is cut off there. */
export const MOST_CHANGED = 500;

/**
 * The answer to every request, as JSON text. `changed` names the records that the command touched (at most
 * `MOST_CHANGED` ids), `revision` grows with every change while the database is open.
 */
export type Reply<Value = unknown> =
  | { ok: true; value: Value; changed: string[]; history: HistoryState; revision: number }
  | { ok: false; error: Failure };

/** The answer to an action of the host, as JSON text. */
export type ActionReply<Value = unknown> = { ok: true; value: Value } | { ok: false; error: Failure };

/** What travels from the page to a host, as JSON text. */
export interface Request {
  name: string;
  input: unknown;
}
