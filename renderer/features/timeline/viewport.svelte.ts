import { fitScale, keepInRange, zoomAround, type TimeScale } from '#shared/domain/layout/time-scale.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';

/** What there is to see: the days of the plan and the height of its rows in pixels. */
export interface Content {
  readonly extent: { readonly first: DayNumber; readonly last: DayNumber } | null;
  readonly height: number;
}

/**
 * The box that is drawn: pixels count from `scale.start` and from the top of the chart. It holds until the view
 * leaves it; until then panning only moves the layer it is drawn on.
 */
export interface DrawnBox {
  readonly scale: TimeScale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The top of the view when it was drawn, where names of lanes that begin above it are. */
  readonly viewTop: number;
}

/** Where the view begins in the whole, and how much of it it shows: shares from 0 to 1. */
export interface ScrollShare {
  readonly start: number;
  readonly shown: number;
}

/** Screens drawn ahead of the view in the direction of a slow pan, and behind it … */
const AHEAD = 0.5;
const BEHIND = 0.1;
/** … and the step, in screens, from which on they would only be thrown away again. */
const FLING = 0.3;
/** When nothing has moved for this long, names are set anew where the view begins. */
const SETTLE_MS = 160;
/** The share of the view in which a bit of the plan always stays. */
const KEPT = 0.1;

/** The share of the view that can be scrolled to before the plan begins and after it ends. */
const SCROLL_MARGIN = 0.25;
/** Pixels left free before and after what is fitted into the view. */
export const MARGIN = 24;
/** Pixels of a bar that are enough to be seen. */
const SEEN = 40;

