import type { Database } from 'better-sqlite3';
import type { Baseline, KeptPlan } from '#shared/domain/baseline/types.ts';
import { Refusal, type Context } from '../context.ts';
import { documentOf } from '../places.ts';
import { baselineRowsOf, insertBaseline, type BaselineRow } from './baseline.sql.ts';
import { packPlan, unpackPlan } from './pack.ts';

/** A plan with its baselines. @throws Refusal when there is no such plan, or one of its baselines is damaged. */
export function keptPlanOf(context: Context, planId: string): KeptPlan {
  return {
    document: documentOf(context, planId),
    baselines: baselineRowsOf(context.db, planId).map(unpackBaseline),
  };
}

/** A stored baseline with the plan it holds. @throws Refusal when that cannot be read. */
export function unpackBaseline({ document: packed, ...summary }: BaselineRow): Baseline {
  const document = unpackPlan(packed);
  if (document === null) throw new Refusal({ code: 'baseline-unreadable', name: summary.name });
  return { ...summary, document };
}

/** Stores the baselines of a new plan in their order. */
export function insertBaselines(db: Database, planId: string, baselines: readonly Baseline[]): void {
  for (const [index, { document, ...summary }] of baselines.entries())
    insertBaseline(db, planId, { ...summary, document: packPlan(document) }, index + 1);
}
