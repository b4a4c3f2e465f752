import { describe, expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { ghostPaths } from './ghost-path.ts';

const { items } = aPlan().step('exam').milestone('visit').build();
const bars = items.map((item, place) => ({ id: item.id, item, y: place * 28, height: 20 }));
const scale = { start: 100, perDay: 2 };
const span = (start: number, end: number) => ({ start, end });

describe('ghosts of bars', () => {
  it('run from the first day to the last, and are a tick at the day of a mark', () => {
    const then = (id: string) => (id === 'exam' ? span(110, 119) : span(130, 130));
    expect(ghostPaths(bars, { then, now: () => span(0, 0) }, scale)).toEqual({
      moved: 'M20 23v4M20 25H40M40 23v4M61 51v4',
      same: '',
    });
  });

  it('are told apart by whether the bar has moved, and left out where it was not there', () => {
    const then = (id: string) => (id === 'exam' ? span(110, 119) : null);
    expect(ghostPaths(bars, { then, now: then }, scale)).toEqual({
      moved: '',
      same: 'M20 23v4M20 25H40M40 23v4',
    });
    expect(ghostPaths(bars, { then, now: () => null }, scale).moved).not.toBe('');
  });
});
