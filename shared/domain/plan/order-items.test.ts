import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderItems, type NewPosition } from './order-items.ts';

const placed = (...positions: number[]) =>
  positions.map((position, at) => ({ id: 'abcdefgh'[at]!, position }));

function orderAfter(items: readonly NewPosition[], changes: readonly NewPosition[]): string {
  const next = new Map(changes.map(({ id, position }) => [id, position]));
  return items
    .map(({ id, position }) => ({ id, position: next.get(id) ?? position }))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
    .join('');
}

it('moves in front of another item, and leaves those around alone', () => {
  const items = placed(10, 20, 30, 40, 50);
  const changes = orderItems(items, new Set('d'), 'b');
  expect(changes).toEqual([
    { id: 'd', position: 20 },
    { id: 'b', position: 30 },
    { id: 'c', position: 40 },
  ]);
  expect(orderAfter(items, changes)).toBe('adbce');
});

it('counts anew where positions say nothing', () => {
  const items = placed(1, 1, 1);
  expect(orderAfter(items, orderItems(items, new Set('c'), 'a'))).toBe('cab');
});

it('puts what moves, in its order, before the first that stays from the given one on', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
      fc.array(fc.integer({ min: 0, max: 7 })),
      fc.option(fc.integer({ min: 0, max: 7 })),
      (positions, chosen, target) => {
        const items = placed(...positions.toSorted((a, b) => a - b));
        const moved = new Set(chosen.flatMap((at) => items[at]?.id ?? []));
        const before = target === null ? null : (items[target]?.id ?? null);
        const after = orderAfter(items, orderItems(items, moved, before));
        const [all, moves] = [items.map(({ id }) => id), [...moved].sort()];
        const anchor = all.find((id) => before !== null && id >= before && !moved.has(id));
        const rest = all.filter((id) => !moved.has(id));
        const at = anchor === undefined ? rest.length : rest.indexOf(anchor);
        expect(after).toBe(rest.toSpliced(at, 0, ...moves).join(''));
      },
    ),
  );
});
