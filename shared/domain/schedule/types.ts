import type { DayNumber } from '../time/day.ts';

/** How an item comes by its dates (R3). Derived, never stored. */
export type Mode = 'actual' | 'pinned' | 'term' | 'course' | 'summary' | 'auto';

/** What fixed the date of an item (R15). */
export type BindingReason = 'link' | 'not-before' | 'pinned' | 'actual' | 'today' | 'term';

/** Why an item has no dates. `itemId` is the first cause on the way back: the item itself or a predecessor. */
export interface Undated {
  cause: 'no-length' | 'no-anchor' | 'no-term' | 'empty-program' | 'group-short' | 'cycle';
  itemId: string;
}

/** Dates of one item in day numbers; `null` where there are none. */
export interface ItemDates {
  id: string;
  mode: Mode;
  start: DayNumber | null;
  end: DayNumber | null;
  latestStart: DayNumber | null;
  latestFinish: DayNumber | null;
  /** `latestFinish − end` in days; negative when a target cannot be met, `null` without a path to the goal. */
  slack: number | null;
  undated: Undated | null;
}

/** The date at which the goal is reached (R13). */
export interface GoalDate {
  itemId: string;
  title: string;
  date: DayNumber | null;
  /** The date with every wait at its best known length. */
  best: DayNumber | null;
  /** False when something before the goal is undated or breaks a link: the date is then "no earlier than". */
  complete: boolean;
  /** Items before the goal without dates (unplaced courses among them). */
  undatedItems: string[];
  /** Those that break a link by starting too early, or by missing its window. */
  brokenItems: string[];
  /** Programs before the goal, the goal among them: an unmet requirement of theirs makes it incomplete as well. */
  programIds: string[];
}

/** One step of the chain that decides the goal's date, from the goal backwards (R15). */
export interface BindingEntry {
  itemId: string;
  title: string;
  reason: BindingReason;
  /** The item the link comes from when `reason` is `link`. */
  fromId: string | null;
  /** Days by which the goal would come earlier if this item took one day. */
  gain: number | null;
  /** What would decide then: the first item of the new chain that differs from this one, or `null`. */
  next: string | null;
  /** Other items (or this item's own reasons, as `not-before`/`today`) that ask for the same day. */
  tied: string[];
}

/** The same step without what takes another pass to find; enough to draw the chain. */
export type ChainEntry = Omit<BindingEntry, 'gain' | 'next'>;

/** A link that an item breaks because it holds its dates. For a link to a program, the item is a term or a pinned child. */
export interface BrokenLink {
  linkId: string;
  fromId: string;
  itemId: string;
  mode: Mode;
  /** Days by which the item is too early, at least 1. */
  days: number;
}

/** A window that closed before the item starts (R6). */
export interface MissedWindow {
  linkId: string;
  fromId: string;
  itemId: string;
  /** The last day on which the item could have started, and the days by which it is too late. */
  lastDay: DayNumber;
  days: number;
}