/** The visible part of the chart, and the box drawn around it. */
export class Viewport {
  #content: () => Content;
  #width = $state(0);
  #height = $state(0);
  #scale = $state.raw<TimeScale>({ start: 0, perDay: 0.3 });
  #top = $state(0);
  #box = $state.raw<DrawnBox>({
    scale: { start: 0, perDay: 0.3 },
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
    viewTop: 0,
  });
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(content: () => Content) {
    this.#content = content;
  }

  get width(): number {
    return this.#width;
  }
  get height(): number {
    return this.#height;
  }
  get scale(): TimeScale {
    return this.#scale;
  }
  get top(): number {
    return this.#top;
  }
  get box(): DrawnBox {
    return this.#box;
  }
  /** How far the drawn layer is moved. */
  get x(): number {
    return (this.#box.scale.start - this.#scale.start) * this.#scale.perDay;
  }
  /** Whole pixels, so that names stay sharp. */
  get y(): number {
    return -Math.round(this.#top);
  }

  resize(width: number, height: number): void {
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.#show(this.#scale, this.#top);
  }

  panBy(x: number, y: number): void {
    this.panTo(this.#scale.start + x / this.#scale.perDay, this.#top + y);
  }

  /** Moves the view: `start` is the day at its left edge, `top` the pixels above it. */
  panTo(start: number, top: number): void {
    this.#show({ start, perDay: this.#scale.perDay }, top);
  }

  /** Zooms by a factor, keeping the day at `x` in place; without `x`, the one in the middle. */
  zoomBy(factor: number, x = this.#width / 2): void {
    this.zoomTo(zoomAround(this.#scale, x, factor));
  }

  zoomTo(scale: TimeScale): void {
    this.#show(scale, this.#top);
  }

  /** Shows the days `first` to `last` (both included) in full, with `after` free pixels to their right. */
  fit(first: DayNumber, last: DayNumber, maxPerDay: number, after = MARGIN): void {
    this.zoomTo(fitScale(first, last, this.#width, { before: MARGIN, after, maxPerDay }));
  }

  /** Pans as little as needed to see a stretch of days and rows; of long ones a part that can be made out is enough. */
  reveal(first: number, until: number, top: number, bottom: number): void {
    const { start, perDay } = this.#scale;
    const days = this.#width / perDay;
    const seen = (Math.min(until, start + days) - Math.max(first, start)) * perDay;
    const margin = MARGIN / perDay;
    let left = start;
    if (seen < Math.min(SEEN, (until - first) * perDay)) {
      if (until + margin > start + days) left = until + margin - days;
      if (first - margin < left) left = first - margin;
    }
    let y = this.#top;
    if (bottom > y + this.#height) y = bottom - this.#height;
    if (top < y) y = top;
    this.panTo(left, y);
  }

  /** Where the view is in what can be scrolled to. */
  get scroll(): { x: ScrollShare; y: ScrollShare } {
    const { first, days } = this.#scrollDays;
    const height = Math.max(1, this.#content().height);
    return {
      x: { start: (this.#scale.start - first) / days, shown: this.#width / this.#scale.perDay / days },
      y: { start: this.#top / height, shown: Math.min(1, this.#height / height) },
    };
  }

  /** Pans to where a scrollbar says. */
  scrollTo(axis: 'x' | 'y', start: number): void {
    const { first, days } = this.#scrollDays;
    if (axis === 'x') this.panTo(first + start * days, this.#top);
    else this.panTo(this.#scale.start, start * this.#content().height);
  }

  /** Keeps the view inside the content after it has changed. */
  keepInside(): void {
    this.#show(this.#scale, this.#top);
  }

  /** Ends the wait for stillness. */
  stop(): void {
    clearTimeout(this.#settling);
  }

  /** The days of the plan with a margin, and those in view. */
  get #scrollDays(): { first: number; days: number } {
    const { start, perDay } = this.#scale;
    const shown = Math.max(1, this.#width) / perDay;
    const extent = this.#content().extent ?? { first: start, last: start };
    const first = Math.min(start, extent.first - shown * SCROLL_MARGIN);
    const last = Math.max(start + shown, extent.last + 1 + shown * SCROLL_MARGIN);
    return { first, days: last - first };
  }

  #show(wanted: TimeScale, wantedTop: number): void {
    const before = this.#scale;
    const topBefore = this.#top;
    const scale = this.#keepPlanInView(keepInRange(wanted, this.#width));
    const top = Math.max(0, Math.min(this.#content().height - this.#height, wantedTop));
    // An equal scale stays the same one, so that what is made from it is not made again.
    if (scale.start !== before.start || scale.perDay !== before.perDay) this.#scale = scale;
    this.#top = top;
    if (!this.#isDrawn()) {
      const isZoom = scale.perDay !== before.perDay;
      const x = isZoom ? 0 : ((scale.start - before.start) * scale.perDay) / Math.max(1, this.#width);
      this.#draw(x, (top - topBefore) / Math.max(1, this.#height));
    }
    if (this.#isSettled()) return;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), SETTLE_MS);
  }

  /** True when names at the edges are where the view begins. */
  #isSettled(): boolean {
    return this.#box.scale.start === this.#scale.start && this.#box.viewTop === this.#top;
  }

  /** Draws anew when the names at the edges are no longer where the view begins. */
  #settle(): void {
    if (!this.#isSettled()) this.#draw(0, 0);
  }

  /** Draws the view, and beyond it where steps of `x` and `y` screens are going. */
  #draw(x: number, y: number): void {
    this.#box = {
      scale: this.#scale,
      left: -this.#width * beyond(-x),
      right: this.#width * (1 + beyond(x)),
      top: this.#top - this.#height * beyond(-y),
      bottom: this.#top + this.#height * (1 + beyond(y)),
      viewTop: this.#top,
    };
  }

  /** True while the box drawn last covers the view. */
  #isDrawn(): boolean {
    const { scale, left, right, top, bottom } = this.#box;
    if (scale.perDay !== this.#scale.perDay) return false;
    const x = (this.#scale.start - scale.start) * scale.perDay;
    return x >= left && x + this.#width <= right && this.#top >= top && this.#top + this.#height <= bottom;
  }

  #keepPlanInView(scale: TimeScale): TimeScale {
    const { extent } = this.#content();
    if (extent === null) return scale;
    const days = this.#width / scale.perDay;
    const earliest = extent.first - days * (1 - KEPT);
    const latest = Math.max(earliest, extent.last + 1 - days * KEPT);
    const start = Math.min(latest, Math.max(earliest, scale.start));
    return start === scale.start ? scale : { start, perDay: scale.perDay };
  }
}

/** Screens to draw past the edge towards which a step goes. */
function beyond(step: number): number {
  if (step === 0 || Math.abs(step) >= FLING) return 0;
  return step > 0 ? AHEAD : BEHIND;
}
