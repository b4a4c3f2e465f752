import type { DayNumber } from '../time/day.ts';
import { renewKeptPlan } from '../baseline/renew-baselines.ts';
import type { KeptPlan } from '../baseline/types.ts';

/** Names of plans are one line of at most this many UTF-16 units. */
const LONGEST_NAME = 300;

/** What a copy needs that a pure function cannot know. */
export interface DuplicateParts {
  name: string;
  position: number;
  newId: () => string;
  /** For the acknowledgements: what is noticed on this day stays acknowledged. */
  today: DayNumber;
}

/**
 * A copy of a plan with ids of its own, to try something out without touching the plan. It keeps the baselines: a
 * scenario that turns out well takes the plan's place.
 */
export function duplicatePlan(kept: KeptPlan, parts: DuplicateParts): KeptPlan {
  const { name, position, newId, today } = parts;
  const { document, baselines } = renewKeptPlan(kept, newId, today);
  const plan = { ...document.plan, name, position };
  return {
    document: { ...document, plan },
    baselines,
  };
}

/**
 * A name for a copy that no other plan has: `Nursing (scenario)`, then `Nursing (scenario 2)`. The copy of a
 * scenario counts on. A name too long for its ending is cut.
 */
export function scenarioName(name: string, taken: readonly string[]): string {
  const others = new Set(taken);
  const base = name.replace(/ \(scenario(?: [1-9]\d*)?\)$/, '');
  for (let nth = 1; ; nth++) {
    const ending = nth === 1 ? ' (scenario)' : ` (scenario ${nth})`;
    const candidate = cut(base, LONGEST_NAME - ending.length) + ending;
    if (!others.has(candidate)) return candidate;
  }
}

/** The first `most` units of a text, without half a character at the end. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
