/**
 * Reads from typed arrays. The passes only use places that the building of the graph has made, which the
 * compiler cannot see; saying so once here keeps the claim out of every line. One function per array type, so
 * that the engine's inner loops stay fast.
 */

/** The number at a place known to exist. */
export function at(values: Int32Array, place: number): number {
  return values[place] as number;
}

/** The small number (code or flag) at a place known to exist. */
export function byteAt(values: Uint8Array, place: number): number {
  return values[place] as number;
}

/** Counts one more at a place. */
export function increment(values: Int32Array, place: number): void {
  values[place] = (values[place] as number) + 1;
}

/** Turns counts at places 1 … n into the first place of each row: the usual first half of a counting sort. */
export function accumulate(counts: Int32Array): void {
  for (let place = 1; place < counts.length; place++)
    counts[place] = at(counts, place) + at(counts, place - 1);
}
