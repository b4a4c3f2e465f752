import { describe, expect, it } from 'vitest';
import { ScrolledElement } from './scrolled-element.ts';

const AREA = { left: 100, top: 0, right: 900, bottom: 600 };

describe('an element that scrolls by itself', () => {
  /** So much of an element as is asked of it, with 100 pixels to scroll sideways, and whole pixels only. */
  function anElement() {
    const element = {
      scrollLeft: 0,
      scrollTop: 0,
      getBoundingClientRect: () => AREA,
      scrollBy: ({ left = 0 }: ScrollToOptions) => {
        element.scrollLeft = Math.max(0, Math.min(100, Math.trunc(element.scrollLeft + left)));
      },
    };
    return element as unknown as HTMLElement;
  }

  it('goes on by less than a pixel in each frame, until there is no more', () => {
    const element = anElement();
    const scrolled = new ScrolledElement(element, 500, 300);
    // A tenth into the zone: 16 pixels a second.
    const at = AREA.right - 48 * 0.9;
    for (let frame = 0; frame < 60; frame += 1) expect(scrolled.step(at, 300, 1 / 60)).toBe(true);
    expect(element.scrollLeft).toBeGreaterThan(14);
    expect(element.scrollLeft).toBeLessThan(18);
    let frames = 0;
    while (scrolled.step(AREA.right, 300, 1 / 60)) frames += 1;
    expect(frames).toBeLessThan(10);
    expect(element.scrollLeft).toBe(100);
  });

  it('stays while the pointer is elsewhere', () => {
    const element = anElement();
    const scrolled = new ScrolledElement(element, 500, 300);
    expect(scrolled.step(AREA.right + 1, 300, 1 / 60)).toBe(false);
    expect(scrolled.step(AREA.right, AREA.bottom + 1, 1 / 60)).toBe(false);
    expect(element.scrollLeft).toBe(0);
  });
});
