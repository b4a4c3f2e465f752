import type { AnalyzedBinding, AnalyzedGoal } from '../analysis/types.ts';
import type { Severity } from '../findings/types.ts';
import type { LinkKind } from '../plan/document.ts';
import type { Item, ItemKind } from '../plan/items.ts';
import type { IsoDate } from '../time/day.ts';

/** Two to four plans beside each other. Everything is said against the first. Dates are ISO days, money is cents. */
export interface PlanComparison {
  today: IsoDate;
  plans: ComparedPlan[];
  /** What makes the difference of each further plan; of one plan, `days` add up to its whole difference. */
  explanation: Explanation[];
  /** Item by item what differs: what somebody changed first, then what only moved because of it. */
  differences: ItemDifference[];
}

export interface ComparedPlan {
  planId: string;
  name: string;
  goal: AnalyzedGoal | null;
  /** The goal's date after the first plan's, `null` where one of the two has no date. */
  days: number | null;
  binding: AnalyzedBinding[];
  /** The entry of the chain that decides; see `mainDecider`. */
  decides: AnalyzedBinding | null;
  /** Sums over all programs; `required` is `null` where no program says, `unknown` counts courses without known credits. */
  credits: { earned: number; planned: number; required: number | null; unknown: number };
  /** Hours that experiences ask for, and those logged. */
  hours: { required: number; logged: number };
  /** The sum of the known costs in US cents, and how many costs that should be asked for are not known, as `domain/costs` counts them. */
  costCents: number;
  costUnknown: number;
  findings: Record<Severity, { open: number; acknowledged: number }>;
}

/** First and last day of an item; `null` where it has none. */
export interface Days {
  start: IsoDate | null;
  end: IsoDate | null;
}

/** An item in the plan it is in: its id there, `null` where it is not. */
export interface ComparedItem {
  firstId: string | null;
  otherId: string | null;
  kind: ItemKind;
  title: string;
}

/**
 * A part of the difference in the goal's date: what its change adds when the changes are made to the first plan
 * one after the other. `together` are changes that leave the goal without a date when only one of them is made;
 * `time` is no change at all: days went by, and what has not begun waits for today.
 */
export interface Explanation {
  planId: string;
  /** Days by which the goal comes later (negative: earlier). */
  days: number;
  cause: 'added' | 'changed' | 'goal' | 'left-out' | 'together' | 'time';
  items: ExplainedItem[];
}

export interface ExplainedItem extends ComparedItem {
  /** Its days right before and right after this change. */
  before: Days | null;
  after: Days | null;
  fields: FieldDifference[];
}

/** One item that is not the same in both plans. */
export interface ItemDifference extends ComparedItem {
  planId: string;
  /** `moved` items are the same but for their days: a consequence, not a cause. */
  difference: 'changed' | 'only-first' | 'only-other' | 'moved';
  first: Days | null;
  other: Days | null;
  /** Days by which first and last day come later, `null` where one of the two is not known. */
  startDays: number | null;
  endDays: number | null;
  fields: FieldDifference[];
}

export interface FieldDifference {
  field: ComparedField;
  old: FieldValue;
  new: FieldValue;
}

/** What an item waits for: the item a link comes from, and how many of its group are needed (`null`: it is no alternative). */
export interface LinkFact {
  title: string;
  kind: LinkKind;
  lag: number;
  window: number | null;
  need: number | null;
}

export type FieldValue = string | number | boolean | null | readonly string[] | readonly LinkFact[];

type FieldOf<Each> = Each extends unknown ? keyof Each : never;
/** Fields that hold ids, compared by what they point at, and fields that say nothing to a person. */
type Left =
  'id' | 'kind' | 'position' | 'importedId' | 'programId' | 'termId' | 'requirementId' | 'repeatsId';

export type ComparedField =
  | Exclude<FieldOf<Item>, Left>
  | 'program'
  | 'term'
  | 'requirement'
  | 'repeatOf'
  | 'waitsFor'
  | 'requisites'
  | 'requirements';
