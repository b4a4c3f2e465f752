import { Domains } from './domains.ts';
import { bitsOf, type Instance, type InstanceProgram } from './instance.ts';
import { measure, type Measures } from './measures.ts';
import type { Caps } from './room.ts';
import { searchWithin, type Counter, type Found } from './search.ts';
import { prepareTask, type Task } from './task.ts';
import type { FillProgress } from './types.ts';

const FIRST_BUDGET = 400;
const GROWTH = 4;

/** The best arrangement of a part so far. It is there to be read while the search still runs. */
export interface Best {
  terms: Int32Array | null;
  measures: Measures[];
  status: 'searching' | 'optimal' | 'infeasible';
}

/**
 * Finds the best arrangement of an instance, one measure after the other: program by program the last used term, then
 * the largest total. Each measure is held to ever smaller values until the next smaller one is proved impossible.
 * Stopping it at any time leaves the best so far in `best`.
 */
export function* minimize(instance: Instance, best: Best, counter: Counter): Generator<FillProgress, void> {
  const task = prepareTask(instance);
  const domains = new Domains(task);
  const caps: Caps = {
    allowed: instance.programs.map(({ terms }) => bitsOf(terms.length)),
    largest: instance.programs.map(() => Infinity),
  };
  let stage: FillProgress['stage'] = 'searching';

  function* attempt(budget: number): Generator<FillProgress, Found> {
    const search = searchWithin(task, domains, caps, budget, counter);
    for (let turn = search.next(); ; turn = search.next()) {
      if (turn.done === true) {
        if (typeof turn.value !== 'string') {
          best.terms = turn.value;
          best.measures = measure(instance, turn.value);
        }
        return turn.value;
      }
      yield { stage, steps: counter.steps, found: best.terms !== null };
    }
  }

  for (let budget = FIRST_BUDGET; best.terms === null; budget *= GROWTH) {
    if ((yield* attempt(budget)) !== 'none') continue;
    best.status = 'infeasible';
    return;
  }

  stage = 'shortening';
  for (const [index, program] of instance.programs.entries()) {
    const days = endsOf(program);
    yield* lower(
      lastSteps(days),
      () => best.measures[index]!.last,
      (day) => (caps.allowed[index] = allowedUntil(program, day)),
      attempt,
    );
  }
  stage = 'balancing';
  for (const index of instance.programs.keys()) {
    yield* lower(
      totalSteps(task, domains, caps, index),
      () => best.measures[index]!.largest,
      (units) => (caps.largest[index] = units),
      attempt,
    );
  }
  best.status = 'optimal';
}

/** The values a measure can take: the smallest worth a try, the next one after a value, and one between two. */
interface Steps {
  first: number;
  after(value: number): number;
  between(low: number, high: number): number;
}

/** Lowers one measure as far as it goes and leaves the cap at the value reached. */
function* lower(
  steps: Steps,
  reached: () => number,
  cap: (value: number) => void,
  attempt: (budget: number) => Generator<FillProgress, Found>,
): Generator<FillProgress, void> {
  let low = steps.first;
  for (let budget = FIRST_BUDGET; low < reached(); budget *= GROWTH) {
    // The smallest value is often the best one; past it, halving what is left never takes long.
    for (let value = low; value < reached();) {
      cap(value);
      const found = yield* attempt(budget);
      if (found === 'none') low = steps.after(value);
      else if (found !== 'unknown') break;
      const next = steps.between(found === 'none' ? low : value, reached());
      if (next <= value) break;
      value = next;
    }
  }
  cap(reached());
}

/** The days on which a last term could end, from the one that is used in any case. */
function endsOf({ terms, usedUntil }: InstanceProgram): number[] {
  const later = terms.map(({ lastDay }) => lastDay).filter((day) => day > usedUntil);
  return [...new Set([usedUntil, ...later])].sort((a, b) => a - b);
}

function lastSteps(days: readonly number[]): Steps {
  return {
    first: days[0]!,
    after: (day) => days.find((other) => other > day) ?? Infinity,
    between: (low, high) => days[Math.floor((days.indexOf(low) + days.indexOf(high)) / 2)]!,
  };
}

const allowedUntil = ({ terms }: InstanceProgram, day: number): number =>
  terms.reduce((mask, { lastDay }, term) => (lastDay <= day ? mask | (1 << term) : mask), 0);

/** Totals grow by steps of the common divisor of the credits, counted from what each term holds already. */
function totalSteps({ instance, step }: Task, domains: Domains, caps: Caps, index: number): Steps {
  const { terms } = instance.programs[index]!;
  const after = (value: number): number =>
    terms.reduce(
      (next, { placed }) => Math.min(next, placed + step * (Math.floor((value - placed) / step) + 1)),
      Infinity,
    );
  const passes = (value: number): boolean => {
    caps.largest[index] = value;
    return domains.start(caps);
  };
  // What the rules alone rule out needs no search.
  let first = Math.max(0, ...terms.map(({ placed }) => placed));
  if (!passes(first)) {
    let high = instance.courses.reduce((sum, { units }) => sum + units, first);
    while (after(first) < high) {
      const middle = Math.floor((first + high) / 2);
      if (passes(middle)) high = middle;
      else first = middle;
    }
    first = after(first);
  }
  const between = (low: number, high: number): number => {
    const middle = after(Math.floor((low + high) / 2));
    if (middle < high) return middle;
    return after(low) < high ? after(low) : low;
  };
  return { first, after, between };
}
