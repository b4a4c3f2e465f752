import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { creditsByTerm } from './cells.ts';

it('the credits of a term leave out what is withdrawn or not known, and are not known where nothing is', () => {
  const { items } = aPlan()
    .program('bs')
    .term('empty')
    .term('some')
    .course('a', { termId: 'some', credits: null })
    .course('b', { termId: 'some', credits: 2.5 })
    .course('c', { termId: 'some', credits: 3, status: 'withdrawn' })
    .term('none')
    .course('d', { termId: 'none', credits: null })
    .build();
  expect([...creditsByTerm(items)].toSorted(([a], [b]) => (a < b ? -1 : 1))).toEqual([
    ['empty', 0],
    ['none', null],
    ['some', 2.5],
  ]);
});
