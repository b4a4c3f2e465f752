import type { ProgramAudit } from '../audit/audit-plan.ts';
import type { Finding } from '../findings/types.ts';
import type { ProgramMetrics } from '../metrics/metrics-of.ts';
import type { BindingReason } from '../schedule/types.ts';
import type { IsoDate } from '../time/day.ts';
import type { Routes } from './routes.ts';

export type { Severity } from '../findings/types.ts';

export interface AnalyzedBinding {
  itemId: string;
  title: string;
  reason: BindingReason;
  /** The item the link comes from when `reason` is `link`. */
  fromId: string | null;
  /** Days by which the goal would come earlier if this item took one day. */
  gain: number | null;
  /** Id of the item that would decide then. */
  next: string | null;
  /** Ids of other items, or `not-before` and `today`, that ask for the same day. */
  tied: string[];
}

/** When the goal is reached, and what keeps that date from being the whole truth (R13). */
export interface AnalyzedGoal {
  itemId: string;
  title: string;
  date: IsoDate | null;
  /** With every wait at its best known length. */
  best: IsoDate | null;
  /** False when the date means "no earlier than", for one of the three reasons below. */
  complete: boolean;
  /** Items before the goal without dates, courses without a term among them. */
  undatedItems: string[];
  /** Items before the goal that break a link. */
  brokenItems: string[];
  /** Programs before the goal that miss a requirement even with what is planned. */
  unmetPrograms: string[];
}

/** The whole answer about a plan: what scripts read from `analyze --json`. Dates are ISO days, slack is days. */
export interface PlanAnalysis {
  planId: string;
  name: string;
  today: IsoDate;
  goal: AnalyzedGoal | null;
  binding: AnalyzedBinding[];
  items: {
    id: string;
    kind: string;
    title: string;
    start: IsoDate | null;
    end: IsoDate | null;
    latestStart: IsoDate | null;
    latestFinish: IsoDate | null;
    slack: number | null;
  }[];
  terms: { id: string; programId: string | null; index: number; name: string; credits: number }[];
  courses: {
    id: string;
    importedId: string | null;
    code: string;
    title: string;
    credits: number | null;
    termId: string | null;
    metrics: { blocking: number; delay: number; complexity: number; centrality: number } | null;
  }[];
  findings: Finding[];
  audit: ProgramAudit[];
  /** How tightly the requisites of each program hang together; `null` for courses outside any program. */
  metrics: (ProgramMetrics & { programId: string | null })[];
  /** What each alternative of every "any k of n" would mean for the goal. */
  routes: Routes[];
  /** Known credits of all courses not withdrawn, and the unrounded sum of the complexities. */
  totals: { credits: number; complexity: number };
  /** Asked for: whether the goal is reached by `date`, the days to spare (negative: too late), and the ids of items with negative slack. */
  target?: { date: IsoDate; fits: boolean; days: number | null; late: string[] };
  /** Asked for: the goal's date after the change, the days it moves (positive: later), and what decides then. */
  whatIf?: { date: IsoDate | null; days: number | null; binding: AnalyzedBinding[] };
}
