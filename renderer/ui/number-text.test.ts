import { expect, it } from 'vitest';
import { numberFrom } from './number-text.ts';

it.each([
  ['1,000', 1000],
  [' 2.5 ', 2.5],
  ['.5', 0.5],
  ['$75', 75],
  ['−3', -3],
  ['', null],
  ['  ', null],
  ['abc', undefined],
  ['1.2.3', undefined],
  ['1e9', undefined],
  ['0x10', undefined],
])('reads %o as %o', (text, number) => {
  expect(numberFrom(text)).toBe(number);
});
