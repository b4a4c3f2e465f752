import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { toDay } from '../time/day.ts';
import type { ArrowLines } from './arrow-lines.ts';
import { ArrowWriter } from './arrow-paths.ts';
import { layoutPlan } from './layout-plan.ts';
import type { TimelineLayout } from './layout.ts';
import { relayout } from './relayout.ts';
import { roundedPath, routeOf } from './route.ts';

const ROWS = { rowHeight: 28, barHeight: 20, laneGap: 8 };
const BASE = toDay('2026-01-01');

/** All lines of a layout, every third of them critical and every seventh chosen. */
function allLines({ connections }: TimelineLayout): ArrowLines {
  const lines = Array.from({ length: connections.count }, (_, line) => line);
  return {
    plain: lines.filter((line) => line % 3 > 0 && line % 7 > 0),
    critical: lines.filter((line) => line % 3 === 0 && line % 7 > 0),
    chosen: lines.filter((line) => line % 7 === 0),
  };
}

describe('the paths of lines', () => {
  it('hold every line, each in the path of its look', () => {
    fc.assert(
      fc.property(anyTimeline, ({ layout }) => {
        const scale = { start: BASE, perDay: 0.3 };
        const lines = allLines(layout);
        const paths = new ArrowWriter(ROWS).write(layout, lines, scale);
        for (const look of ['plain', 'critical', 'chosen'] as const) {
          const each = lines[look].map((line) => roundedPath(routeOf(layout, line, scale, ROWS)));
          expect(paths[look]).toBe(each.join(''));
          expect(paths[look]).not.toMatch(/NaN|Infinity/);
        }
      }),
    );
  });

  it('are after edits and zooms what they would be if nothing had been written before', () => {
    const anyStep = fc.record({
      item: fc.nat(),
      from: fc.integer({ min: -60, max: 60 }),
      to: fc.integer({ min: -60, max: 60 }),
      perDay: fc.constantFrom(0.3, 0.3, 0.3, 4),
    });
    let moved = 0;
    fc.assert(
      fc.property(
        anyTimeline,
        fc.array(anyStep, { minLength: 1, maxLength: 5 }),
        ({ document, datesOf }, steps) => {
          const scales = new Map([0.3, 4].map((perDay) => [perDay, { start: BASE, perDay }]));
          const writer = new ArrowWriter(ROWS);
          let dates = document.items.map(({ id }) => datesOf(id));
          let layout = layoutPlan(document, dates);
          for (const { item, from, to, perDay } of steps) {
            const scale = scales.get(perDay) ?? { start: BASE, perDay };
            const number = item % Math.max(1, dates.length);
            dates = dates.map((each, place) =>
              place === number && each.start !== null && each.end !== null
                ? { ...each, start: each.start + from, end: Math.max(each.start + from, each.end + to) }
                : each,
            );
            const next = relayout({ document, layout }, document, dates);
            if (next.connections === layout.connections) moved += 1;
            layout = next;
            const lines = allLines(layout);
            expect(writer.write(layout, lines, scale)).toEqual(
              new ArrowWriter(ROWS).write(layout, lines, scale),
            );
          }
        },
      ),
      { numRuns: 500 },
    );
    // Lines must have been kept, or this says nothing.
    expect(moved).toBeGreaterThan(100);
  });
});
