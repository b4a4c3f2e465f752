import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPull, LongPress } from './long-press.ts';

describe('a pull', () => {
  it.each([
    ['mouse', 3, false],
    ['mouse', 4, true],
    ['pen', 4, true],
    ['touch', 4, false],
    ['touch', 9, false],
    ['touch', 10, true],
  ])('of the %s by %i pixels: %s', (pointerType, by, expected) => {
    expect(isPull({ x: 100, y: 50 }, { clientX: 100 - by, clientY: 50, pointerType })).toBe(expected);
    expect(isPull({ x: 100, y: 50 }, { clientX: 100, clientY: 50 + by, pointerType })).toBe(expected);
  });
});

describe('a long press', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes hold once, after its time', () => {
    const taken = vi.fn();
    new LongPress(taken).start();
    vi.advanceTimersByTime(400);
    expect(taken).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    expect(taken).toHaveBeenCalledOnce();
  });

  it('is none when the finger goes on before, and begins anew with the next one', () => {
    const taken = vi.fn();
    const press = new LongPress(taken);
    press.start();
    vi.advanceTimersByTime(400);
    press.stop();
    press.start();
    vi.advanceTimersByTime(400);
    expect(taken).not.toHaveBeenCalled();
    press.stop();
    vi.advanceTimersByTime(5_000);
    expect(taken).not.toHaveBeenCalled();
  });
});
