/** What one contender answered, one number per repetition. */
export type Samples = readonly number[];

/** Does its work and answers one number: what it took, or what it reached. */
export type Contender = () => number | Promise<number>;

/**
 * Lets the contenders take turns, once in every repetition, so that a busy neighbor slows all of them and the ratio
 * inside a repetition still holds. The one that begins changes, because going first has its own price.
 */
export async function interleave<Name extends string>(
  reps: number,
  contenders: Record<Name, Contender>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(contenders) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, number[]>;
  for (let rep = 0; rep < reps; rep += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      const name = names[(rep + turn) % names.length] as Name;
      samples[name].push(await contenders[name]());
    }
  }
  return samples;
}

/** Milliseconds of a synchronous piece of work: the median of `runs`. */
export function timed(work: () => unknown, runs = 1): number {
  const took = Array.from({ length: runs }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return median(took);
}

/** The value below which `share` of the values lie; not a number for none. */
export function quantile(values: Samples, share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median = (values: Samples): number => quantile(values, 0.5);

/** The ratios of two contenders, each taken inside one repetition. */
export function ratios(of: Samples, to: Samples): number[] {
  return of.map((value, rep) => value / (to[rep] ?? Number.NaN));
}
