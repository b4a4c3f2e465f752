import { MOST_BASELINES } from '#shared/contract/documents.ts';
import { compareBaseline } from '#shared/domain/baseline/compare-baseline.ts';
import type { Baseline, BaselineSummary } from '#shared/domain/baseline/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { documentOf, found, planOf } from '../places.ts';
import {
  baselinesOf,
  deleteBaseline,
  findBaseline,
  insertBaseline,
  nextBaselinePosition,
  packedDocumentOf,
  renameBaseline,
} from './baseline.sql.ts';
import { unpackBaseline } from './kept-plan.ts';
import { packPlan } from './pack.ts';

export const baselineHandlers: Pick<Handlers, Extract<keyof Handlers, `baseline.${string}`>> = {
  'baseline.list': (context, { planId }) => {
    planOf(context, planId);
    return baselinesOf(context.db, planId);
  },

  'baseline.read': (context, { planId, baselineId }) => baselineOf(context, planId, baselineId),

  'baseline.compare': (context, { planId, baselineId }) =>
    compareBaseline(
      baselineOf(context, planId, baselineId),
      documentOf(context, planId),
      toDay(context.clock.today()),
    ),

  'baseline.take': (context, { planId, name }) => {
    const { db, clock } = context;
    const document = documentOf(context, planId);
    checkName(context, planId, name);
    if (baselinesOf(db, planId).length >= MOST_BASELINES)
      throw new Refusal({ code: 'too-many', noun: 'baseline', limit: MOST_BASELINES });
    const summary = { id: context.newId(), name, takenOn: clock.today(), takenAt: clock.now() };
    const row = { ...summary, document: packPlan(document) };
    insertBaseline(db, planId, row, nextBaselinePosition(db, planId));
    context.about(planId, name);
    return summary;
  },

  'baseline.rename': (context, { id, name }) => {
    const present = found(findBaseline(context.db, id), 'baseline', id);
    if (name !== present.name) checkName(context, present.planId, name);
    renameBaseline(context.db, id, name);
    context.about(present.planId, name);
    return null;
  },

  'baseline.delete': (context, { id }) => {
    const { planId, name } = found(findBaseline(context.db, id), 'baseline', id);
    deleteBaseline(context.db, id);
    context.about(planId, name);
    return null;
  },
};

/** Two baselines of one name could not be told apart. @throws Refusal */
function checkName({ db }: Context, planId: string, name: string): void {
  if (baselinesOf(db, planId).some((baseline) => baseline.name === name))
    throw new Refusal({ code: 'baseline-name-taken', name });
}

/** The baseline of a plan with what it holds, the newest where none is named. @throws Refusal when there is none. */
function baselineOf(context: Context, planId: string, baselineId: string | undefined): Baseline {
  const { db } = context;
  const plan = planOf(context, planId);
  const summary =
    baselineId === undefined ? newestOf(context, plan.id, plan.name) : named(context, planId, baselineId);
  return unpackBaseline({ ...summary, document: packedDocumentOf(db, summary.id) ?? '' });
}

function newestOf({ db }: Context, planId: string, plan: string): BaselineSummary {
  const [newest] = baselinesOf(db, planId);
  if (!newest) throw new Refusal({ code: 'no-baseline', plan });
  return newest;
}

function named({ db }: Context, planId: string, id: string): BaselineSummary {
  const { planId: owner, ...summary } = found(findBaseline(db, id), 'baseline', id);
  if (owner !== planId) throw new Refusal({ code: 'other-plan', noun: 'baseline', id });
  return summary;
}
