/** A place in the plan: the day at the left edge, pixels of a day, and pixels above the view. */
export interface LastView {
  readonly start: number;
  readonly perDay: number;
  readonly top: number;
}

/** Where each plan was last looked at, by its id; kept while the window is open. */
const lastViews = new Map<string, LastView>();

/** The place where a plan was last looked at. */
export function lastViewOf(planId: string): LastView | undefined {
  return lastViews.get(planId);
}

/** Makes the timeline open a plan there the next time. */
export function rememberView(planId: string, view: LastView): void {
  lastViews.set(planId, view);
}
