/**
 * Which group each course counts in. Finding the best distribution is a packing problem, so this searches:
 * depth first, courses in order and groups in order, so that the first of several equal distributions is the
 * one the ties ask for. It never visits the same state twice (what each group has so far is all that matters
 * for the rest), and leaves a branch when even its upper bound is no better than the best known. Groups that
 * share no course are searched apart. Within its limit of steps the answer is exact; real programs need a
 * few hundred. Past the limit it is the best found, and says so.
 */

/** A group to fill, in the order of the program. */
export interface Bin {
  /** Credits above which more do not help; `Infinity` where every listed course is asked. */
  creditCap: number;
  /** The same for courses; 0 where only credits are asked. */
  courseCap: number;
}

/** A course and the groups it may count in, in group order; `credits` is what it would add there. */
export interface Piece {
  options: readonly { bin: number; credits: number }[];
}

export interface Distribution {
  /** Per piece the bin it counts in, −1 without options. */
  bins: number[];
  /** False when the search stopped at its limit. */
  exact: boolean;
}

export const STEP_LIMIT = 50_000;

/**
 * Puts every piece into one of its bins so that the credits met over all bins are the most, then those (and the
 * courses) of the first bin, of the second …, then the first piece in its first bin, and so on.
 */
export function distribute(
  bins: readonly Bin[],
  pieces: readonly Piece[],
  stepLimit = STEP_LIMIT,
): Distribution {
  const chosen = pieces.map(({ options }) => options[0]?.bin ?? -1);
  const start: State = { credits: bins.map(() => 0), courses: bins.map(() => 0) };
  for (const { options } of pieces) if (options.length === 1) put(start, options[0], bins);
  let exact = true;
  for (const part of separate(bins.length, pieces)) {
    const found = search(
      bins,
      part.bins,
      part.pieces.map((index) => pieces[index] ?? { options: [] }),
      start,
      stepLimit,
    );
    exact &&= found.exact;
    found.bins.forEach((bin, nth) => (chosen[part.pieces[nth] ?? -1] = bin));
  }
  return { bins: chosen, exact };
}

/** What each bin has so far, cut off at its caps. Credits are whole thousandths, so that states can be compared. */
interface State {
  credits: number[];
  courses: number[];
}

const THOUSANDTHS = 1_000;

function put(state: State, option: Piece['options'][number] | undefined, bins: readonly Bin[]): void {
  if (option === undefined) return;
  const { bin, credits } = option;
  const { creditCap, courseCap } = bins[bin] ?? { creditCap: 0, courseCap: 0 };
  const sum = (state.credits[bin] ?? 0) + Math.round(credits * THOUSANDTHS);
  state.credits[bin] = Math.min(sum, Math.round(creditCap * THOUSANDTHS));
  state.courses[bin] = Math.min((state.courses[bin] ?? 0) + 1, courseCap);
}

/** Sets of bins that undecided pieces connect, each with those pieces. */
function separate(binCount: number, pieces: readonly Piece[]): { bins: number[]; pieces: number[] }[] {
  const part = Array.from({ length: binCount }, (_, bin) => bin);
  for (const { options } of pieces) {
    const touched = new Set(options.map(({ bin }) => part[bin]));
    if (touched.size < 2) continue;
    const smallest = Math.min(...options.map(({ bin }) => part[bin] ?? bin));
    part.forEach((label, bin) => {
      if (touched.has(label)) part[bin] = smallest;
    });
  }
  const parts = new Map<number, { bins: number[]; pieces: number[] }>();
  pieces.forEach(({ options }, index) => {
    const first = options[0];
    if (first === undefined || options.length < 2) return;
    const label = part[first.bin] ?? first.bin;
    const members = part.flatMap((each, bin) => (each === label ? [bin] : []));
    const known = parts.get(label) ?? { bins: members, pieces: [] };
    known.pieces.push(index);
    parts.set(label, known);
  });
  return [...parts.values()];
}

/** What a distribution is judged by, first entry first: all credits, then credits and courses bin by bin. */
type Score = number[];

