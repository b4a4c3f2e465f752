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

it('runs where the browser does not say when it is idle', async () => {
  const usual = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback')!;
  Reflect.deleteProperty(window, 'requestIdleCallback');
  try {
    const run = vi.fn();
    whenIdle(run, 5);
    await expect.poll(() => run.mock.calls.length, PATIENCE).toBe(1);
  } finally {
    Object.defineProperty(window, 'requestIdleCallback', usual);
  }
});
