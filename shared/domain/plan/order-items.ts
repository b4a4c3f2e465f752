import type { Item } from './items.ts';

/** A place in the order of a plan. */
export interface NewPosition {
  id: string;
  position: number;
}

type Placed = Pick<Item, 'id' | 'position'>;

/**
 * The positions with which some items stand right before another one, or with `null` at the end. `items` are all of the
 * plan in its order; those that are moved keep their order among themselves. Only items that get another position
 * are answered, and the ones around a move are left alone as long as positions differ.
 */
export function orderItems(
  items: readonly Placed[],
  moved: ReadonlySet<string>,
  before: string | null,
): NewPosition[] {
  const rest = items.filter(({ id }) => !moved.has(id));
  const found = before === null ? -1 : placeBefore(items, rest, moved, before);
  const at = found < 0 ? rest.length : found;
  const ordered = rest.toSpliced(at, 0, ...items.filter(({ id }) => moved.has(id)));

  const positions = items.map(({ position }) => position);
  const areDistinct = positions.every((position, place) => place === 0 || position > positions[place - 1]!);
  return ordered.flatMap(({ id, position }, place) => {
    // Positions that several items share say nothing about their order, so then all are counted anew.
    const next = areDistinct ? positions[place]! : place + 1;
    return next === position ? [] : [{ id, position: next }];
  });
}

/** Before one that moves itself means before the first after it that stays. */
function placeBefore(
  items: readonly Placed[],
  rest: readonly Placed[],
  moved: ReadonlySet<string>,
  before: string,
): number {
  const from = items.findIndex(({ id }) => id === before);
  const next = items.slice(from).find(({ id }) => !moved.has(id));
  return next === undefined ? -1 : rest.indexOf(next);
}
