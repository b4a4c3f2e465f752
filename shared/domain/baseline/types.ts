import type { ComparedPlan, Days, Explanation, FieldDifference } from '../compare/types.ts';
import type { Finding } from '../findings/types.ts';
import type { Plan, PlanDocument } from '../plan/document.ts';
import type { ItemKind } from '../plan/items.ts';
import type { IsoDate } from '../time/day.ts';

/** A plan as it stood on a day, kept to compare with: which one it is, without the plan itself. */
export interface BaselineSummary {
  id: string;
  name: string;
  /** The day its dates were calculated with. */
  takenOn: IsoDate;
  /** When it was taken, as an ISO instant. */
  takenAt: string;
}

/** A baseline with everything that was stored about the plan. Its items have the ids they have in the plan. */
export interface Baseline extends BaselineSummary {
  document: PlanDocument;
}

/** A plan together with its baselines, oldest first: everything that belongs to it. */
export interface KeptPlan {
  document: PlanDocument;
  baselines: Baseline[];
}

/** What became of a plan since a baseline was taken. Dates are ISO days, differences are days, positive is later. */
export interface BaselineComparison {
  planId: string;
  name: string;
  today: IsoDate;
  baseline: BaselineSummary;
  /** The plan as it stood then, as of `baseline.takenOn`, and as it stands now. */
  before: PlanFigures;
  now: PlanFigures;
  /** How much later the goal comes; `null` where one of the two has no date. */
  days: number | null;
  /** What makes that difference; `days` of the parts add up to it. The passing of time comes last. */
  explanation: Explanation[];
  /** What differs about the plan itself. */
  plan: PlanFieldDifference[];
  /** Item by item what somebody changed first, then what only moved. */
  items: BaselineItem[];
  /** What was noticed then and is no longer, and what is noticed now and was not then. */
  findings: { gone: Finding[]; added: Finding[] };
}

export type PlanFigures = Omit<ComparedPlan, 'days'>;

export interface BaselineItem {
  id: string;
  kind: ItemKind;
  title: string;
  /** `moved` items are the same but for their days. */
  change: 'added' | 'removed' | 'changed' | 'moved';
  /** True for what is done now and was not then. */
  done: boolean;
  before: Days | null;
  now: Days | null;
  /** Days by which first and last day come later, `null` where one of the two is not known. */
  startDays: number | null;
  endDays: number | null;
  fields: FieldDifference[];
}

/** How an item stands against a baseline: it was not there, one of the two has no date for it, or days later. */
export type ItemDrift =
  | { kind: 'new' }
  /** `then`: the baseline had no date for it; else there is none now. */
  | { kind: 'undated'; then: boolean }
  | { kind: 'days'; start: number; end: number };

/** `goalId` is told by title. */
export interface PlanFieldDifference {
  field: Exclude<keyof Plan, 'id' | 'template' | 'catalogVersion' | 'position'>;
  old: string | null;
  new: string | null;
}
