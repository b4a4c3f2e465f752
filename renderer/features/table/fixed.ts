/** A set that is made anew instead of being changed, so that whoever holds it may compare it. */
export const fixedSet = <Value>(values: Iterable<Value> = []): ReadonlySet<Value> => new Set(values);

/** A map that is made anew instead of being changed. */
export const fixedMap = <Key, Value>(
  entries: Iterable<readonly [Key, Value]> = [],
): ReadonlyMap<Key, Value> => new Map(entries);
