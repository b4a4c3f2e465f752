import type { Database } from 'better-sqlite3';
import type { DatabaseNotice } from '#shared/contract/answers.ts';
import type { CoreName, OutputOf, ParsedOf } from '#shared/contract/contract.ts';
import type { Failure } from '#shared/contract/failures.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import type { Journal } from '#electron/db/journal.ts';

/** The clock as an argument: the day plans are calculated with, and the instant for the journal. */
export interface Clock {
  today(): IsoDate;
  /** ISO instant. */
  now(): string;
}

/** Writes one JSON line; never titles, grades or notes. */
export type Log = (line: Record<string, string | number | boolean | null>) => void;

/** What every handler works with. */
export interface Context {
  readonly db: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly version: string;
  readonly databaseFile: string;
  readonly notices: DatabaseNotice[];
  /** Says which plan and thing the running command is about, for the undo label. */
  about(planId: string | null, subject: string | null): void;
}

export type Handler<N extends CoreName> = (context: Context, input: ParsedOf<N>) => OutputOf<N>;

/** The complete list of handlers: a line of the contract without one does not compile. */
export type Handlers = { readonly [N in CoreName]: Handler<N> };

/** Thrown by a handler to refuse: the transaction is rolled back and the person is told why. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'Refusal';
    this.failure = failure;
  }
}
