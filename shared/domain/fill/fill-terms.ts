import type { PlanDocument } from '../plan/document.ts';
import type { DayNumber } from '../time/day.ts';
import { toCredits } from './credits.ts';
import { explain, tooManyTerms } from './explain.ts';
import { minimize, type Best } from './minimize.ts';
import type { Instance } from './instance.ts';
import { modelPlan, type Model } from './model.ts';
import { partsOf, type Part } from './parts.ts';
import type { FillProgress, FillReason, Filling, FillStatus, Placement, ProgramFilling } from './types.ts';

/**
 * Proposes a term for every unplaced course, in small turns: whoever runs it calls `turn` until it is done, may stop
 * at any time, and reads the best proposal so far from `filling`.
 */
export interface FillRun {
  readonly progress: FillProgress;
  /** Works for a few milliseconds at most. True when there is nothing left to do. */
  turn(): boolean;
  /** What is known now; final once `turn` answered true. */
  filling(): Filling;
}

/**
 * Begins to fill the terms of a plan: of all proposals that keep every rule, the one with the earliest last used term,
 * and of those the one with the smallest largest total. Programs that no requisite joins are independent of each other;
 * of joined ones, the one that begins first comes first.
 */
export function startFilling(doc: PlanDocument, today: DayNumber): FillRun {
  const model = modelPlan(doc, today);
  const parts = model.problems.length > 0 ? [] : partsOf(model.instance);
  const bests = parts.map((): Best => ({ terms: null, measures: [], status: 'searching' }));
  const counter = { steps: 0 };
  let progress: FillProgress = { stage: 'searching', steps: 0, found: false };
  let reasons: FillReason[] | null = model.problems.length > 0 ? model.problems : null;

  function* work(): Generator<FillProgress, void> {
    for (const [index, part] of parts.entries()) {
      const best = bests[index]!;
      yield* minimize(part.instance, best, counter);
      if (best.status !== 'infeasible') continue;
      reasons = [...(reasons ?? []), ...(yield* explain(part.instance, counter))];
    }
  }
  const working = work();

  return {
    get progress() {
      return {
        ...progress,
        steps: counter.steps,
        found: bests.length > 0 && bests.every(({ terms }) => terms !== null),
      };
    },
    turn() {
      const { done, value } = working.next();
      if (value) progress = value;
      return done === true;
    },
    filling: () => read(model, parts, bests, reasons),
  };
}

/** Fills the terms in one go, for at most so many steps of the search. */
export function fillTerms(doc: PlanDocument, today: DayNumber, steps = Infinity): Filling {
  const run = startFilling(doc, today);
  while (!run.turn() && run.progress.steps < steps);
  return run.filling();
}

function read(
  { instance, notes }: Model,
  parts: readonly Part[],
  bests: readonly Best[],
  reasons: FillReason[] | null,
): Filling {
  const status = statusOf(instance, bests, reasons);
  const proposed = status === 'optimal' || status === 'feasible' ? parts : [];
  const order = new Map(instance.courses.map(({ id }, index) => [id, index]));
  const placements = proposed
    .flatMap((part, index) => placementsOf(part, bests[index]!))
    .sort((a, b) => order.get(a.courseId)! - order.get(b.courseId)!);
  const programs = proposed
    .flatMap(({ instance }, index) =>
      instance.programs.map((_, own) => readProgram(instance, bests[index]!, own)),
    )
    .sort((a, b) => a.last - b.last);
  return {
    status,
    placements,
    programs: programs.map(({ programId, lastTerm, largest }) => ({ programId, lastTerm, largest })),
    lastTerm: programs.at(-1)?.lastTerm ?? null,
    largest: Math.max(0, ...programs.map(({ largest }) => largest)),
    reasons: reasons ?? doubtsAbout(instance, status),
    notes,
  };
}

function placementsOf({ instance: { courses, programs } }: Part, { terms }: Best): Placement[] {
  return courses.map(({ id, program }, course) => ({
    courseId: id,
    termId: programs[program]!.terms[terms![course]!]!.id,
  }));
}

function readProgram(
  { programs, courses }: Part['instance'],
  { terms, measures }: Best,
  index: number,
): ProgramFilling & { last: DayNumber } {
  const { id, terms: own, lastUsed } = programs[index]!;
  const { last, largest } = measures[index]!;
  const latest = courses.reduce(
    (latest, { program }, course) => (program === index ? Math.max(latest, terms![course]!) : latest),
    -1,
  );
  const lastTerm = own[latest]?.lastDay === last ? own[latest].id : lastUsed;
  return { programId: id, lastTerm, largest: toCredits(largest), last };
}

function statusOf(
  { courses, programs }: Instance,
  bests: readonly Best[],
  reasons: FillReason[] | null,
): FillStatus {
  if (courses.length === 0) return 'nothing-to-place';
  const cutShort = programs.some(isCutShort);
  if (reasons !== null) return 'infeasible';
  if (bests.some(({ terms }) => terms === null)) return 'undecided';
  return !cutShort && bests.every(({ status }) => status === 'optimal') ? 'optimal' : 'feasible';
}

/** Only terms that were looked at can be proposed, so a use of later ones might even be better balanced. */
const isCutShort = ({ left, terms, usedUntil }: Instance['programs'][number]): boolean =>
  left > 0 && usedUntil > (terms.at(-1)?.lastDay ?? Infinity);

function doubtsAbout({ programs }: Instance, status: FillStatus): FillReason[] {
  if (status !== 'feasible' && status !== 'undecided') return [];
  const short = programs.filter(isCutShort).map((program) => tooManyTerms(program));
  return short.length > 0 ? short : [{ code: 'out-of-time' }];
}
