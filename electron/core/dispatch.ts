import { contract, isEndpoint, type CoreName } from '#shared/contract/contract.ts';
import type { HistoryState, Reply } from '#shared/contract/define.ts';
import type { Failure } from '#shared/contract/failures.ts';
import { errorCode, failureOf } from '#electron/db/failure.ts';
import type { OpenDatabase } from '#electron/db/open.ts';
import type { AutomaticCopies } from './automatic-copies.ts';
import { Refusal, type Context, type Handlers, type Log } from './context.ts';

export interface DispatchParts {
  open: OpenDatabase;
  /** The context without `about`, which belongs to one running command. */
  context: Omit<Context, 'about'>;
  handlers: Handlers;
  log: Log;
  /** Grows with every change, also when another file takes the place of the database. */
  counter: { revision: number };
  copies: AutomaticCopies;
}

/** Undo and redo move along the journal instead of adding to it. */
const MOVES_HISTORY: ReadonlySet<CoreName> = new Set(['history.undo', 'history.redo', 'history.jump']);

/**
 * The only door to the store: JSON text in, JSON text out, synchronous. A command runs in one transaction and
 * one journal step; whatever goes wrong rolls both back. It never throws.
 */
export function createDispatch(parts: DispatchParts): (text: string) => string {
  const { open, context, handlers, log, counter, copies } = parts;
  const { db } = open;
  const { journal, clock } = context;

  const inTransaction = db.transaction((change: () => { value: unknown; changed: string[] }) => change());

  const history = (): HistoryState => {
    const undo = journal.nextUndo();
    const redo = journal.nextRedo();
    return {
      undo: undo && { name: undo.name, subject: undo.subject },
      redo: redo && { name: redo.name, subject: redo.subject },
    };
  };

  const orRolledBack = <Value>(change: () => Value): Value => {
    try {
      return change();
    } catch (error) {
      journal.rolledBack();
      throw error;
    }
  };

  /** What a command would do. @throws what it would throw. */
  const rehearsed = (work: () => { value: unknown; changed: string[] }) => {
    let outcome: ReturnType<typeof work> | undefined;
    const over = new Error('The rehearsal is over.');
    try {
      orRolledBack(() =>
        inTransaction.immediate(() => {
          outcome = work();
          throw over;
        }),
      );
    } catch (error) {
      if (error !== over || outcome === undefined) throw error;
      return outcome;
    }
    throw over;
  };

  const answer = (name: CoreName, input: unknown): Reply => {
    // The input has been parsed with this very name's schema; the table's types cannot express that link.
    const handle = handlers[name] as (context: Context, input: unknown) => unknown;
    if (contract[name].kind === 'query') {
      db.pragma('query_only = ON');
      try {
        const value = handle({ ...context, about: () => undefined }, input);
        return { ok: true, value, changed: [], history: history(), revision: counter.revision };
      } finally {
        db.pragma('query_only = OFF');
      }
    }
    let planId: string | null = null;
    let subject: string | null = null;
    const command: Context = {
      ...context,
      about: (plan, what) => {
        planId = plan;
        subject = what;
      },
    };
    const work = () => {
      if (MOVES_HISTORY.has(name)) {
        const outcome = handle(command, input) as { changed: string[] };
        return { value: outcome, changed: outcome.changed };
      }
      return journal.record(
        () => ({ name, planId, subject, at: clock.now() }),
        () => handle(command, input),
      );
    };
    // A command that will be refused leaves nothing behind, not even a copy.
    if (copies.isDue(name) && rehearsed(work).changed.length > 0) copies.make(name);
    const { value, changed } = orRolledBack(() => inTransaction.immediate(work));
    open.committed();
    open.assertSameFile();
    if (changed.length > 0) {
      counter.revision += 1;
      copies.changed();
    }
    return { ok: true, value, changed, history: history(), revision: counter.revision };
  };

  return (text) => {
    const started = performance.now();
    let name = 'unreadable';
    let reply: Reply;
    let reference: string | null = null;
    try {
      const request = readRequest(text);
      name = request.name;
      reply = answer(request.name, request.input);
    } catch (error) {
      const failure = explain(error, open.file);
      if (failure) reply = { ok: false, error: failure };
      else {
        reference = context.newId().slice(0, 8);
        reply = { ok: false, error: { code: 'internal', reference } };
        log({ level: 'error', reference, error: errorCode(error) || typeof error, stack: framesOf(error) });
      }
    }
    const outcome = reply.ok ? 'ok' : reply.error.code;
    log({ name, ms: Math.round((performance.now() - started) * 100) / 100, outcome, reference });
    return JSON.stringify(reply);
  };
}

function readRequest(text: string): { name: CoreName; input: unknown } {
  let request: unknown;
  try {
    request = JSON.parse(text);
  } catch {
    throw new Refusal({ code: 'bad-request', problems: [{ path: '', problem: 'is not JSON' }] });
  }
  const name = typeof request === 'object' && request !== null && 'name' in request ? request.name : null;
  if (typeof name !== 'string')
    throw new Refusal({ code: 'bad-request', problems: [{ path: 'name', problem: 'is missing' }] });
  if (!isCoreName(name)) throw new Refusal({ code: 'unknown-command', name });
  const input = typeof request === 'object' && request !== null && 'input' in request ? request.input : {};
  const parsed = contract[name].input.safeParse(input);
  if (parsed.success) return { name, input: parsed.data };
  const problems = parsed.error.issues
    .slice(0, 5)
    .map(({ path, message }) => ({ path: path.join('.'), problem: message }));
  throw new Refusal({ code: 'bad-request', problems });
}

const isCoreName = (name: string): name is CoreName => isEndpoint(name) && contract[name].kind !== 'action';

function explain(error: unknown, file: string): Failure | null {
  return error instanceof Refusal ? error.failure : failureOf(error, file);
}

/** Where it happened. The message stays out of the log: it may quote what the person wrote. */
function framesOf(error: unknown): string {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}
