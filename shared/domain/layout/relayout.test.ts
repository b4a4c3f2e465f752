import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import { toDay } from '../time/day.ts';
import { GROUPINGS, USUAL, type Arrangement, type Grouping } from './arrangement.ts';
import { layoutPlan } from './layout-plan.ts';
import { movedLanes, type TimelineLayout } from './layout.ts';
import { relayout } from './relayout.ts';

/** One edit: an item by its number, what happens to it, and by how much. */
const anyEdit = fc.record({
  item: fc.nat(),
  what: fc.constantFrom(
    'move',
    'move',
    'move',
    'stretch',
    'undate',
    'rename',
    'rephase',
    'cutLink',
    'delete',
  ),
  days: fc.integer({ min: -200, max: 200 }),
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never;

interface Scheduled {
  document: PlanDocument;
  dates: ItemDates[];
}

/** Lanes as somebody looks at them: by what, and which of them are closed, by their numbers. */
const anyArrangement = fc.record({
  grouping: fc.constantFrom(...GROUPINGS),
  closed: fc.array(fc.nat(), { maxLength: 3 }),
});

describe('the layout after edits', () => {
  it('is what a layout from scratch would be, however the lanes are made', () => {
    const met = { kept: 0, all: 0, collapsed: 0, still: 0 };
    fc.assert(
      fc.property(
        anyTimeline,
        fc.array(anyEdit, { minLength: 1, maxLength: 6 }),
        fc.option(anyArrangement),
        (timeline, edits, chosen) => {
          let { document } = timeline;
          let dates = document.items.map(({ id }) => timeline.datesOf(id));
          const arrangement = chosen === null ? USUAL : arrangementOf(chosen, document, dates);
          let layout = layoutPlan(document, dates, arrangement);
          for (const edit of edits) {
            const after = editedBy(edit, { document, dates });
            // An arrangement is the same by what it says, not only by being the same object.
            const again = relayout({ document, layout }, after.document, after.dates, { ...arrangement });
            expect({ ...again, since: null }).toEqual(layoutPlan(after.document, after.dates, arrangement));
            met.still += stillBars(layout, again);
            met.all += 1;
            if (again.laneOfRow === layout.laneOfRow) {
              met.kept += 1;
              if (again.lanes.some(({ collapsed }) => collapsed !== null)) met.collapsed += 1;
            }
            ({ document, dates } = after);
            layout = again;
          }
        },
      ),
      { numRuns: 3_000 },
    );
    // Both ways must have been tried: keeping the lanes, closed ones too, and laying out all of them.
    expect(met.kept).toBeGreaterThan(200);
    expect(met.collapsed).toBeGreaterThan(200);
    expect(met.all - met.kept).toBeGreaterThan(200);
    expect(met.still).toBeGreaterThan(200);
  });

  it('is another one when the lanes are made of something else, or closed', () => {
    fc.assert(
      fc.property(anyTimeline, anyArrangement, anyArrangement, ({ document, datesOf }, one, other) => {
        const dates = document.items.map(({ id }) => datesOf(id));
        const before = layoutPlan(document, dates, arrangementOf(one, document, dates));
        const arrangement = arrangementOf(other, document, dates);
        const after = relayout({ document, layout: before }, document, dates, arrangement);
        expect({ ...after, since: null }).toEqual(layoutPlan(document, dates, arrangement));
      }),
      { numRuns: 200 },
    );
  });
});

function arrangementOf(
  { grouping, closed }: { grouping: Grouping; closed: number[] },
  document: PlanDocument,
  dates: ItemDates[],
): Arrangement {
  const today = toDay('2027-06-01');
  const { lanes } = layoutPlan(document, dates, { ...USUAL, grouping, today });
  const collapsed = closed.flatMap((n) => lanes[n % Math.max(1, lanes.length)]?.id ?? []);
  return { shown: null, grouping, today, collapsed: new Set(collapsed) };
}

/** Bars in lanes in which nothing is said to have moved: each has to be as it was. */
function stillBars(before: TimelineLayout, after: TimelineLayout): number {
  const moved = movedLanes(before, after);
  if (moved === null) return 0;
  let still = 0;
  for (let bar = 0; bar < after.barCount; bar += 1) {
    if (moved[after.lane[bar]!] === 1) continue;
    still += 1;
    for (const list of ['place', 'start', 'until', 'row', 'rowSpan', 'lane'] as const)
      expect(after[list][bar]).toBe(before[list][bar]);
  }
  return still;
}

function editedBy({ item: number, what, days }: Edit, { document, dates }: Scheduled): Scheduled {
  // As a core's answer: equal, but no object is the same.
  const copy = structuredClone(document);
  const own = dates.map((each) => ({ ...each }));
  if (document.items.length === 0) return { document: copy, dates: own };
  const at = number % document.items.length;
  const item = copy.items[at] as Item;
  const date = own[at] as ItemDates;
  const { start, end } = date;
  if (what === 'rename') item.title += ' again';
  if (what === 'rephase') item.phase = days < 0 ? 'graduate' : null;
  if (what === 'cutLink') copy.links.splice(number % Math.max(1, copy.links.length), 1);
  if (what === 'delete') {
    copy.items.splice(at, 1);
    own.splice(at, 1);
  }
  if (start !== null && end !== null) {
    if (what === 'move') Object.assign(date, { start: start + days, end: end + days });
    if (what === 'stretch') Object.assign(date, { end: Math.max(start, end + days) });
    if (what === 'undate')
      Object.assign(date, { start: null, end: null, undated: { cause: 'no-length', itemId: item.id } });
  }
  return { document: copy, dates: own };
}
