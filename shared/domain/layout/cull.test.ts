import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { toDay } from '../time/day.ts';
import { linesOf, visibleBars, visibleLanes } from './cull.ts';
import { neighborOf, type Direction } from './neighbors.ts';

const BASE = toDay('2026-01-01');
const anyWindow = fc
  .record({
    from: fc.integer({ min: -100, max: 3_600 }),
    days: fc.integer({ min: 1, max: 2_000 }),
    top: fc.integer({ min: -3, max: 30 }),
    rows: fc.nat({ max: 20 }),
  })
  .map(({ from, days, top, rows }) => ({
    from: BASE + from,
    until: BASE + from + days,
    top,
    bottom: top + rows,
  }));

it('finds the same bars as looking at each of them', () => {
  fc.assert(
    fc.property(anyTimeline, anyWindow, ({ layout }, window) => {
      const slow = [...layout.items.keys()].filter((bar) => {
        const row = layout.row[bar] ?? 0;
        const inDays = (layout.start[bar] ?? 0) < window.until && (layout.until[bar] ?? 0) > window.from;
        return inDays && row <= window.bottom && row + (layout.rowSpan[bar] ?? 0) > Math.max(0, window.top);
      });
      expect(visibleBars(layout, window)).toEqual(slow);
    }),
    { numRuns: 500 },
  );
});

it('finds the same lines as looking at each of them', () => {
  fc.assert(
    fc.property(anyTimeline, anyWindow, ({ layout }, window) => {
      const bars = visibleBars(layout, window);
      const { count, from, to } = layout.connections;
      const slow = Array.from({ length: count }, (_, line) => line).filter(
        (line) => bars.includes(from[line] ?? -1) || bars.includes(to[line] ?? -1),
      );
      expect([...linesOf(layout, bars)]).toEqual(slow);
    }),
  );
});

it('finds the lanes of the rows', () => {
  fc.assert(
    fc.property(anyTimeline, anyWindow, ({ layout }, { top, bottom }) => {
      const { first, last } = visibleLanes(layout, top, bottom);
      layout.lanes.forEach(({ firstRow, rowCount }, lane) => {
        expect(lane >= first && lane <= last).toBe(firstRow <= bottom && firstRow + rowCount > top);
      });
    }),
  );
});

it('leads from the first bar to every other by arrow keys', () => {
  fc.assert(
    fc.property(anyTimeline, ({ layout }) => {
      const keys: Direction[] = ['left', 'right', 'up', 'down'];
      const reached = new Set(layout.barCount > 0 ? [0] : []);
      for (const bar of reached) for (const key of keys) reached.add(neighborOf(layout, bar, key));
      expect(reached.size).toBe(layout.barCount);
    }),
  );
});
