import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { keepUnchanged } from './keep-unchanged.ts';

const before = aPlan().experience('a').step('b').step('c').link('a', 'b').build();
const readAgain = (without?: string) => {
  const after = structuredClone(before);
  return { ...after, items: after.items.filter(({ id }) => id !== without) };
};

it('keeps what a deletion has left alone', () => {
  const after = keepUnchanged(before, readAgain('c'), ['c']);
  expect(after.items.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(after.items[0]).toBe(before.items[0]);
  expect(after.items[1]).toBe(before.items[1]);
  expect(after.links).toBe(before.links);
});

it('takes everything as new when an id is of no record it knows', () => {
  const now = readAgain();
  expect(keepUnchanged(before, now, ['an entry of a log'])).toBe(now);
});
