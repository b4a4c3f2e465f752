import { parentPort, workerData } from 'node:worker_threads';
import { startFilling } from '#shared/domain/fill/fill-terms.ts';
import type { FillOrder, FillReport } from './fill-order.ts';

/** Milliseconds of work between two looks at what the other side has to say. */
const SLICE_MS = 25;

const port = parentPort;
if (!port) throw new Error('This file is started as a worker');
const { document, today, seconds } = workerData as FillOrder;
const say = (report: FillReport): void => port.postMessage(report);

let stopped = false;
port.on('message', () => (stopped = true));
const until = performance.now() + seconds * 1_000;
const run = startFilling(document, today);

function work(): void {
  const slice = performance.now() + SLICE_MS;
  let done = false;
  while (!done && performance.now() < slice) done = run.turn();
  if (done || stopped || performance.now() >= until) {
    say({ progress: run.progress, filling: run.filling() });
    port?.close();
    return;
  }
  say({ progress: run.progress, filling: null });
  setImmediate(work);
}

work();
