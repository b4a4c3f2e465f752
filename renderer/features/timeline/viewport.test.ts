import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayAt } from '#shared/domain/layout/time-scale.ts';
import { Viewport } from './viewport.svelte.ts';

const EXTENT = { first: 20_000, last: 23_999 };

function aViewport(height = 5_000): Viewport {
  const view = new Viewport(() => ({ extent: EXTENT, height }));
  view.resize(1_000, 600);
  view.fit(EXTENT.first, EXTENT.last, 4);
  return view;
}

/** The days and rows of the box that is drawn. */
const drawn = ({ box }: Viewport) => ({
  from: dayAt(box.scale, box.left),
  until: dayAt(box.scale, box.right),
  top: box.top,
  bottom: box.bottom,
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the view', () => {
  it('always lies in what is drawn, however it is panned and zoomed', () => {
    const step = fc.oneof(
      fc.record({ pan: fc.tuple(fc.integer({ min: -800, max: 800 }), fc.integer({ min: -700, max: 700 })) }),
      fc.record({ zoom: fc.double({ min: 0.3, max: 3, noNaN: true }) }),
      fc.record({ wait: fc.constant(200) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const view = aViewport();
        for (const each of steps) {
          if ('pan' in each) view.panBy(...each.pan);
          else if ('zoom' in each) view.zoomBy(each.zoom, 300);
          else vi.advanceTimersByTime(each.wait);
          const { from, until, top, bottom } = drawn(view);
          expect(view.box.scale.perDay).toBe(view.scale.perDay);
          expect(from).toBeLessThanOrEqual(view.scale.start + 1e-6);
          expect(until).toBeGreaterThanOrEqual(dayAt(view.scale, view.width) - 1e-6);
          expect(top).toBeLessThanOrEqual(view.top);
          expect(bottom).toBeGreaterThanOrEqual(view.top + view.height);
        }
      }),
    );
  });

  it('moves the layer and draws nothing while it stays in the box', () => {
    const view = aViewport();
    view.zoomBy(4);
    view.panBy(10, 0);
    const { box } = view;
    view.panBy(10, 0);
    expect(view.box).toBe(box);
    expect(view.x).toBeCloseTo(-10);
  });

  it('draws ahead of a slow pan, and not of a fling', () => {
    const view = aViewport();
    view.zoomBy(4);
    view.panBy(20, 0);
    expect(view.box.right).toBeGreaterThan(view.width * 1.4);
    view.panBy(2_000, 0);
    expect(view.box.right).toBe(view.width);
  });

  it('sets names anew where it has come to rest', () => {
    const view = aViewport();
    view.zoomBy(4);
    view.panBy(20, 0);
    view.panBy(20, 0);
    expect(view.box.scale.start).not.toBe(view.scale.start);
    vi.advanceTimersByTime(500);
    expect(view.box.scale.start).toBe(view.scale.start);
  });

  it('keeps a bit of the plan and stays inside its rows', () => {
    const view = aViewport();
    view.panBy(-1e7, -1e7);
    expect(dayAt(view.scale, view.width)).toBeGreaterThan(EXTENT.first);
    expect(view.top).toBe(0);
    view.panBy(1e7, 1e7);
    expect(view.scale.start).toBeLessThan(EXTENT.last);
    expect(view.top).toBe(5_000 - 600);
  });

  it('pans only as far as needed to reveal something', () => {
    const view = aViewport();
    view.zoomBy(10);
    const { start } = view.scale;
    view.reveal(start + 50, start + 60, 0, 28);
    expect(view.scale.start).toBe(start);
    view.reveal(EXTENT.last - 5, EXTENT.last, 4_000, 4_028);
    expect(dayAt(view.scale, view.width)).toBeGreaterThan(EXTENT.last);
    expect(view.top).toBe(4_028 - 600);
  });

  it('goes where a scrollbar says', () => {
    const view = aViewport();
    view.zoomBy(10);
    view.scrollTo('y', 0.5);
    expect(view.top).toBe(2_500);
    const { shown } = view.scroll.x;
    view.scrollTo('x', 1 - shown);
    expect(view.scroll.x.start + view.scroll.x.shown).toBeCloseTo(1);
  });
});
