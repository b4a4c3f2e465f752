import { expect, it } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { tableGroups } from './groups.ts';

const plan = aPlan()
  .program('ba', { level: 'bachelor' })
  .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-05' })
  .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .course('algebra', { termId: 'fall', credits: 3 })
  .course('dropped', { termId: 'fall', credits: 4, status: 'withdrawn' })
  .course('unknown', { termId: 'fall', credits: null })
  .course('someday')
  .milestone('graduation', { programId: 'ba', pinStart: '2028-05-06' })
  .step('exam', { phase: 'licensure', notBefore: '2029-01-01' })
  .step('application', { phase: 'licensure', notBefore: '2028-06-01' })
  .experience('job', { phase: 'experience' })
  .build();

it('holds every item once: programs with their terms in order, then what is outside of programs by phase', () => {
  const schedule = schedulePlan(plan, toDay('2027-01-01'));
  const groups = tableGroups(plan.items, (id) => schedule.dates(id));
  const told = groups.map(({ id, sections }) => [
    id,
    sections.map(({ term, sort, items, credits }) => [term?.id ?? sort, items.map(({ id }) => id), credits]),
  ]);
  expect(told).toEqual([
    [
      'ba',
      [
        ['fall', ['algebra', 'dropped', 'unknown'], 3],
        ['spring', [], 0],
        ['unplaced', ['someday'], 3],
        ['items', ['graduation'], 0],
      ],
    ],
    ['experience', [['items', ['job'], 0]]],
    ['licensure', [['items', ['application', 'exam'], 0]]],
  ]);
});
