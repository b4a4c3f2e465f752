import { expect, it, vi } from 'vitest';
import { whenIdle } from './when-idle.ts';

/** A page among many others may be idle only when it no longer waits for that. */
const PATIENCE = { timeout: 10_000 };

it('runs when the page is idle, and not when it was called off', async () => {
  const run = vi.fn();
  const stopped = vi.fn();
  whenIdle(stopped)();
  whenIdle(run);
  await expect.poll(() => run.mock.calls.length, PATIENCE).toBe(1);
  expect(stopped).not.toHaveBeenCalled();
});

it('runs what is put off again and again once, and what is due before it first', async () => {
  const ran: string[] = [];
  for (let n = 0; n < 20; n += 1) whenIdle(() => ran.push('put off'), 50)();
  whenIdle(() => ran.push('late'), 60);
  whenIdle(() => ran.push('soon'), 5);
  await expect.poll(() => ran, PATIENCE).toEqual(['soon', 'late']);
});

it('runs where the browser does not say when it is idle, and what is called off meanwhile never', async () => {
  const usual = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback')!;
  Reflect.deleteProperty(window, 'requestIdleCallback');
  try {
    const runs: string[] = [];
    let callOff = (): void => undefined;
    const again = (): void => {
      runs.push('again');
      callOff();
      if (runs.length < 3) whenIdle(again);
    };
    whenIdle(again, 5);
    callOff = whenIdle(() => runs.push('called off'), 5);
    await expect.poll(() => runs, PATIENCE).toEqual(['again', 'again', 'again']);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(runs).not.toContain('called off');
  } finally {
    Object.defineProperty(window, 'requestIdleCallback', usual);
  }
});
