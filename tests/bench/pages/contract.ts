/**
 * What a page must offer to be measured: it sets `window.__bench` before or soon after `load`. Times are
 * milliseconds UTC.
 */
export interface BenchPage {
  name: string;
  /** One element per bar. */
  itemSelector: string;
  /** Draws the plan into the viewport, `context.window` first. */
  render(items: readonly BenchItem[], links: readonly BenchLink[], context: BenchContext): unknown;
  /** The left edge of the time axis is this instant; the zoom stays. */
  panTo(ms: number): void;
  /** From 0, the top, to 1, the bottom. */
  scrollTo(share: number): void;
  /** Shows exactly this interval, or the nearest there is. */
  zoomTo(from: number, to: number): void;
  /** One item was moved. */
  update?(id: string, dates: { start: number; end: number }): unknown;
}

export interface BenchItem {
  id: string;
  lane: string;
  /** Place of the lane. */
  li: number;
  kind: 'degree' | 'term' | 'course' | 'internship' | 'certification' | 'milestone';
  title: string;
  start: number;
  /** A milestone starts and ends at the same time. */
  end: number;
  progress: number;
}

/** Finish-to-start. */
export interface BenchLink {
  id: string;
  from: string;
  to: string;
}

export interface BenchContext {
  lanes: readonly { id: string; title: string }[];
  start: number;
  end: number;
  window: { start: number; end: number };
}

export interface BenchPlan extends BenchContext {
  items: BenchItem[];
  links: BenchLink[];
}

declare global {
  interface Window {
    __bench?: BenchPage;
    /** Put there by the harness. */
    __measure?: Measures;
    __madeUpPlan?: (count: number, repetition: number) => BenchPlan;
  }
}

/** What the harness does in the page. */
export interface Measures {
  /** Makes the plan that the others are about; answers how many lanes and links it has. */
  prepare(items: number, repetition: number): { lanes: number; links: number };
  /** Milliseconds from the call of `render` to the second frame after the first bar; it ends when the page is at rest. */
  render(): Promise<number>;
  count(): { elements: number; bars: number };
  /** Milliseconds between frames, while the page follows a given path. */
  pan(ms: number): Promise<number[]>;
  scroll(ms: number): Promise<number[]>;
  zoom(ms: number): Promise<number[]>;
  /** Moves single items by a week; answers how many. */
  edit(): Promise<number>;
}
