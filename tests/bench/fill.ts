import { templateRecipe } from '#shared/catalog/templates.ts';
import { startFilling } from '#shared/domain/fill/fill-terms.ts';
import type { Filling } from '#shared/domain/fill/types.ts';
import { toCredits, toUnits } from '#shared/domain/fill/credits.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { buildPlan } from '#shared/domain/template/build-plan.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { faultsOf } from '../oracle/fill-oracle.ts';
import { QUARTERS, SEMESTERS, unplacedPlan } from './curricula.ts';
import { median } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { note, number, printTable } from './table.ts';

const TODAY = '2026-11-23';
/** After this a search counts as not finished. */
const PATIENCE_MS = 10_000;

interface Outcome {
  filling: Filling;
  /** Milliseconds until there was an arrangement, and until the proof; `null` for a proof that did not come in time. */
  first: number;
  proof: number | null;
  steps: number;
}

/** Filling the terms of whole curricula, none of whose courses has a term yet. */
export async function benchFill({ reps }: BenchOptions): Promise<void> {
  const cases: [string, PlanDocument][] = [
    ['semesters: 37 courses, 120 credits, 8 terms of 18', unplacedPlan(SEMESTERS, 8, 18)],
    ['semesters: 8 terms of 15, all of them full', unplacedPlan(SEMESTERS, 8, 15)],
    ['quarters: 38 courses, 128 credits, 8 terms of 18', unplacedPlan(QUARTERS, 8, 18)],
    ['quarters: 8 terms of 16, all of them full', unplacedPlan(QUARTERS, 8, 16)],
    ['template, bachelor’s program, limit 15', templatePlan(15)],
    ['template, bachelor’s program, limit 18', templatePlan(18)],
  ];
  const rows = cases.map(([name, doc]) => {
    const runs = Array.from({ length: reps }, () => search(doc));
    const [{ filling, proof, steps }] = runs as [Outcome];
    const choice = new Map(filling.placements.map(({ courseId, termId }) => [courseId, termId]));
    const faults = faultsOf(doc, TODAY, choice);
    if (filling.placements.length > 0 && faults.length > 0) throw new Error(`${name}: ${faults.join(', ')}`);
    const last = doc.items.find(({ id }) => id === filling.lastTerm);
    return [
      name,
      filling.status,
      last?.kind === 'term' ? String(last.index) : '–',
      number(toCredits(toUnits(filling.largest))),
      number(median(runs.map(({ first }) => first))),
      proof === null ? '–' : number(median(runs.map((run) => run.proof ?? Number.NaN))),
      number(steps),
    ];
  });
  printTable(
    `Fill: nothing placed, median of ${reps} repetitions, the first one cold`,
    ['', 'status', 'last term', 'largest', 'ms to the first', 'ms to the proof', 'steps'],
    rows,
  );
  note('Every arrangement was checked by the rules as the tests have them, written apart from the engine.');
}

function search(doc: PlanDocument): Outcome {
  const begun = performance.now();
  const run = startFilling(doc, toDay(TODAY));
  let first: number | null = null;
  let done = false;
  while (!done && performance.now() - begun < PATIENCE_MS) {
    done = run.turn();
    if (first === null && (done || run.progress.found)) first = performance.now() - begun;
  }
  const took = performance.now() - begun;
  return {
    filling: run.filling(),
    first: first ?? Number.NaN,
    proof: done ? took : null,
    steps: run.progress.steps,
  };
}

/** The largest template with every course of its bachelor's program taken out of its term. */
function templatePlan(creditLimit: number): PlanDocument {
  const recipe = templateRecipe('medical-office-manager', {
    start: '2027-08-23',
    jurisdiction: null,
    facility: null,
    route: null,
    name: null,
  });
  if (!recipe.ok) throw new Error('the template has changed its choices');
  let ids = 0;
  const built = buildPlan(recipe.recipe, () => `id${++ids}`);
  if (!built.ok) throw new Error('the template cannot be built');
  const bachelor = built.document.items.find(
    (item) => item.kind === 'program' && item.level === 'bachelor',
  )?.id;
  return {
    ...built.document,
    items: built.document.items.map((item) => {
      if (item.programId !== bachelor) return item;
      if (item.kind === 'course') return { ...item, termId: null };
      return item.kind === 'term' ? { ...item, creditLimit } : item;
    }),
  };
}
