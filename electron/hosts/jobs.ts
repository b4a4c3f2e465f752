import { randomUUID } from 'node:crypto';
import type { JobState } from '#shared/contract/fill.ts';

/** Work that takes a while, as whoever does it offers it. */
export interface Job<Progress, Result> {
  readonly progress: () => Progress;
  /** Resolves also after `stop`, with what there was by then; rejects when the work broke. */
  readonly result: Promise<Result>;
  /** Asks the work to end soon. */
  readonly stop: () => void;
  /** Ends it now; nobody wants the result any more. */
  readonly drop: () => void;
}

export interface Jobs<Progress, Result> {
  /** Takes a job in and answers its id. */
  add(job: Job<Progress, Result>): string;
  /** How far a job is; `null` for one that is not known (any more). @throws what the work threw. */
  read(id: string): JobState<Progress, Result> | null;
  /** Asks a job to end; false for one that is not known (any more). */
  stop(id: string): boolean;
  /** Ends everything. */
  close(): void;
}

export interface JobLimits {
  /** Past this many the oldest is ended. */
  most: number;
  /** A job nobody has asked about for so long is ended and forgotten: its page is gone. */
  forgetAfterMs: number;
}

interface Kept<Progress, Result> {
  job: Job<Progress, Result>;
  outcome: { value: Result } | { error: unknown } | null;
  forget: NodeJS.Timeout;
}

/**
 * Keeps work that takes longer than a request: a page starts it, asks again and again how far it is, and may stop it.
 * That needs nothing but requests with one reply each, which is all that every host can carry.
 */
export function createJobs<Progress, Result>({ most, forgetAfterMs }: JobLimits): Jobs<Progress, Result> {
  const kept = new Map<string, Kept<Progress, Result>>();

  const forget = (id: string): void => {
    const entry = kept.get(id);
    if (!entry) return;
    kept.delete(id);
    clearTimeout(entry.forget);
    entry.job.drop();
  };

  return {
    add(job) {
      const id = randomUUID();
      // A process that has nothing else to do must not stay for this.
      const timer = setTimeout(() => forget(id), forgetAfterMs).unref();
      const entry: Kept<Progress, Result> = { job, outcome: null, forget: timer };
      kept.set(id, entry);
      job.result.then(
        (value) => (entry.outcome = { value }),
        (error: unknown) => (entry.outcome = { error }),
      );
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) forget(oldest);
      return id;
    },
    read(id) {
      const entry = kept.get(id);
      if (!entry) return null;
      entry.forget.refresh();
      if (entry.outcome === null) return { progress: entry.job.progress(), result: null };
      if ('error' in entry.outcome) {
        forget(id);
        throw entry.outcome.error;
      }
      return { progress: entry.job.progress(), result: entry.outcome.value };
    },
    stop(id) {
      const entry = kept.get(id);
      entry?.job.stop();
      return entry !== undefined;
    },
    close: () => [...kept.keys()].forEach(forget),
  };
}
