import { expect, it } from 'vitest';
import { fieldSentence } from './fields.ts';

it.each([
  ['Too big: expected number to be <=168', 'Must be at most 168.'],
  ['Too small: expected number to be >0', 'Must be above 0.'],
  ['Too small: expected string to have >=1 characters', 'Must not be empty.'],
  ['Too big: expected string to have <=200 characters', 'Must have at most 200 characters.'],
  ['Invalid input: expected string, received undefined', 'Is missing.'],
  ['must be a date', 'Must be a date.'],
])('says beside a field what its value must be: %s', (problem, sentence) => {
  expect(fieldSentence({ code: 'bad-request', problems: [{ path: 'input.hours', problem }] })).toBe(sentence);
});
