import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { groupFacts, type FactFilter } from './fact-groups.ts';

const { facts, items } = aPlan()
  .step('exam', { title: 'Licensing exam' })
  .fact('fee', { itemId: 'exam', field: 'Fee', value: '$425', basis: 'source', sourceTitle: 'NAB' })
  .fact('wait', { itemId: 'exam', field: 'Wait', value: null })
  .fact('notice', { field: 'Notice', value: 'Ask the board', note: 'in writing' })
  .build();
const byId = new Map(items.map((item) => [item.id, item]));

it.each<[string, string, FactFilter, string[]]>([
  ['everything', '', 'all', ['fee', 'wait', 'notice']],
  ['a value', '$425', 'all', ['fee']],
  ['the title of an item and a field', 'licensing fee', 'all', ['fee']],
  ['a source, in any case', 'nab', 'all', ['fee']],
  ['a note', 'WRITING', 'all', ['notice']],
  ['what is not known', '', 'unknown', ['wait']],
  ['own assumptions', '', 'own', ['wait', 'notice']],
  ['nothing', 'zebra', 'all', []],
])('finds %s', (_what, query, filter, ids) => {
  const groups = groupFacts(facts, byId, query, filter);
  expect(groups.flatMap(({ facts }) => facts.map(({ id }) => id))).toEqual(ids);
});

it('groups by item, the plan for what is about none', () => {
  expect(groupFacts(facts, byId, '', 'all').map(({ itemId, title }) => [itemId, title])).toEqual([
    ['exam', 'Licensing exam'],
    [null, ''],
  ]);
});
