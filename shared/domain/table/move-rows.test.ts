import { expect, it } from 'vitest';
import { CELL_WORDS } from '#shared/words/table.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { orderItems } from '../plan/order-items.ts';
import { moveRows } from './move-rows.ts';
import { tableRows } from './rows.ts';

const plan = aPlan()
  .program('bs')
  .term('t1')
  .course('a', { termId: 't1' })
  .course('loose')
  .course('b', { termId: 't1' })
  .course('c', { termId: 't1' })
  .step('exam')
  .build();
const items = plan.items;
const data = {
  items: new Map(items.map((item) => [item.id, item])),
  today: 0,
  datesOf: () => null,
  creditsOf: () => 0,
  findingsOf: () => 0,
  words: CELL_WORDS,
};
const rowsOf = (grouped: boolean, from = data) => tableRows(from, { grouped, sorting: null, filter: '' });
const move = (ids: string, by: -1 | 1, grouped = true) =>
  moveRows(rowsOf(grouped), new Set(ids.split(' ')), by, { grouped, items });

/** The courses of the term as they are shown after a move. */
function after(ids: string, by: -1 | 1): string[] {
  const outcome = move(ids, by);
  if (typeof outcome === 'string') throw new Error(outcome);
  const next = new Map(
    orderItems(items, new Set(outcome.ids), outcome.before).map((each) => [each.id, each.position]),
  );
  const moved = items
    .map((item) => ({ ...item, position: next.get(item.id) ?? item.position }))
    .sort((a, b) => a.position - b.position);
  const rows = rowsOf(true, { ...data, items: new Map(moved.map((item) => [item.id, item])) });
  return rows.flatMap(({ item }) => (item?.kind === 'course' && item.termId === 't1' ? item.id : []));
}

it('moves courses among those of their term, over what stands between them in the plan', () => {
  expect(after('b', -1)).toEqual(['b', 'a', 'c']);
  expect(after('a', 1)).toEqual(['b', 'a', 'c']);
  expect(after('a b', 1)).toEqual(['c', 'a', 'b']);
  expect(after('b c', -1)).toEqual(['b', 'c', 'a']);
});

it('says why rows stay', () => {
  expect(move('a', -1)).toBe('at-end');
  expect(move('c', 1)).toBe('at-end');
  expect(move('exam', -1)).toBe('by-date');
  expect(move('a loose', 1)).toBe('apart');
  expect(move('', 1)).toBe('at-end');
});

it('moves anything in one list', () => {
  expect(move('exam', -1, false)).toEqual({ ids: ['exam'], before: 'c' });
  expect(move('bs', 1, false)).toEqual({ ids: ['bs'], before: 'a' });
});
