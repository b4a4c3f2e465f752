import type { ImportReport, UnusedLine } from '#shared/contract/answers.ts';
import type { ExportLoss } from '#shared/contract/interop.ts';
import type { ParsedOf } from '#shared/contract/contract.ts';
import { analyzePlan } from '#shared/domain/analysis/analyze.ts';
import { renewKeptPlan, storedIdsOf } from '#shared/domain/baseline/renew-baselines.ts';
import type { KeptPlan } from '#shared/domain/baseline/types.ts';
import { comparePlans } from '#shared/domain/compare/compare-plans.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { ItemKind } from '#shared/domain/plan/items.ts';
import { duplicatePlan, scenarioName } from '#shared/domain/plan/duplicate-plan.ts';
import { buildPlan } from '#shared/domain/template/build-plan.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import { templateRecipe } from '#shared/catalog/templates.ts';
import { exportPlan } from '#electron/formats/export-plan.ts';
import { importPlan, type ImportedPlan } from '#electron/formats/import-plan.ts';
import { prepare } from '#electron/db/sql.ts';
import { Refusal, type Context, type Handlers } from '../context.ts';
import { documentOf, placeIn, planOf } from '../places.ts';
import { baselinesOf } from '../baseline/baseline.sql.ts';
import { insertBaselines, keptPlanOf } from '../baseline/kept-plan.ts';
import { insertDocument } from './document.ts';
import { summarizeTemplates } from './templates.ts';
import { deletePlan, insertPlan, listPlans, nextPlanPosition, updatePlan } from './plan.sql.ts';

export const planHandlers: Pick<
  Handlers,
  Exclude<
    Extract<keyof Handlers, `plan.${string}` | 'app.read' | 'template.list'>,
    'plan.place' | `plan.${string}Items` | 'plan.moveCourses'
  >
> = {
  'app.read': ({ clock, version, databaseFile, notices }) => ({
    version,
    today: clock.today(),
    databaseFile,
    notices: [...notices],
  }),

  'template.list': () => summarizeTemplates(),

  'plan.list': ({ db }) => listPlans(db),

  'plan.read': (context, { planId }) => documentOf(context, planId),

  'plan.analyze': (context, { planId, target, whatIf }) => {
    const options = {
      ...(target === undefined ? {} : { target }),
      ...(whatIf === undefined ? {} : { whatIf }),
    };
    const outcome = analyzePlan(documentOf(context, planId), todayOf(context), options);
    if (!outcome.ok) throw new Refusal(outcome.reason);
    return outcome.analysis;
  },

  'plan.compare': (context, { planIds }) =>
    comparePlans(
      planIds.map((planId) => documentOf(context, planId)),
      todayOf(context),
    ),

  'plan.export': (
    context,
    { planId, format = 'json', programId, from, to, baselines: withBaselines = true },
  ) => {
    const kept =
      format === 'json' && withBaselines
        ? keptPlanOf(context, planId)
        : { document: documentOf(context, planId), baselines: [] };
    const { clock } = context;
    const written = exportPlan(kept, {
      format,
      programId,
      from,
      to,
      today: clock.today(),
      stamp: clock.now(),
    });
    if (!written.ok) throw new Refusal(written.failure);
    const left = baselinesOf(context.db, planId).length - kept.baselines.length;
    // A calendar and a picture are views; the other two are asked to hold a plan.
    const missed: ExportLoss[] =
      left > 0 && (format === 'json' || format === 'csv') ? [{ code: 'baselines', count: left }] : [];
    return { name: kept.document.plan.name, text: written.text, losses: [...written.losses, ...missed] };
  },

  'plan.previewImport': (context, input) => {
    const { document, format, unused } = readImport(context, input);
    return { name: document.plan.name, format, counts: countKinds(document), unused };
  },

  'plan.create': (
    context,
    { templateId, start, name, jurisdiction = null, facility = null, route = null },
  ) => {
    const recipe = templateRecipe(templateId, { start, jurisdiction, facility, route, name: name ?? null });
    if (!recipe.ok) throw new Refusal(recipe.reason);
    const built = buildPlan(recipe.recipe, context.newId);
    if (!built.ok) throw new Refusal(built.reason);
    return store(context, { document: built.document, baselines: [] });
  },

  'plan.add': (context, { name }) => {
    const id = context.newId();
    insertPlan(context.db, {
      id,
      name,
      goalId: null,
      target: null,
      jurisdiction: null,
      facility: null,
      template: null,
      catalogVersion: null,
      notes: '',
      position: nextPlanPosition(context.db),
    });
    context.about(id, name);
    return { id };
  },

  'plan.import': (context, input) => {
    const { document, baselines, unused } = readImport(context, input);
    const read = { document, baselines };
    const free = !anyIdTaken(context, read);
    return store(context, free ? read : renewKeptPlan(read, context.newId, todayOf(context)), unused);
  },

  'plan.duplicate': (context, { id, name }) => {
    const kept = keptPlanOf(context, id);
    const taken = listPlans(context.db).map((plan) => plan.name);
    const copy = duplicatePlan(kept, {
      name: name ?? scenarioName(kept.document.plan.name, taken),
      position: nextPlanPosition(context.db),
      newId: context.newId,
      today: todayOf(context),
    });
    const { planId, name: called } = store(context, copy);
    return { planId, name: called };
  },

  'plan.update': (context, { id, changes }) => {
    const plan = planOf(context, id);
    if (typeof changes.goalId === 'string') placeIn(context, id, changes.goalId);
    updatePlan(context.db, id, changes);
    context.about(id, changes.name ?? plan.name);
    return null;
  },

  'plan.delete': (context, { id }) => {
    const { name } = planOf(context, id);
    deletePlan(context.db, id);
    context.about(id, name);
    return null;
  },
};

