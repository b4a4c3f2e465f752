import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { ItemDates } from '../schedule/types.ts';
import { toDay } from '../time/day.ts';
import { layoutPlan } from './layout-plan.ts';
import type { TimelineLayout } from './layout.ts';

const barsOf = (layout: TimelineLayout) =>
  layout.items.map((item, bar) => ({
    item,
    bar,
    start: layout.start[bar] ?? 0,
    until: layout.until[bar] ?? 0,
    row: layout.row[bar] ?? 0,
    rowSpan: layout.rowSpan[bar] ?? 0,
    lane: layout.lane[bar] ?? 0,
  }));

/** Days from two ISO texts, both included. */
const from = (id: string, start: string, end: string): ItemDates => ({
  id,
  mode: 'auto',
  start: toDay(start),
  end: toDay(end),
  latestStart: null,
  latestFinish: null,
  slack: null,
  undated: null,
});

describe('any plan', () => {
  it('has every dated item as one bar and every undated one in the list with its cause', () => {
    fc.assert(
      fc.property(anyTimeline, ({ document, datesOf, layout }) => {
        const dated = document.items.filter(({ id }) => datesOf(id).start !== null).map(({ id }) => id);
        const undated = document.items.filter(({ id }) => datesOf(id).start === null).map(({ id }) => id);
        expect(layout.items.map(({ id }) => id).toSorted()).toEqual(dated.toSorted());
        expect(layout.unscheduled.map(({ item }) => item.id)).toEqual(undated);
        expect(layout.unscheduled.every(({ undated }) => undated.cause === 'no-length')).toBe(true);
      }),
    );
  });

  it('never lets two bars overlap, except courses inside the card of their term', () => {
    fc.assert(
      fc.property(anyTimeline, ({ layout }) => {
        const bars = barsOf(layout);
        for (const a of bars) {
          for (const b of bars) {
            if (a.bar >= b.bar || a.start >= b.until || b.start >= a.until) continue;
            if (a.row + a.rowSpan <= b.row || b.row + b.rowSpan <= a.row) continue;
            const inCard = b.item.kind === 'course' && b.item.termId === a.item.id && b.row > a.row;
            expect(inCard, `${a.item.id} and ${b.item.id}`).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps every bar inside the rows of its lane and every course under its term', () => {
    fc.assert(
      fc.property(anyTimeline, ({ layout }) => {
        let nextRow = 0;
        for (const lane of layout.lanes) {
          expect(lane.firstRow).toBe(nextRow);
          expect(lane.rowCount).toBeGreaterThan(0);
          nextRow += lane.rowCount;
        }
        expect(layout.rowCount).toBe(nextRow);
        for (const { item, bar, row, rowSpan, lane } of barsOf(layout)) {
          const own = layout.lanes[lane];
          expect(row).toBeGreaterThanOrEqual(own?.firstRow ?? Infinity);
          expect(row + rowSpan).toBeLessThanOrEqual((own?.firstRow ?? 0) + (own?.rowCount ?? 0));
          const term =
            item.kind === 'course' && item.termId !== null ? layout.barOf.get(item.termId) : undefined;
          if (term === undefined || layout.lane[term] !== layout.lane[bar]) continue;
          expect(row).toBeGreaterThan(layout.row[term] ?? Infinity);
          expect(row).toBeLessThan((layout.row[term] ?? 0) + (layout.rowSpan[term] ?? 0));
        }
      }),
    );
  });

  it('numbers bars by row and time, and finds them there', () => {
    fc.assert(
      fc.property(anyTimeline, ({ layout }) => {
        barsOf(layout).forEach(({ item, bar, row, start }, index, bars) => {
          expect(layout.barOf.get(item.id)).toBe(bar);
          expect(bar).toBeGreaterThanOrEqual(layout.rowStart[row] ?? Infinity);
          expect(bar).toBeLessThan(layout.rowStart[row + 1] ?? 0);
          const before = bars[index - 1];
          if (before) expect(before.row < row || (before.row === row && before.until <= start)).toBe(true);
        });
        const days = barsOf(layout);
        expect(layout.extent).toEqual(
          days.length === 0
            ? null
            : {
                first: Math.min(...days.map(({ start }) => start)),
                last: Math.max(...days.map(({ until }) => until)) - 1,
              },
        );
      }),
    );
  });

  it('joins every link whose two ends have dates', () => {
    fc.assert(
      fc.property(anyTimeline, ({ document, layout }) => {
        const { connections } = layout;
        const drawn = Array.from({ length: connections.count }, (_, line) => [
          layout.items[connections.from[line] ?? -1]?.id,
          layout.items[connections.to[line] ?? -1]?.id,
        ]);
        const asked = document.links
          .filter(({ fromId, toId }) => fromId !== toId && layout.barOf.has(fromId) && layout.barOf.has(toId))
          .map(({ fromId, toId }) => [fromId, toId]);
        expect(drawn).toEqual(asked);
      }),
    );
  });

  it('gives the upper row to what comes first in the plan', () => {
    const plan = aPlan()
      .step('second', { phase: 'licensure', position: 2 })
      .step('first', { phase: 'licensure', position: 1 })
      .build();
    const layout = layoutPlan(
      plan,
      plan.items.map(({ id }) => from(id, '2028-01-01', '2028-06-30')),
    );
    expect(layout.items.map(({ id }) => id)).toEqual(['first', 'second']);
    expect([...layout.row]).toEqual([0, 1]);
  });
});

describe('a bachelor’s with an internship, then a license', () => {
  const plan = aPlan()
    .program('bs', { title: 'BS', phase: 'undergraduate' })
    .term('fall')
    .term('spring')
    .course('a', { termId: 'fall' })
    .course('b', { termId: 'fall' })
    .course('c', { termId: 'spring' })
    .experience('internship', { programId: 'bs', phase: 'experience' })
    .milestone('graduation', { programId: 'bs', phase: 'undergraduate' })
    .step('exam', { phase: 'licensure' })
    .credential('license', { phase: 'licensure' })
    .build();
  const dates: Record<string, ItemDates> = {
    bs: from('bs', '2026-08-24', '2027-05-07'),
    fall: from('fall', '2026-08-24', '2026-12-11'),
    a: from('a', '2026-08-24', '2026-12-11'),
    b: from('b', '2026-08-24', '2026-12-11'),
    spring: from('spring', '2027-01-11', '2027-05-07'),
    c: from('c', '2027-01-11', '2027-05-07'),
    internship: from('internship', '2026-09-01', '2026-12-01'),
    graduation: from('graduation', '2027-05-07', '2027-05-07'),
    exam: from('exam', '2027-06-01', '2027-06-01'),
    license: from('license', '2027-06-10', '2027-06-10'),
  };
  const layout = layoutPlan(
    plan,
    plan.items.flatMap(({ id }) => dates[id] ?? []),
  );
  const rowOf = (id: string) => layout.row[layout.barOf.get(id) ?? -1];

  it('has a lane for the program and one for each phase of what is left', () => {
    expect(layout.lanes.map(({ id, title, phase }) => [id, title, phase])).toEqual([
      ['bs', 'BS', 'undergraduate'],
      ['phase:experience', null, 'experience'],
      ['phase:licensure', null, 'licensure'],
    ]);
  });

  it('puts the program above its terms, and the courses into their terms', () => {
    expect([rowOf('bs'), rowOf('fall'), rowOf('spring'), rowOf('a'), rowOf('b'), rowOf('c')]).toEqual([
      0, 1, 1, 2, 3, 2,
    ]);
    expect(layout.rowSpan[layout.barOf.get('fall') ?? -1]).toBe(3);
    expect(layout.rowSpan[layout.barOf.get('spring') ?? -1]).toBe(2);
    expect([...layout.reachedFrom].slice(0, 4)).toEqual([0, 1, 1, 1]);
  });

  it('leaves room beside short bars for their names', () => {
    expect(rowOf('license')).not.toBe(rowOf('exam'));
  });
});
