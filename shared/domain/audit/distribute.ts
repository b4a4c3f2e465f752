/**
 * Which group each course counts in. Finding the best distribution is a packing problem, so this searches:
 * depth first, courses in order and groups in order, so that the first of several equal distributions is the
 * one the ties ask for. It never visits the same state twice (what each group has so far is all that matters
 * for the rest), and leaves a branch when even its upper bound is no better than the best known, which a plain
 * greedy distribution gives it to start with. Groups that share no course are searched apart. Within its limit
 * of steps the answer is exact; real programs need a few hundred. Past the limit it is the best found, and says so.
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
  options: readonly Option[];
}

export interface Option {
  bin: number;
  credits: number;
}

export interface Distribution {
  /** Per piece the bin it counts in, −1 without options. */
  bins: number[];
  /** False when the search stopped at its limit. */
  exact: boolean;
}

export const STEP_LIMIT = 20_000;

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
  let exact = true;
  for (const part of separate(bins.length, pieces)) {
    const found = new Search(bins, pieces, part).run(stepLimit);
    exact &&= found.exact;
    found.bins.forEach((bin, nth) => (chosen[part.pieces[nth] ?? -1] = bin));
  }
  return { bins: chosen, exact };
}

/** Bins that pieces with a choice connect, and those pieces. */
interface Part {
  bins: readonly number[];
  pieces: number[];
}

function separate(binCount: number, pieces: readonly Piece[]): Part[] {
  const label = Array.from({ length: binCount }, (_, bin) => bin);
  for (const { options } of pieces) {
    const touched = new Set(options.map(({ bin }) => label[bin]));
    if (touched.size < 2) continue;
    const smallest = Math.min(...options.map(({ bin }) => label[bin] ?? bin));
    label.forEach((each, bin) => {
      if (touched.has(each)) label[bin] = smallest;
    });
  }
  const parts = new Map<number, Part>();
  pieces.forEach(({ options }, index) => {
    const [first, second] = options;
    if (first === undefined || second === undefined) return;
    const own = label[first.bin] ?? first.bin;
    const part = parts.get(own) ?? {
      bins: label.flatMap((each, bin) => (each === own ? [bin] : [])),
      pieces: [],
    };
    part.pieces.push(index);
    parts.set(own, part);
  });
  return [...parts.values()];
}

/** Credits are counted in whole thousandths, so that sums can be compared. */
const THOUSANDTHS = 1_000;

/**
 * What the bins of a part have, cut off at their caps: credits and courses of the first, of the second … Scores
 * have the sum of all credits before that, and are compared entry by entry.
 */
type State = number[];

class Search {
  readonly #bins: readonly number[];
  /** Options of each piece with a choice, by the place of their bin in the part. */
  readonly #pieces: readonly (readonly Option[])[];
  readonly #caps: State;
  readonly #start: State;
  /** Per depth what the pieces from there on could add to each bin alone, and to all bins together. */
  readonly #rests: { each: State; all: number }[];

