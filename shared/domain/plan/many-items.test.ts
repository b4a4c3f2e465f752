import { expect, it } from 'vitest';
import { fieldOfAll, manyText, readMany, subjectOfMany } from './many-items.ts';

it('finds the one field that changes are about, with what it takes along', () => {
  expect(fieldOfAll([{ status: 'planned' }, { status: 'completed' }])).toBe('status');
  expect(fieldOfAll([{ length: 2, lengthUnit: 'week' }, { length: null }])).toBe('length');
  expect(fieldOfAll([{ programId: 'ms', termId: null, requirementId: null }])).toBe('programId');
  expect(fieldOfAll([{ termId: null }])).toBe('termId');
  expect(fieldOfAll([{ status: 'planned' }, { credits: 3 }])).toBeNull();
});

it.each([
  { changed: 12, added: 0, field: 'status' },
  { changed: 12, added: 3, field: null },
  { changed: 0, added: 1, field: null },
])('is written and read back: %o', (many) => {
  expect(readMany(manyText(many))).toEqual(many);
});

it('names one item by its title, unless the title reads like a number of items', () => {
  const one = { changed: 1, added: 0, field: null };
  expect(subjectOfMany(one, 'Anatomy')).toBe('Anatomy');
  expect(subjectOfMany(one, '12 × status')).toBe('1');
  expect(subjectOfMany({ ...one, changed: 2 }, 'Anatomy')).toBe('2');
});
