import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyTimeline } from '#tests/builders/arbitrary-timeline.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import type { Item } from '../plan/items.ts';
import { toDay } from '../time/day.ts';
import { boxOf, isMark } from './bar-box.ts';
import type { TimelineLayout } from './layout.ts';
import { cutToFit, fitLabel, type BarText, type LabelOptions } from './labels.ts';
import { layoutPlan } from './layout-plan.ts';
import { MAX_PER_DAY, MIN_PER_DAY, type TimeScale } from './time-scale.ts';

const measure = (text: string) => Array.from(text).length * 7;
const namesOf = (item: Item) => (item.title === '' ? [] : [`${item.id} ${item.title}`, item.id]);
const textOf = (item: Item): BarText => ({ names: namesOf(item), measure });
const fitted = (layout: TimelineLayout, scale: TimeScale, bar: number, of: BarText, options?: LabelOptions) =>
  fitLabel(layout, scale, bar, boxOf(layout, scale, bar), of, options);
const BASE = toDay('2026-01-01');
const DATES = { mode: 'auto', latestStart: null, latestFinish: null, slack: null, undated: null } as const;

it('never lets two names, or a name and a bar, overlap in a row', () => {
  const anyZoom = fc.double({ min: MIN_PER_DAY, max: MAX_PER_DAY, noNaN: true });
  fc.assert(
    fc.property(anyTimeline, anyZoom, fc.option(fc.nat({ max: 3_000 })), ({ layout }, perDay, left) => {
      const scale = { start: BASE, perDay };
      const viewLeft = left === null ? -Infinity : left * perDay;
      const labels = layout.items.map((item, bar) => fitted(layout, scale, bar, textOf(item), { viewLeft }));
      labels.forEach((label, bar) => {
        if (label.place === 'none') return;
        const box = boxOf(layout, scale, bar);
        const begin = box.x + label.x;
        const end = begin + label.width;
        if (label.isCut) expect(label.width).toBeLessThan(measure(label.text));
        else expect(label.width).toBe(measure(label.text));
        if (label.place === 'inside') {
          expect(begin).toBeGreaterThanOrEqual(Math.max(box.x, Math.min(viewLeft, box.x + box.width)));
          expect(end).toBeLessThanOrEqual(box.x + box.width);
        } else {
          expect(begin).toBeGreaterThanOrEqual(box.x + box.width);
          if (layout.row[bar + 1] === layout.row[bar]) {
            expect(end).toBeLessThanOrEqual(boxOf(layout, scale, bar + 1).x);
          }
        }
      });
    }),
    { numRuns: 300 },
  );
});

it('cuts a text to the longest beginning that fits, whole letters only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 200 }), (text, room) => {
      const cut = cutToFit(text, room, measure);
      expect(measure(cut)).toBeLessThanOrEqual(room);
      if (cut !== '') expect(text.startsWith(cut.slice(0, -1))).toBe(true);
    }),
  );
  expect(cutToFit('Health Law', 70, measure)).toBe('Health La…');
  expect(cutToFit('Health Law', 56, measure)).toBe('Health…');
  expect(cutToFit('Health Law', 6, measure)).toBe('');
});

describe('one bar of ten days', () => {
  const label = (kind: 'step' | 'milestone' | 'course', title: string, perDay: number, reserve = 0) => {
    const layout = layoutPlan(aPlan()[kind]('x', { title }).build(), [
      { ...DATES, id: 'x', start: BASE, end: BASE + 9 },
    ]);
    return fitted(layout, { start: BASE, perDay }, 0, { names: [title, 'X1'], measure, reserve });
  };

  it('holds its name when there is room', () => {
    expect(label('step', 'Exam', 10)).toMatchObject({ place: 'inside', text: 'Exam' });
  });
  it('has it to the right otherwise', () => {
    expect(label('step', 'Exam', 1)).toMatchObject({ place: 'beside', text: 'Exam' });
  });
  it('keeps the reserved end free', () => {
    expect(label('step', 'Exam', 3.7)).toMatchObject({ place: 'inside' });
    expect(label('step', 'Exam', 3.7, 10)).toMatchObject({ place: 'beside' });
  });
  it('has no name beside it once it is out of sight', () => {
    const layout = layoutPlan(aPlan().step('x').build(), [{ ...DATES, id: 'x', start: BASE, end: BASE + 9 }]);
    const besides = (drawnLeft: number) =>
      fitted(layout, { start: BASE, perDay: 1 }, 0, { names: ['x'], measure }, { drawnLeft }).place;
    expect(besides(10)).toBe('beside');
    expect(besides(11)).toBe('none');
  });
  it('never has the name of a mark inside', () => {
    expect(label('milestone', 'Exam', 60)?.place).toBe('beside');
    expect(isMark(aPlan().milestone('x').build().items[0] as Item)).toBe(true);
  });
  it('shortens that of a course, to its code where that says more, and then leaves it out', () => {
    expect(label('course', 'Health Law', 7)).toMatchObject({
      place: 'inside',
      text: 'Health Law',
      isCut: true,
    });
    expect(label('course', 'Health Law', 2.8)).toMatchObject({ place: 'inside', text: 'X1', isCut: false });
    expect(label('course', 'Health Law', 1)?.place).toBe('none');
  });
});
