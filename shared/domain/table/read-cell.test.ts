import { describe, expect, it } from 'vitest';
import { CELL_WORDS } from '#shared/words/table.ts';
import type { Item } from '../plan/items.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { creditsByTerm, textOf, valueOf, type TableData } from './cells.ts';
import type { ColumnId } from './columns.ts';
import { chooseCell, readCell } from './read-cell.ts';

const plan = aPlan()
  .program('ba', { title: 'Bachelor' })
  .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .course('bio', { termId: 'fall', prefix: 'BIO', number: '171', credits: 3, requirementId: null })
  .program('ma', { title: 'Máster’s' })
  .term('later', { title: 'Fall 2029', firstDay: '2029-08-23', lastDay: '2029-12-10' })
  .step('wait', { length: 120, lengthUnit: 'day', costCents: 104_950 })
  .experience('ait', { hoursRequired: 1000, hoursPerWeek: 40 })
  .build();
const items = new Map(plan.items.map((item) => [item.id, item]));
const today = toDay('2027-01-01');
const schedule = schedulePlan(plan, today);
const credits = creditsByTerm(plan.items);
const data: TableData = {
  items,
  today,
  datesOf: (id) => schedule.dates(id),
  creditsOf: (id) => credits.get(id) ?? null,
  findingsOf: () => 0,
  words: CELL_WORDS,
};
const item = (id: string): Item => items.get(id)!;
const read = (id: string, column: ColumnId, text: string) => readCell(text, item(id), column, data);
const fault = (id: string, column: ColumnId, text: string) => {
  const outcome = read(id, column, text);
  return outcome.ok ? null : outcome.fault.why;
};

describe('a text in a cell', () => {
  it.each([
    ['bio', 'title', '  Anatomy I ', { title: 'Anatomy I' }],
    ['bio', 'code', 'BIO 172L', { prefix: 'BIO', number: '172L' }],
    ['bio', 'code', 'hca310', { prefix: 'hca', number: '310' }],
    ['bio', 'code', 'MATH-200', { prefix: 'MATH', number: '200' }],
    ['bio', 'code', '310', { prefix: '', number: '310' }],
    ['bio', 'code', 'Elective', { prefix: 'Elective', number: '' }],
    ['bio', 'code', '', { prefix: '', number: '' }],
    ['bio', 'credits', '4 cr', { credits: 4 }],
    ['bio', 'credits', '.5', { credits: 0.5 }],
    ['bio', 'credits', '2,5', { credits: 2.5 }],
    ['bio', 'credits', '0,125', { credits: 0.125 }],
    ['wait', 'cost', '1.049,99', { costCents: 104_999 }],
    ['ait', 'hoursRequired', '12,000', { hoursRequired: 12_000 }],
    ['bio', 'credits', '', { credits: null }],
    ['bio', 'status', 'COMPLETED', { status: 'completed' }],
    ['bio', 'term', '', { termId: null }],
    ['bio', 'grade', 'B+', { grade: 'B+' }],
    ['wait', 'cost', '$1,049.99', { costCents: 104_999 }],
    ['wait', 'cost', '19.99', { costCents: 1_999 }],
    ['wait', 'length', '6 weeks', { length: 6, lengthUnit: 'week' }],
    ['wait', 'length', '90', { length: 90, lengthUnit: 'day' }],
    ['wait', 'length', '4mo', { length: 4, lengthUnit: 'month' }],
    ['wait', 'length', '', { length: null }],
    ['wait', 'notBefore', '8/9/2028', { notBefore: '2028-08-09' }],
    ['wait', 'notes', 'a\r\nb', { notes: 'a\nb' }],
    ['wait', 'program', "master's", { programId: 'ma' }],
    ['fall', 'start', 'Aug 30, 2027', { firstDay: '2027-08-30' }],
    ['ait', 'hoursPerWeek', '20 hours', { hoursPerWeek: 20 }],
  ] as const)('%s %s “%s”', (id, column, text, changes) => {
    expect(read(id, column, text)).toEqual({ ok: true, changes });
  });

  it('that says what is there changes nothing, also where nothing can be written', () => {
    for (const each of plan.items)
      for (const column of [
        'title',
        'code',
        'kind',
        'program',
        'term',
        'start',
        'end',
        'length',
        'cost',
        'slack',
      ] as const)
        expect(readCell(textOf(valueOf(each, column, data)), each, column, data)).toEqual({
          ok: true,
          changes: {},
        });
  });

  it.each([
    ['bio', 'title', ' ', 'empty'],
    ['bio', 'status', '', 'empty'],
    ['bio', 'program', '', 'empty'],
    ['bio', 'status', 'finished', 'unknown-choice'],
    ['bio', 'term', 'Fall 2029', 'unknown-choice'],
    ['bio', 'credits', 'three', 'not-a-number'],
    ['bio', 'credits', '1.2.3', 'not-a-number'],
    ['bio', 'credits', '1,00,000', 'not-a-number'],
    ['wait', 'notBefore', 'soon', 'not-a-date'],
    ['wait', 'length', 'long', 'not-a-length'],
    ['wait', 'length', '3 moons', 'not-a-length'],
    ['bio', 'start', '2027-08-30', 'locked'],
    ['bio', 'length', '3 weeks', 'locked'],
    ['wait', 'kind', 'Course', 'locked'],
  ] as const)('%s %s “%s” is refused: %s', (id, column, text, why) => {
    expect(fault(id, column, text)).toBe(why);
  });

  it('is refused where several have this name', () => {
    const twins = new Map(items).set('other', { ...item('fall'), id: 'other' });
    expect(
      readCell('Fall 2027', { ...item('bio'), ...{ termId: null } }, 'term', {
        ...data,
        items: twins,
      }),
    ).toEqual({
      ok: false,
      fault: { why: 'shared-choice' },
    });
  });
});

it('a course leaves its term with its program, and only then', () => {
  expect(chooseCell('ma', item('bio'), 'program', data)).toEqual({
    ok: true,
    changes: { programId: 'ma', termId: null },
  });
  expect(chooseCell('ba', item('bio'), 'program', data)).toEqual({ ok: true, changes: { programId: 'ba' } });
});

it('a term shows the credits of its courses, and money and lengths read back', () => {
  expect(textOf(valueOf(item('fall'), 'credits', data))).toBe('3');
  expect(textOf(valueOf(item('wait'), 'cost', data))).toBe('1049.5');
  expect(textOf(valueOf(item('wait'), 'length', data))).toBe('120 days');
});