function search(
  bins: readonly Bin[],
  own: readonly number[],
  pieces: readonly Piece[],
  start: State,
  stepLimit: number,
) {
  const rest = restsOf(own, pieces);
  const last = pieces.length;
  const states: State[] = [start];
  const pointers = new Array<number>(last).fill(-1);
  const seen = new Set<string>();
  let best: { score: Score; pointers: number[] } | null = null;
  let steps = 0;
  for (let depth = 0; depth >= 0;) {
    const state = states[depth] ?? start;
    if (depth === last) {
      const score = scoreOf(state, own);
      if (best === null || compare(score, best.score) > 0) best = { score, pointers: [...pointers] };
      depth--;
      continue;
    }
    const pointer = (pointers[depth] = (pointers[depth] ?? -1) + 1);
    const option = pieces[depth]?.options[pointer];
    if (option === undefined) {
      pointers[depth] = -1;
      depth--;
      continue;
    }
    if (best !== null && ++steps > stepLimit) break;
    const next = { credits: [...state.credits], courses: [...state.courses] };
    put(next, option, bins);
    const name = `${depth}|${own.map((bin) => `${next.credits[bin] ?? 0},${next.courses[bin] ?? 0}`).join('|')}`;
    if (seen.has(name)) continue;
    seen.add(name);
    if (best !== null && compare(boundOf(next, rest[depth + 1], own, bins), best.score) <= 0) continue;
    states[++depth] = next;
  }
  const taken = best?.pointers ?? [];
  return {
    bins: pieces.map(({ options }, nth) => options[taken[nth] ?? 0]?.bin ?? -1),
    exact: steps <= stepLimit,
  };
}

/** What the pieces from a place on could still add: to each bin alone, and to all together. */
interface Rest {
  credits: Map<number, number>;
  courses: Map<number, number>;
  all: number;
}

function restsOf(own: readonly number[], pieces: readonly Piece[]): Rest[] {
  const zero = () => new Map(own.map((bin) => [bin, 0]));
  let rest: Rest = { credits: zero(), courses: zero(), all: 0 };
  const backwards = [rest];
  for (const { options } of pieces.toReversed()) {
    rest = { credits: new Map(rest.credits), courses: new Map(rest.courses), all: rest.all };
    for (const { bin, credits } of options) {
      rest.credits.set(bin, (rest.credits.get(bin) ?? 0) + Math.round(credits * THOUSANDTHS));
      rest.courses.set(bin, (rest.courses.get(bin) ?? 0) + 1);
    }
    rest.all += Math.max(...options.map(({ credits }) => Math.round(credits * THOUSANDTHS)));
    backwards.push(rest);
  }
  return backwards.reverse();
}

function scoreOf({ credits, courses }: State, own: readonly number[]): Score {
  const total = own.reduce((sum, bin) => sum + (credits[bin] ?? 0), 0);
  return [total, ...own.flatMap((bin) => [credits[bin] ?? 0, courses[bin] ?? 0])];
}

/**
 * A score no distribution of the rest can beat: each bin takes all it could, but bins together no more than the
 * total allows. What an earlier bin takes is gone for the later ones, so this bounds the order of scores too.
 */
function boundOf(state: State, rest: Rest | undefined, own: readonly number[], bins: readonly Bin[]): Score {
  const creditsUpTo = own.map((bin) => {
    const cap = Math.round((bins[bin]?.creditCap ?? 0) * THOUSANDTHS);
    return Math.min(cap, (state.credits[bin] ?? 0) + (rest?.credits.get(bin) ?? 0));
  });
  const now = own.reduce((sum, bin) => sum + (state.credits[bin] ?? 0), 0);
  const total = Math.min(
    now + (rest?.all ?? 0),
    creditsUpTo.reduce((sum, credits) => sum + credits, 0),
  );
  let left = total;
  const parts = own.flatMap((bin, nth) => {
    const credits = Math.min(creditsUpTo[nth] ?? 0, left);
    left -= credits;
    const courses = Math.min(
      bins[bin]?.courseCap ?? 0,
      (state.courses[bin] ?? 0) + (rest?.courses.get(bin) ?? 0),
    );
    return [credits, courses];
  });
  return [total, ...parts];
}

function compare(a: Score, b: Score): number {
  for (let index = 0; index < a.length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
