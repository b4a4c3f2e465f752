import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { ItemDates } from '../schedule/types.ts';
import { layoutPlan } from './layout-plan.ts';
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

describe('the layout after edits', () => {
  it('is what a layout from scratch would be', () => {
    const met = { kept: 0, all: 0 };
    fc.assert(
      fc.property(anyTimeline, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (timeline, edits) => {
        let { document } = timeline;
        let dates = document.items.map(({ id }) => timeline.datesOf(id));
        let { layout } = timeline;
        for (const edit of edits) {
          const after = editedBy(edit, { document, dates });
          const again = relayout({ document, layout }, after.document, after.dates);
          expect(again).toEqual(layoutPlan(after.document, after.dates));
          met.all += 1;
          if (again.laneOfRow === layout.laneOfRow) met.kept += 1;
          ({ document, dates } = after);
          layout = again;
        }
      }),
      { numRuns: 1_500 },
    );
    // Both ways must have been tried: keeping the lanes, and laying out all of them.
    expect(met.kept).toBeGreaterThan(200);
    expect(met.all - met.kept).toBeGreaterThan(200);
  });
});

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
