import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Filling, FillProgress } from '#shared/domain/fill/types.ts';
import type { Job } from '#electron/hosts/jobs.ts';
import type { FillOrder, FillReport } from './fill-order.ts';

/** After this, a worker that was asked to stop is ended: one turn of its search never takes so long. */
const PATIENCE_MS = 2_000;

/**
 * Fills the terms of a plan in a thread of its own, so that the window stays awake and a search can be stopped.
 * Rejects when the thread breaks.
 */
export function fillInThread(order: FillOrder): Job<FillProgress, Filling> {
  const worker = new Worker(workerFile(), { workerData: order });
  let progress: FillProgress = { stage: 'searching', steps: 0, found: false };
  const { promise, resolve, reject } = Promise.withResolvers<Filling>();
  worker.on('message', (report: FillReport) => {
    ({ progress } = report);
    if (report.filling) resolve(report.filling);
  });
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('The worker ended without an answer')));
  // Whoever drops a job does not wait for it, and nobody else has to.
  promise.catch(() => undefined);
  return {
    progress: () => progress,
    result: promise,
    stop: () => {
      worker.postMessage('stop');
      const end = setTimeout(() => void worker.terminate(), PATIENCE_MS).unref();
      worker.once('exit', () => clearTimeout(end));
    },
    drop: () => void worker.terminate(),
  };
}

/** The worker beside this file: as TypeScript in the sources, and built, where this file may have become a chunk. */
function workerFile(): string {
  const here = import.meta.dirname;
  const places = ['fill-worker.ts', 'fill-worker.js', '../fill-worker.js'].map((name) => join(here, name));
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new Error(`There is no fill-worker near ${here}`);
  return file;
}
