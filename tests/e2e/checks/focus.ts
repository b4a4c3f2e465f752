import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

/** More stops than any view has. */
export const MOST_STOPS = 800;

/** An element that has the focus. */
export interface FocusStop {
  /** The beginning of its markup. */
  html: string;
  /** True when an outline is drawn around it, or around the field it is in. */
  marked: boolean;
  /** True when it has a size and lies in the window, with nothing on top of it. */
  seen: boolean;
  /** The element asked about before, if it still looks as it did with the focus. */
  stale: string | null;
}

/** What has the focus, `null` where that is the page itself. */
export async function focusOf(page: Page): Promise<FocusStop | null> {
  return page.evaluate(async () => {
    // By the next frame it is scrolled to.
    await new Promise(requestAnimationFrame);
    const kept = window as { asked?: { element: HTMLElement; outlines: string } | undefined };
    const around = (element: HTMLElement) => {
      // A field shows the focus on the frame around it.
      const parts: Element[] = [];
      for (let part: Element | null = element; part && parts.length < 4; part = part.parentElement)
        parts.push(part);
      return parts;
    };
    const outlinesOf = (element: HTMLElement) =>
      around(element)
        .map((part) => getComputedStyle(part))
        .map(({ outlineStyle, outlineWidth, outlineColor }) => {
          const isDrawn =
            outlineStyle !== 'none' && outlineWidth !== '0px' && !/[,/] 0\)$/.test(outlineColor);
          return isDrawn ? `${outlineWidth} ${outlineColor}` : '';
        })
        .join();
    const html = (element: HTMLElement) => element.outerHTML.slice(0, 140);

    const { activeElement: element } = document;
    const before = kept.asked;
    const isStale = before !== undefined && before.element !== element && before.element.isConnected;
    const stale = isStale && outlinesOf(before.element) === before.outlines ? html(before.element) : null;
    kept.asked = undefined;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const outlines = outlinesOf(element);
    kept.asked = { element, outlines };

    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const isIn = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const topmost = document.elementFromPoint(x, y);
    const isOnTop = topmost !== null && (element.contains(topmost) || topmost.contains(element));
    return {
      html: html(element),
      marked: outlines.replaceAll(',', '') !== '',
      seen: width > 0 && height > 0 && isIn && isOnTop,
      stale,
    };
  });
}

/** Holds when an element has the focus and a person can see that it has. */
export async function expectFocusSeen(page: Page, on: Locator): Promise<void> {
  await expect(on).toBeFocused();
  expect(await focusOf(page)).toMatchObject({ marked: true, seen: true });
}

/** Presses Tab from where the focus is to the end of the page; what it comes to, in order. */
export async function walk(page: Page): Promise<FocusStop[]> {
  const stops: FocusStop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await focusOf(page);
    // After the last element the browser's own controls come, which a headless one has not, and the first again.
    if (stop === null || stop.html.includes('href="#main"')) return stops;
    stops.push(stop);
  }
  throw new Error(
    `The end of the page is not reached by ${MOST_STOPS} times Tab: ${stops.at(-1)?.html ?? ''}`,
  );
}

/**
 * Roles and places of what can have the focus and has no name, as the browser tells a screen reader. Cells of a grid
 * may be empty: their row and column are said with them.
 */
export async function namelessControls(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  const isFocusable = ({ properties = [] }: (typeof nodes)[number]) =>
    properties.some(({ name, value }) => name === 'focusable' && value.value === true);
  return nodes
    .filter((node) => !node.ignored && isFocusable(node))
    .filter(({ role }) => !['RootWebArea', 'gridcell'].includes(String(role?.value)))
    .filter(({ name }) => String(name?.value ?? '').trim() === '')
    .map(({ role, backendDOMNodeId }) => `${String(role?.value)} (node ${backendDOMNodeId ?? '?'})`);
}
