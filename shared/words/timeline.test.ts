import { describe, expect, it } from 'vitest';
import { toDay } from '#shared/domain/time/day.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { barNames, laneName, spokenBar, tickLabels } from './timeline.ts';

const only = (plan: ReturnType<typeof aPlan>) => plan.build().items.at(-1) as Item;

describe('the name of a bar', () => {
  it('is that of a course with its code, and in little room the code or the number', () => {
    const course = only(
      aPlan().program('p').course('c', { title: 'Health Law', prefix: 'HCA', number: '301' }),
    );
    expect(barNames(course)).toEqual(['HCA 301 Health Law', 'HCA 301', '301']);
    expect(barNames(only(aPlan().program('p').course('c', { title: 'Elective' })))).toEqual(['Elective']);
  });

  it('is the season of a term in little room', () => {
    const term = only(aPlan().program('p').term('t', { title: 'Year 1 Spring', season: 'spring' }));
    expect(barNames(term)).toEqual(['Year 1 Spring', 'Spring', 'Spr', 'Sp']);
  });
});

it('speaks a bar with its dates and its state', () => {
  const ait = only(aPlan().experience('ait', { title: 'AIT' }));
  const [start, end] = [toDay('2028-05-13'), toDay('2028-11-03')];
  expect(spokenBar(ait, start, end, 'planned', false)).toBe('AIT, May 13, 2028 to November 3, 2028, planned');
  expect(spokenBar(ait, start, end, 'planned', false, null, 2)).toBe(
    'AIT, May 13, 2028 to November 3, 2028, planned, 2 findings',
  );
  expect(spokenBar(ait, start, start, 'done', true)).toBe('AIT, May 13, 2028, done, decides the goal’s date');
});

it('names lanes by their program, or by their phase', () => {
  expect(laneName({ title: 'BS', phase: 'undergraduate', besidePrograms: false })).toBe('BS');
  expect(laneName({ title: null, phase: 'licensure', besidePrograms: false })).toBe('Licensure');
  expect(laneName({ title: null, phase: 'graduate', besidePrograms: true })).toBe(
    'Graduate: dates and steps',
  );
});

it.each([
  ['decade', '2020-01-01', 'major', ['2020s']],
  ['year', '2028-01-01', 'minor', ['2028', '’28']],
  ['season', '2028-08-01', 'minor', ['Fall', 'Fa']],
  ['month', '2028-05-01', 'major', ['May 2028', 'May 2028']],
  ['month', '2028-09-01', 'minor', ['September', 'Sep', 'S']],
  ['week', '2028-05-08', 'minor', ['May 8', '8']],
  ['day', '2028-05-08', 'minor', ['Mon 8', '8']],
] as const)('the %s of %s in the %s band', (unit, day, band, labels) => {
  expect(tickLabels(unit, toDay(day), band)).toEqual(labels);
});
