import { describe, expect, it } from 'vitest';
import { CELL_WORDS } from '#shared/words/table.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { creditsByTerm, type TableData } from './cells.ts';
import { tableRows, type RowWishes } from './rows.ts';

const plan = aPlan()
  .program('ba', { title: 'Bachelor' })
  .term('t1', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .course('c1', { title: 'Peña 10', termId: 't1', credits: 4 })
  .course('c2', { title: 'Peña 9', termId: 't1', credits: null })
  .course('c3', { title: 'Alone', credits: 3 })
  .step('s1', { phase: 'licensure', length: 3, lengthUnit: 'week', notBefore: '2028-01-01' })
  .step('s2', { phase: 'licensure', length: 30, lengthUnit: 'day', notBefore: '2028-01-02' })
  .build();
const today = toDay('2027-01-01');
const schedule = schedulePlan(plan, today);
const credits = creditsByTerm(plan.items);
const data: TableData = {
  items: new Map(plan.items.map((item) => [item.id, item])),
  today,
  datesOf: (id) => schedule.dates(id),
  creditsOf: (id) => credits.get(id) ?? null,
  findingsOf: () => 0,
  words: CELL_WORDS,
};
const rows = (wishes: Partial<RowWishes> = {}) =>
  tableRows(data, { grouped: true, sorting: null, filter: '', ...wishes }).map(
    ({ item, level, heading }) => `${level} ${item?.id ?? heading?.sort ?? ''}`,
  );

describe('rows', () => {
  it('stand under their program, term or heading', () => {
    expect(rows()).toEqual(['0 ba', '1 t1', '2 c1', '2 c2', '1 unplaced', '2 c3', '0 phase', '1 s1', '1 s2']);
    expect(rows({ grouped: false })).toEqual(['0 ba', '0 t1', '0 c1', '0 c2', '0 c3', '0 s1', '0 s2']);
  });

  it('are sorted inside their group, empty cells last in both directions', () => {
    const by = (column: 'credits' | 'title' | 'length', descending: boolean) =>
      rows({ sorting: { column, descending } });
    expect(by('credits', false)).toEqual(['0 ba', '1 c3', '1 t1', '1 c1', '1 c2', '0 phase', '1 s1', '1 s2']);
    expect(by('credits', true).slice(0, 5)).toEqual(['0 ba', '1 t1', '1 c1', '1 c3', '1 c2']);
    expect(by('title', false).slice(0, 5)).toEqual(['0 ba', '1 c3', '1 c2', '1 c1', '1 t1']);
    expect(by('length', true).slice(-2)).toEqual(['1 s2', '1 s1']);
  });

  it('are found by all words, wherever they stand, with what is around them', () => {
    expect(rows({ filter: 'PENA 9' })).toEqual(['0 ba', '1 t1', '2 c2']);
    expect(rows({ filter: 'course bachelor alone' })).toEqual(['0 ba', '1 unplaced', '2 c3']);
    expect(rows({ filter: 'licensure', grouped: false })).toEqual(['0 s1', '0 s2']);
    expect(rows({ filter: 'nothing' })).toEqual([]);
  });
});
