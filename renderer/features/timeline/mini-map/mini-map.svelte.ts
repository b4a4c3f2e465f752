import type { Timeline } from '#renderer/features/timeline/timeline.svelte.ts';
import { ROWS } from '#renderer/features/timeline/rows.ts';
import type { Session } from '#renderer/state/session.svelte.ts';
import { criticalChain } from '#shared/domain/layout/critical.ts';
import { drawOverview, type Overview } from '#shared/domain/layout/overview.ts';
import {
  frameOf,
  overviewScale,
  overviewX,
  type OverviewFrame,
  type OverviewScale,
} from '#shared/domain/layout/overview-scale.ts';
import { rowAt } from '#shared/domain/layout/row-scale.ts';
import { MAX_PER_DAY, MIN_PER_DAY } from '#shared/domain/layout/time-scale.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { inViewText } from '#shared/words/mini-map.ts';
import type { PictureLine } from './picture.ts';

export const MAP_HEIGHT = 56;
/** Pixels of the frame that are enough to see it and take hold of it. */
const LEAST_FRAME = 12;

/** An edge of the frame by which it is made wider or narrower. */
export type FrameEdge = 'start' | 'end';

/** The whole plan in a strip, and the frame around what of it is in view. */
export class MiniMap {
  readonly #timeline: Timeline;
  readonly #session: Session;
  /** Pixels of the strip. */
  width = $state(0);

  readonly scale: OverviewScale | null = $derived.by(() => {
    const extent = this.#timeline.layout?.extent;
    if (!extent || this.width === 0) return null;
    const size = { width: this.width, height: MAP_HEIGHT };
    return overviewScale(extent, this.#session.today, this.#timeline.height, size);
  });

  readonly frame: OverviewFrame | null = $derived.by(() => {
    if (this.scale === null) return null;
    const { scale, width, height, top } = this.#timeline.view;
    const inView = { start: scale.start, days: width / scale.perDay, top, bottom: top + height };
    return frameOf(this.scale, inView, this.#timeline.height, LEAST_FRAME);
  });

  constructor(timeline: Timeline, session: Session) {
    this.#timeline = timeline;
    this.#session = session;
  }

  /** What a screen reader says of the frame, and how far along the plan it is, from 0 to 100. */
  get said(): { text: string; share: number } {
    const { layout, view } = this.#timeline;
    if (layout === null || this.scale === null) return { text: '', share: 0 };
    const { start, perDay } = view.scale;
    const rows = {
      first: rowAt(ROWS, layout, view.top) + 1,
      last: rowAt(ROWS, layout, view.top + view.height - ROWS.rowHeight / 2) + 1,
      count: layout.rowCount,
    };
    const share = Math.round(((start - this.scale.first) / this.scale.days) * 100);
    return {
      text: inViewText(start, start + view.width / perDay, rows),
      share: Math.min(100, Math.max(0, share)),
    };
  }

  /** The picture, `fine` cells to a pixel, and the days that are marked in it. */
  draw(fine: number): { overview: Overview; lines: PictureLine[] } | null {
    const { layout } = this.#timeline;
    const { schedule, today, goal } = this.#session;
    const { scale } = this;
    if (layout === null || schedule === null || scale === null) return null;
    const chain = criticalChain(layout, schedule.chain());
    const line = (day: number, color: PictureLine['color']): PictureLine => ({
      x: overviewX(scale, day + 0.5) * fine,
      color,
    });
    const lines = [line(today, 'today')];
    if (goal?.date != null) lines.push(line(toDay(goal.date), 'goal'));
    return { overview: drawOverview(layout, chain, ROWS, scale, fine), lines };
  }

  /** The part of the plan in view now, to move away from. */
  get place(): { start: number; top: number; days: number } {
    const { view } = this.#timeline;
    return { start: view.scale.start, top: view.top, days: view.width / view.scale.perDay };
  }

  /** Moves the frame by pixels of the strip, from a place. */
  moveFrom(place: { start: number; top: number }, x: number, y: number): void {
    const { scale } = this;
    if (scale === null) return;
    const down = scale.perPixel === 0 ? 0 : y / scale.perPixel;
    this.#timeline.view.panTo(place.start + (x / scale.width) * scale.days, place.top + down);
  }

  /** Moves the middle of the frame to a point of the strip. */
  centerOn(x: number, y: number): void {
    const { frame } = this;
    if (frame === null) return;
    this.moveFrom(this.place, x - frame.x - frame.width / 2, y - frame.y - frame.height / 2);
  }

  /** Moves one edge of the frame by pixels of the strip; the other one stays where it was. */
  resizeFrom(place: { start: number; days: number }, edge: FrameEdge, x: number): void {
    const { view } = this.#timeline;
    if (this.scale === null) return;
    const moved = (x / this.scale.width) * this.scale.days;
    const wanted = edge === 'start' ? place.days - moved : place.days + moved;
    const perDay = Math.min(MAX_PER_DAY, Math.max(MIN_PER_DAY, view.width / Math.max(1, wanted)));
    const days = view.width / perDay;
    view.zoomTo({ start: edge === 'start' ? place.start + place.days - days : place.start, perDay });
  }

  /** Moves by shares of what is in view. */
  stepBy(x: number, y: number): void {
    const { view } = this.#timeline;
    view.panBy(x * view.width, y * view.height);
  }

  /** Goes to the beginning or the end of the plan. */
  goTo(end: 'first' | 'last'): void {
    const extent = this.#timeline.layout?.extent;
    if (!extent) return;
    const { days, top } = this.place;
    const margin = days * 0.05;
    this.#timeline.view.panTo(end === 'first' ? extent.first - margin : extent.last + 1 + margin - days, top);
  }
}
