/** What a person has chosen to see of a plan, and how. */
export interface Arrangement {
  /** The ids of the only items to arrange; `null` for all. */
  readonly shown: ReadonlySet<string> | null;
}

/** Everything, as it comes. */
export const USUAL: Arrangement = { shown: null };
