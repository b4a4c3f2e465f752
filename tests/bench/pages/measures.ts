import type { BenchPage, BenchPlan } from './contract.ts';

/**
 * Puts the measuring functions into a page, before its own scripts. It is sent there as text: nothing outside of it
 * exists in the page.
 */
export function installMeasures(): void {
  const DAY = 86_400_000;
  const CLOSEST = 92 * DAY;
  const EDITS = 9;
  /** A page in which nothing has changed for this long has opened. */
  const SETTLED_MS = 250;
  let plan: BenchPlan | null = null;

  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const page = (): BenchPage => {
    if (!window.__bench) throw new Error('the page offers no __bench');
    return window.__bench;
  };
  const shown = (): BenchPlan => {
    if (!plan) throw new Error('no plan was made');
    return plan;
  };

  /** Calls `step` with 0 … 1 once a frame for `ms`, and answers the time from each frame to the next. */
  async function frames(ms: number, step: (share: number) => void): Promise<number[]> {
    const between: number[] = [];
    const begun = await nextFrame();
    let last = begun;
    while (last - begun < ms) {
      step((last - begun) / ms);
      const now = await nextFrame();
      between.push(now - last);
      last = now;
    }
    return between;
  }

  const thereAndBack = (share: number) => (share < 0.5 ? 2 * share : 2 - 2 * share);

  window.__measure = {
    prepare(items, repetition) {
      plan = window.__madeUpPlan?.(items, repetition) ?? null;
      return { lanes: shown().lanes.length, links: shown().links.length };
    },
    async render() {
      const { items, links, ...context } = shown();
      let changed = 0;
      const observer = new MutationObserver(() => (changed = performance.now()));
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      await nextFrame();
      await nextFrame();
      // In a task of its own: what runs inside a frame's callback would count as part of that frame.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const begun = performance.now();
      await page().render(items, links, context);
      while (document.querySelector(page().itemSelector) === null) await nextFrame();
      await nextFrame();
      await nextFrame();
      const painted = performance.now() - begun;
      // What still comes by itself belongs to opening, as where the other charts were measured.
      while (performance.now() - Math.max(changed, begun) < SETTLED_MS) await rest(50);
      observer.disconnect();
      return painted;
    },
    count: () => ({
      elements: document.querySelectorAll('*').length,
      bars: document.querySelectorAll(page().itemSelector).length,
    }),
    async pan(ms) {
      const { start, end, window: view } = shown();
      const last = end - (view.end - view.start);
      const between = await frames(ms, (share) => page().panTo(start + (last - start) * share));
      page().panTo(view.start);
      await nextFrame();
      return between;
    },
    scroll: (ms) => frames(ms, (share) => page().scrollTo(thereAndBack(share))),
    async zoom(ms) {
      const { start, end, window: view } = shown();
      const middle = (start + end) / 2;
      const between = await frames(ms, (share) => {
        const width = (end - start) * (CLOSEST / (end - start)) ** thereAndBack(share);
        page().zoomTo(middle - width / 2, middle + width / 2);
      });
      page().zoomTo(view.start, view.end);
      await nextFrame();
      return between;
    },
    async edit() {
      const { items, window: view } = shown();
      if (!page().update) return 0;
      // A rest before the first and a frame before each, as where the other charts were measured.
      page().scrollTo(0);
      page().panTo(view.start);
      await rest(100);
      const inView = items.filter(
        ({ kind, start, end }) => kind !== 'milestone' && end > view.start && start < view.end,
      );
      for (const item of inView.slice(0, EDITS)) {
        await nextFrame();
        await rest(4);
        await page().update?.(item.id, { start: item.start + 7 * DAY, end: item.end + 7 * DAY });
        await nextFrame();
        await nextFrame();
      }
      return Math.min(EDITS, inView.length);
    },
  };
}
