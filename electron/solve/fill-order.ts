import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Filling, FillProgress } from '#shared/domain/fill/types.ts';
import type { DayNumber } from '#shared/domain/time/day.ts';

/** What the worker is told once. */
export interface FillOrder {
  document: PlanDocument;
  today: DayNumber;
  /** When the best so far has to do. */
  seconds: number;
}

/** What the worker says, again and again; the filling comes with the last one. */
export interface FillReport {
  progress: FillProgress;
  filling: Filling | null;
}