const todayOf = ({ clock }: Context): DayNumber => toDay(clock.today());

/** @throws Refusal */
function readImport(
  { clock, newId }: Context,
  { text, as, start = clock.today() }: ParsedOf<'plan.import'>,
): Extract<ImportedPlan, { ok: true }> {
  const read = importPlan(text, as, { start, newId });
  if (!read.ok) throw new Refusal(read.failure);
  return read;
}

function countKinds({ items }: PlanDocument): Record<ItemKind, number> {
  const counts = { program: 0, term: 0, course: 0, experience: 0, step: 0, credential: 0, milestone: 0 };
  for (const { kind } of items) counts[kind] += 1;
  return counts;
}

function store(context: Context, { document, baselines }: KeptPlan, unused: UnusedLine[] = []): ImportReport {
  const { id, name } = document.plan;
  context.journal.createPlan(id, () => {
    insertDocument(context.db, document);
    insertBaselines(context.db, id, baselines);
  });
  context.about(id, name);
  return { planId: id, name, unused };
}

const TABLES_WITH_IDS = [
  'plan',
  'item',
  'requirement',
  'requisite_set',
  'link',
  'link_group',
  'fact',
  'baseline',
  'hours',
  'attempt',
  'ce',
] as const;

const TAKEN = `SELECT 1 FROM json_each(?) given WHERE ${TABLES_WITH_IDS.map(
  (table) => `EXISTS (SELECT 1 FROM ${table} WHERE id = given.value)`,
).join(' OR ')} LIMIT 1`;

/** Whether any id of a document is in use already: then all its ids are replaced, so that it stays one whole. */
function anyIdTaken({ db }: Context, plan: KeptPlan): boolean {
  // Every record with an id belongs to a plan.
  if (prepare(db, 'SELECT 1 FROM plan LIMIT 1').get() === undefined) return false;
  return prepare(db, TAKEN).get(JSON.stringify(storedIdsOf(plan))) !== undefined;
}