  constructor(bins: readonly Bin[], pieces: readonly Piece[], part: Part) {
    this.#bins = part.bins;
    this.#caps = part.bins.flatMap((bin) => {
      const { creditCap, courseCap } = bins[bin] ?? { creditCap: 0, courseCap: 0 };
      return [Math.round(creditCap * THOUSANDTHS), courseCap];
    });
    const placeOf = new Map(part.bins.map((bin, place) => [bin, place]));
    const localize = ({ options }: Piece): Option[] =>
      options.flatMap(({ bin, credits }) => {
        const place = placeOf.get(bin);
        return place === undefined ? [] : [{ bin: place, credits: Math.round(credits * THOUSANDTHS) }];
      });
    this.#pieces = part.pieces.map((index) => localize(pieces[index] ?? { options: [] }));
    this.#start = pieces
      .filter(({ options }) => options.length === 1)
      .flatMap(localize)
      .reduce(
        (state, option) => this.#put(state, option),
        this.#caps.map(() => 0),
      );
    this.#rests = this.#restsFromEach();
  }

  run(stepLimit: number): Distribution {
    const last = this.#pieces.length;
    const states: State[] = [this.#start];
    const pointers = new Array<number>(last).fill(-1);
    const seen = new Set<string>();
    let best = this.#greedy();
    let bestScore = this.#scoreOf(this.#stateOf(best));
    // What the search finds first comes before the greedy distribution in the order of ties, so it need only be as
    // good; from then on a distribution must be better. Scores are whole numbers.
    let margin = 0;
    let steps = 0;
    for (let depth = 0; depth >= 0;) {
      const state = states[depth] ?? this.#start;
      const pointer = (pointers[depth] ?? -1) + 1;
      const option = this.#pieces[depth]?.[pointer];
      if (depth === last) {
        const score = this.#scoreOf(state);
        if (compare(score, bestScore) >= margin) {
          [best, bestScore, margin] = [[...pointers], score, 1];
        }
        depth--;
      } else if (option === undefined) {
        pointers[depth--] = -1;
      } else {
        if (++steps > stepLimit) break;
        pointers[depth] = pointer;
        const next = this.#put(state, option);
        const name = `${depth}:${next.join()}`;
        if (seen.has(name)) continue;
        seen.add(name);
        if (compare(this.#boundOf(next, depth + 1), bestScore) >= margin) states[++depth] = next;
      }
    }
    const bins = this.#pieces.map((options, nth) => this.#bins[options[best[nth] ?? 0]?.bin ?? -1] ?? -1);
    return { bins, exact: steps <= stepLimit };
  }

  #put(state: State, { bin, credits }: Option): State {
    const next = [...state];
    next[2 * bin] = Math.min((state[2 * bin] ?? 0) + credits, this.#caps[2 * bin] ?? 0);
    next[2 * bin + 1] = Math.min((state[2 * bin + 1] ?? 0) + 1, this.#caps[2 * bin + 1] ?? 0);
    return next;
  }

  /** Each piece where it adds the most just then, those with the fewest options first. */
  #greedy(): number[] {
    const chosen = this.#pieces.map(() => 0);
    const byChoice = this.#pieces
      .map((options, nth) => ({ options, nth }))
      .sort((a, b) => a.options.length - b.options.length);
    let state = this.#start;
    for (const { options, nth } of byChoice) {
      const before = sumOfCredits(state);
      const gains = options.map((option) => sumOfCredits(this.#put(state, option)) - before);
      const most = gains.indexOf(Math.max(...gains));
      chosen[nth] = most;
      const option = options[most];
      if (option !== undefined) state = this.#put(state, option);
    }
    return chosen;
  }

  #stateOf(chosen: readonly number[]): State {
    return this.#pieces.reduce((state, options, nth) => {
      const option = options[chosen[nth] ?? 0];
      return option === undefined ? state : this.#put(state, option);
    }, this.#start);
  }

  #restsFromEach(): { each: State; all: number }[] {
    let rest = { each: this.#caps.map(() => 0), all: 0 };
    const backwards = [rest];
    for (const options of this.#pieces.toReversed()) {
      const each = [...rest.each];
      for (const { bin, credits } of options) {
        each[2 * bin] = (each[2 * bin] ?? 0) + credits;
        each[2 * bin + 1] = (each[2 * bin + 1] ?? 0) + 1;
      }
      rest = { each, all: rest.all + Math.max(...options.map(({ credits }) => credits)) };
      backwards.push(rest);
    }
    return backwards.reverse();
  }

  #scoreOf(state: State): number[] {
    return [sumOfCredits(state), ...state];
  }

  /**
   * A score that no distribution of the pieces from `depth` on can beat: each bin takes all it could, but all
   * bins together no more than the total allows. What an earlier bin takes is gone for the later ones, so this
   * bounds the order of scores, not only each entry.
   */
  #boundOf(state: State, depth: number): number[] {
    const rest = this.#rests[depth] ?? { each: [], all: 0 };
    const bound = state.map((value, at) => Math.min(value + (rest.each[at] ?? 0), this.#caps[at] ?? 0));
    const total = Math.min(sumOfCredits(state) + rest.all, sumOfCredits(bound));
    let left = total;
    for (let at = 0; at < bound.length; at += 2) {
      bound[at] = Math.min(bound[at] ?? 0, left);
      left -= bound[at] ?? 0;
    }
    return [total, ...bound];
  }
}

function sumOfCredits(state: State): number {
  let sum = 0;
  for (let at = 0; at < state.length; at += 2) sum += state[at] ?? 0;
  return sum;
}

/** Above 0 when the first score is better, 0 when they are equal. */
function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
