/** A name as it is compared: letters only, in lower case, so that `Strict-Corequisites` is `strictcorequisites`. */
export function keyOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** The known key a name means: its own, or the only one it is a slip of the hand away from; `null` for none. */
export function knownKey<K extends string>(name: string, known: readonly K[]): K | null {
  // A longer text is no name of a column.
  if (name.length > 60) return null;
  const key = keyOf(name);
  const exact = known.find((candidate) => candidate === key);
  if (exact !== undefined) return exact;
  const near = known.filter((candidate) => isMisspelled(key, candidate));
  const [only] = near;
  return only !== undefined && near.length === 1 ? only : null;
}

/** One letter wrong in a short name, two in a long one; in the shortest none, because too much is near to them. */
export function isMisspelled(key: string, known: string): boolean {
  if (known.length < 4) return false;
  return distance(key, known) <= (known.length < 8 ? 1 : 2);
}

/** How many letters must be added, removed or replaced to make one name of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, count) => count);
  for (let row = 0; row < a.length; row += 1) {
    const current = [row + 1];
    for (let column = 0; column < b.length; column += 1) {
      const replaced = (previous[column] ?? 0) + (a[row] === b[column] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
