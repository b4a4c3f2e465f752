import { expect, it } from 'vitest';
import { academicYearName, costSumText, unknownCostsSentence } from './costs.ts';

it.each([
  [
    { cents: 11_500, known: 1, unknown: 3 },
    'at least $115',
    '3 items have no cost: the sum is at least $115.',
  ],
  [{ cents: 11_500, known: 2, unknown: 1 }, 'at least $115', '1 item has no cost: the sum is at least $115.'],
  [{ cents: 282_550, known: 2, unknown: 0 }, '$2,825.50', null],
  [{ cents: 0, known: 1, unknown: 0 }, '$0', null],
  [{ cents: 0, known: 0, unknown: 2 }, 'not known', '2 items have no cost yet.'],
  [{ cents: 0, known: 0, unknown: 0 }, '$0', null],
])('a sum says what it leaves out: %o', (sum, text, sentence) => {
  expect(costSumText(sum)).toBe(text);
  expect(unknownCostsSentence(sum)).toBe(sentence);
});

it('names an academic year by both its years', () => {
  expect([2027, 2098, 2099].map(academicYearName)).toEqual(['2027–28', '2098–99', '2099–2100']);
});
