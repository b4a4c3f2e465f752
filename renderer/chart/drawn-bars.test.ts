import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { layoutPlan } from '#shared/domain/layout/layout-plan.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import { relayout } from '#shared/domain/layout/relayout.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { drawBars, NOTHING_DRAWN, type DrawnWith } from './drawn-bars.ts';
import { Slots } from './slots.ts';

const measure = (text: string) => text.length * 7;
const type = { name: measure, heading: measure };
const BASE = toDay('2026-01-01');
const SCALES = [0.3, 2].map((perDay) => ({ start: BASE + 30, perDay }));
const ROWS = { rowHeight: 28, barHeight: 20, laneGap: 8 };

const anyStep = fc.record({
  item: fc.nat(),
  days: fc.integer({ min: -60, max: 60 }),
  change: fc.constantFrom(
    'move',
    'move',
    'stretch',
    'rename',
    'note',
    'critical',
    'finding',
    'zoom',
    'scroll',
  ),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

const edited = (item: Item, { change }: Step): Item =>
  change === 'rename'
    ? { ...item, title: `${item.title} again` }
    : change === 'note'
      ? { ...item, notes: `${item.notes}!` }
      : item;

const moved = (dates: ItemDates, start: number, end: number, { change, days }: Step): ItemDates =>
  change === 'move'
    ? { ...dates, start: start + days, end: end + days }
    : { ...dates, end: Math.max(start, end + days) };

const chainOf = (layout: TimelineLayout, critical: number) => ({
  bars: new Uint8Array(layout.barCount).map((_, bar) => (bar === critical ? 1 : 0)),
  lines: new Uint8Array(layout.connections.count),
});

describe('bars drawn after others', () => {
  it('look as if nothing had been drawn before, and are the same objects where they look the same', () => {
    let kept = 0;
    fc.assert(
      fc.property(anyTimeline, fc.array(anyStep, { minLength: 1, maxLength: 6 }), (timeline, steps) => {
        let { document } = timeline;
        let dates = document.items.map(({ id }) => timeline.datesOf(id));
        let layout = layoutPlan(document, dates);
        let critical = -1;
        let scale = 0;
        let top = 0;
        let findings: ReadonlyMap<string, number> = new Map();
        let drawn = NOTHING_DRAWN;
        const slots = new Slots();
        for (const step of [{ item: 0, days: 0, change: 'move' as const }, ...steps]) {
          const number = step.item % Math.max(1, dates.length);
          const before = { document, layout };
          document = {
            ...document,
            items: document.items.map((item, place) => (place === number ? edited(item, step) : item)),
          };
          if (step.change === 'move' || step.change === 'stretch')
            dates = dates.map((each, place) =>
              place === number && each.start !== null && each.end !== null
                ? moved(each, each.start, each.end, step)
                : each,
            );
          if (step.change === 'critical') critical = step.item % Math.max(1, layout.barCount);
          if (step.change === 'zoom') scale = 1 - scale;
          if (step.change === 'scroll') top = step.item % 5;
          const about = document.items[number]?.id;
          if (step.change === 'finding' && about !== undefined) findings = new Map([[about, 2]]);
          layout = relayout(before, document, dates);
          const bars = [...layout.row.keys()].filter((bar) => (layout.row[bar] ?? 0) >= top);
          const drawnWith: DrawnWith = {
            layout,
            scale: SCALES[scale] ?? { start: BASE, perDay: 1 },
            rows: ROWS,
            chain: chainOf(layout, critical),
            today: BASE + 300,
            type,
            slots,
            viewLeft: 0,
            drawnLeft: -200,
            findings,
          };
          const anew = drawBars(bars, { ...drawnWith, slots: new Slots() });
          const after = drawBars(bars, drawnWith, drawn);
          expect(after.bars.map((bar) => ({ ...bar, slot: 0, item: null }))).toEqual(
            anew.bars.map((bar) => ({ ...bar, slot: 0, item: null })),
          );
          for (const bar of after.bars) {
            const was = drawn.bars.find(({ slot }) => slot === bar.slot);
            if (was === bar) kept += 1;
            // Only what the elements are made of counts.
            else if (was !== undefined) expect({ ...bar, item: null }).not.toEqual({ ...was, item: null });
          }
          drawn = after;
        }
      }),
      { numRuns: 600 },
    );
    expect(kept).toBeGreaterThan(1_000);
  });
});
