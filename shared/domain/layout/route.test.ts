import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { LinkKind } from '../plan/document.ts';
import { toDay } from '../time/day.ts';
import { boxOf } from './bar-box.ts';
import { layoutPlan } from './layout-plan.ts';
import { roundedPath, routeOf } from './route.ts';

const ROWS = { rowHeight: 28, barHeight: 20, laneGap: 8 };
const BASE = toDay('2026-01-01');

it('runs in right angles, from its first bar to its second', () => {
  fc.assert(
    fc.property(anyTimeline, fc.double({ min: 0.02, max: 20, noNaN: true }), ({ layout }, perDay) => {
      const scale = { start: BASE, perDay };
      for (let line = 0; line < layout.connections.count; line += 1) {
        const route = routeOf(layout, line, scale, ROWS);
        route.slice(1).forEach(([x, y], index) => {
          const [px, py] = route[index] ?? [NaN, NaN];
          expect(x === px || y === py).toBe(true);
        });
        const [tip] = route.slice(-1);
        if (!tip) continue;
        const box = boxOf(layout, scale, layout.connections.to[line] ?? -1);
        expect(tip[0]).toBeGreaterThanOrEqual(box.x - 1);
        expect(tip[0]).toBeLessThanOrEqual(box.x + box.width + 1);
      }
    }),
  );
});

describe('the line between two bars', () => {
  /** Corners of the line from a bar of days 0–9 in the upper row to one of ten days from `start` in the lower. */
  const route = (kind: LinkKind, start: number) => {
    const plan = aPlan().experience('a').step('b').link('a', 'b', { kind }).build();
    const dates = plan.items.map(({ id }) => ({
      id,
      mode: 'auto' as const,
      start: BASE + (id === 'a' ? 0 : start),
      end: BASE + (id === 'a' ? 9 : start + 9),
      latestStart: null,
      latestFinish: null,
      slack: null,
      undated: null,
    }));
    const layout = layoutPlan(plan, dates);
    return routeOf(layout, 0, { start: BASE, perDay: 10 }, ROWS);
  };

  it('drops from above into a bar that begins where the other ends', () => {
    expect(route('FS', 10)).toEqual([
      [100, 22],
      [108, 22],
      [108, 48],
    ]);
  });
  it('enters a later bar from the left', () => {
    expect(route('FS', 14)).toEqual([
      [100, 22],
      [108, 22],
      [108, 58],
      [140, 58],
    ]);
  });
  it('goes round to a bar that begins too early', () => {
    expect(route('FS', 5)).toEqual([
      [100, 22],
      [108, 22],
      [108, 44],
      [42, 44],
      [42, 58],
      [50, 58],
    ]);
  });
  it('leaves and enters on the left between starts, on the right between ends', () => {
    expect(route('SS', 5)).toEqual([
      [0, 22],
      [-8, 22],
      [-8, 58],
      [50, 58],
    ]);
    expect(route('FF', 5)).toEqual([
      [100, 22],
      [158, 22],
      [158, 58],
      [150, 58],
    ]);
  });
});

it('rounds corners and ends in an arrow head', () => {
  expect(
    roundedPath([
      [0, 0],
      [20, 0],
      [20, 20],
    ]),
  ).toBe('M0 0h16q4 0 4 4v16m-3 -4l3 4 3 -4');
  expect(
    roundedPath([
      [0, 0],
      [20, 0],
    ]),
  ).toBe('M0 0h20m-4 -3l4 3 -4 3');
  expect(roundedPath([])).toBe('');
});

it('ends where the line does, in steps from its first corner', () => {
  fc.assert(
    fc.property(anyTimeline, fc.double({ min: 0.02, max: 20, noNaN: true }), ({ layout }, perDay) => {
      for (let line = 0; line < layout.connections.count; line += 1) {
        const route = routeOf(layout, line, { start: BASE, perDay }, ROWS);
        expect(walked(roundedPath(route))).toEqual(route.length < 2 ? [] : [route[0], route.at(-1)]);
      }
    }),
  );
});

/** Where path data begins and where its pen is before the head of the arrow, whose tip it returns to. */
function walked(path: string): [number, number][] {
  if (path === '') return [];
  const [, x = '', y = '', steps = ''] = /^M(\S+) ([\d.-]+)(.*)m[^m]+$/.exec(path) ?? [];
  const at: [number, number] = [Number(x), Number(y)];
  for (const [, command, numbers = ''] of steps.matchAll(/([hvq])([^hvq]+)/g)) {
    const values = numbers.split(' ').map(Number);
    const along = values.at(-1) ?? NaN;
    if (command === 'h') at[0] += along;
    if (command === 'v') at[1] += along;
    if (command === 'q') {
      at[0] += values[2] ?? NaN;
      at[1] += along;
    }
  }
  return [[Number(x), Number(y)], at];
}
