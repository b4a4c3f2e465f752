import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { aTimeline } from '#tests/builders/random-timeline.ts';
import { forward, propagate } from './forward.ts';
import { buildGraph } from './graph.ts';
import { wouldClose } from './loops.ts';
import { readItem } from './read-item.ts';
import { schedulePlan } from './schedule.ts';

const today = 20_000;
const SIZE = 10_000;

function steps(count: number, length = 2): PlanBuilder {
  const plan = aPlan();
  for (let n = 0; n < count; n++) plan.step(`s${n}`, { length });
  return plan;
}

describe('plans of 10,000 items', () => {
  it('can be one chain', () => {
    const plan = steps(SIZE).goal(`s${SIZE - 1}`);
    for (let n = 1; n < SIZE; n++) plan.link(`s${n - 1}`, `s${n}`);
    const doc = plan.build();
    const schedule = schedulePlan(doc, today);
    expect(schedule.goal?.date).toBe(today + 2 * SIZE - 1);
    expect(schedule.dates('s0')).toMatchObject({ start: today, slack: 0, latestStart: today });
    expect(wouldClose(doc, `s${SIZE - 1}`, 's0')).toHaveLength(SIZE);
  });

  it('can be a chain that closes', () => {
    const plan = steps(SIZE);
    for (let n = 0; n < SIZE; n++) plan.link(`s${n}`, `s${(n + 1) % SIZE}`);
    const schedule = schedulePlan(plan.build(), today);
    expect(schedule.loops[0]).toHaveLength(SIZE);
    expect(schedule.dates('s77').undated).toEqual({ cause: 'cycle', itemId: 's77' });
  });

  it('can be wide: everything before one item, and a program with links and children by the thousand', () => {
    const plan = steps(SIZE / 2, 3)
      .program('p')
      .goal('p');
    for (let n = 0; n < SIZE / 2; n++) {
      plan.experience(`e${n}`, { programId: 'p', length: 1 + (n % 7), lengthUnit: 'day' });
      plan.link(`s${n}`, 'p');
    }
    const schedule = schedulePlan(plan.build(), today);
    expect(schedule.goal?.date).toBe(today + 3 + 6);
    expect(schedule.dates('s9').slack).toBe(0);
    expect(schedule.dates('e0')).toMatchObject({ start: today + 3, slack: 6 });
    expect(schedule.binding().map(({ itemId }) => itemId)).toEqual(['p', 'e6', 's0']);
  });

  it('stay in whole days when lengths and lags are absurd', () => {
    const plan = aPlan();
    for (let n = 0; n < 50; n++) plan.step(`s${n}`, { length: 1e9, lengthUnit: n % 2 ? 'day' : 'month' });
    for (let n = 1; n < 50; n++) plan.link(`s${n - 1}`, `s${n}`, { lag: n % 3 ? 2e9 : -2e9 });
    for (const { start, end } of schedulePlan(plan.goal('s49').build(), today).all()) {
      expect(Number.isInteger(start) && Number.isInteger(end) && (start ?? 0) <= (end ?? 0)).toBe(true);
      expect(Math.abs(end ?? 0)).toBeLessThan(1e8);
    }
  });
});

describe('bringing the first pass up to date after one edit', () => {
  it('gives what a full pass gives', () => {
    fc.assert(
      fc.property(aTimeline(), fc.nat(), fc.integer({ min: 1, max: 60 }), (timeline, choice, length) => {
        const { doc, today: now } = timeline;
        const graph = buildGraph(doc, now);
        const earliest = forward(graph);
        const place = choice % doc.items.length;
        const item = doc.items[place];
        if (!item || item.kind === 'program') return;
        const edited = { ...item, length, lengthUnit: 'day' as const };
        readItem(graph.facts, place, edited, now, false, (graph.places.termOf[place] ?? -1) >= 0);
        propagate(graph, earliest, [place]);
        const fresh = forward(buildGraph({ ...doc, items: doc.items.with(place, edited) }, now));
        expect([earliest.start, earliest.end, earliest.cause]).toEqual([fresh.start, fresh.end, fresh.cause]);
      }),
      { numRuns: 300 },
    );
  });
});
