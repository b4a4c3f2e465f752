import { expect, it, vi } from 'vitest';
import { whenIdle } from './when-idle.ts';

it('runs when the page is idle, and not when it was called off', async () => {
  const run = vi.fn();
  const stopped = vi.fn();
  whenIdle(stopped)();
  whenIdle(run);
  await expect.poll(() => run.mock.calls.length).toBe(1);
  expect(stopped).not.toHaveBeenCalled();
});

it('runs where the browser does not say when it is idle', async () => {
  const usual = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback')!;
  Reflect.deleteProperty(window, 'requestIdleCallback');
  try {
    const run = vi.fn();
    whenIdle(run, 5);
    await expect.poll(() => run.mock.calls.length).toBe(1);
  } finally {
    Object.defineProperty(window, 'requestIdleCallback', usual);
  }
});
