import type { DrawnBar } from './drawn-bars.ts';

/** What makes bars the rows of a treegrid. */
export interface BarsGrid {
  readonly idPrefix: string;
  /** The one bar in the tab order. */
  readonly focusId: string | null;
  readonly selectedId: string | null;
  /** 1 for what stands in a lane by itself, 2 for what belongs to a program, 3 for a course in a term. */
  readonly levelOf: (bar: DrawnBar) => number;
  /** The bar that the element with the id `description` says more about. */
  readonly describedId: string | null;
  readonly description: string;
}
