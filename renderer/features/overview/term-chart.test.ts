import { describe, expect, it } from 'vitest';
import type { Term } from '#shared/domain/plan/items.ts';
import type { TermCredits } from '#shared/domain/progress/term-credits.ts';
import { columnsOf, creditTicks, isOverLimit, stretches } from './term-chart.ts';

const row = (over: Partial<TermCredits> & { limit?: number } = {}): TermCredits => ({
  term: { creditLimit: over.limit ?? null } as Term,
  earned: 0,
  planned: 0,
  other: 0,
  unknown: [],
  gpa: null,
  cumulative: null,
  ...over,
});

describe('the scale of credits', () => {
  it.each([
    [[row({ earned: 15 })], [0, 3, 6, 9, 12, 15]],
    [[row({ earned: 12, planned: 4, other: 3 })], [0, 5, 10, 15, 20]],
    [[row({ planned: 12, limit: 18 })], [0, 5, 10, 15, 20]],
    [[], [0, 1, 2, 3]],
  ])('has a few round steps, none below a bar or a limit', (rows, ticks) => {
    expect(creditTicks(rows)).toEqual(ticks);
  });
});

it('makes the chart wider than its room rather than its columns too narrow', () => {
  expect(columnsOf(4, 444)).toEqual({ width: 444, column: 100, centers: [86, 186, 286, 386] });
  expect(columnsOf(20, 400).width).toBe(36 + 20 * 44 + 8);
});

it('compares the whole load with the limit, also what was failed', () => {
  expect(isOverLimit(row({ earned: 15, other: 4, limit: 18 }))).toBe(true);
  expect(isOverLimit(row({ earned: 18, limit: 18 }))).toBe(false);
  expect(isOverLimit(row({ earned: 40 }))).toBe(false);
});

it('parts a line where a term has no value', () => {
  expect(stretches([1, 2, null, 3, 4, null, 1], [10, 20, 30, 40, 50, 60, 70], (y) => y)).toEqual([
    '10,1 20,2',
    '40,3 50,4',
  ]);
});
