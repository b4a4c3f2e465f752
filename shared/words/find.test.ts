import { expect, it } from 'vitest';
import { foundCount } from './find.ts';

it('says how many matches there are, and which one is looked at', () => {
  expect(foundCount(0, 0, null)).toBe('Nothing found');
  expect(foundCount(12, 0, null)).toBe('12 found');
  expect(foundCount(12, 0, 3)).toBe('3 of 12');
  expect(foundCount(12, 2, 3)).toBe('3 of 12, 2 without dates');
  expect(foundCount(0, 1, null)).toBe('1 match without dates');
});
