/** What makes bars the rows of a treegrid. */
export interface BarsGrid {
  readonly idPrefix: string;
  /** The one bar in the tab order. */
  readonly focusId: string | null;
  readonly selectedId: string | null;
  /** The bar that the element with the id `description` says more about. */
  readonly describedId: string | null;
  readonly description: string;
}
