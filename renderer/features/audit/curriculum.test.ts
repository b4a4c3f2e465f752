import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { nextSorting, sortRows, type CurriculumRow, type Sorting } from './curriculum.ts';

const numbers = { blocking: 0, delay: 1, centrality: 0 };
const rows = aPlan()
  .program('p')
  .course('small', { prefix: 'HSA', number: '100' })
  .course('loop', { prefix: 'HSA', number: '90' })
  .course('large', { prefix: 'HSA', number: '1000' })
  .build()
  .items.filter((item) => item.kind === 'course')
  .map((course, place): CurriculumRow => ({
    course,
    metrics: course.id === 'loop' ? null : { ...numbers, complexity: place },
  }));
const order = (sorting: Sorting) => sortRows(rows, sorting).map(({ course }) => course.id);

it('courses without numbers stay at the end, whichever way the others go', () => {
  expect(order({ key: 'complexity', down: true })).toEqual(['large', 'small', 'loop']);
  expect(order({ key: 'complexity', down: false })).toEqual(['small', 'large', 'loop']);
  expect(order({ key: 'delay', down: true })).toEqual(['small', 'large', 'loop']);
});

it('names are compared as people number courses', () => {
  expect(order({ key: 'name', down: false })).toEqual(['loop', 'small', 'large']);
});

it('a column is first asked for its largest number, names for the first, and then the other way', () => {
  const first = nextSorting({ key: 'complexity', down: true }, 'delay');
  expect(first).toEqual({ key: 'delay', down: true });
  expect(nextSorting(first, 'delay')).toEqual({ key: 'delay', down: false });
  expect(nextSorting(first, 'name')).toEqual({ key: 'name', down: false });
});
