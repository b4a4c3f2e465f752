import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Slots } from './slots.ts';

it('keeps the slot of what stays and gives every thing one of its own', () => {
  const anyView = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(anyView, { maxLength: 8 }), (views) => {
      const slots = new Slots();
      let before = new Map<string, number>();
      for (const ids of views) {
        const assigned = slots.assign(ids);
        expect(new Set(assigned).size).toBe(ids.length);
        const now = new Map(ids.map((id, place) => [id, assigned[place] ?? -1]));
        for (const [id, slot] of now) if (before.has(id)) expect(slot).toBe(before.get(id));
        before = now;
      }
    }),
  );
});

it('reuses slots before it makes new ones, in the order they were in', () => {
  const slots = new Slots();
  expect(slots.assign(['a', 'b', 'c'])).toEqual([0, 1, 2]);
  expect(slots.assign(['x', 'y', 'c'])).toEqual([0, 1, 2]);
  expect(slots.assign(['c', 'p', 'q', 'r'])).toEqual([2, 0, 1, 3]);
});

it('does not give the element that has the focus to another thing', () => {
  const slots = new Slots();
  slots.assign(['a', 'b']);
  slots.hold('a');
  expect(slots.assign(['b', 'c'])).toEqual([1, 2]);
  slots.hold('b');
  expect(slots.assign(['b', 'c', 'd'])).toEqual([1, 2, 3]);
});
