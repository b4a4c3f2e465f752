import { expect, it } from 'vitest';
import type { Course } from '#shared/domain/plan/items.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { nextTermStart } from './courses.ts';
import { deciderOf } from './decider.ts';

const plan = aPlan()
  .program('bs')
  .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .term('spring', { firstDay: '2028-01-10', lastDay: '2028-05-12' })
  .course('law', { termId: 'fall' })
  .step('early', { programId: null })
  .step('later', { programId: null, notBefore: '2027-03-01' })
  .step('pinned', { programId: null, pinStart: '2027-04-01' })
  .step('begun', { programId: null, actualStart: '2027-01-04', actualEnd: '2027-01-04' })
  .step('after', { programId: null })
  .step('beside', { programId: null })
  .milestone('graduation', { programId: null })
  .link('early', 'after')
  .link('later', 'after')
  .link('later', 'beside', { kind: 'SS', lag: 3 })
  .link('bs', 'graduation', { kind: 'FF' })
  .build();
const schedule = schedulePlan(plan, toDay('2027-01-15'));
const itemOf = (id: string) => plan.items.find((item) => item.id === id) ?? plan.items[0]!;

it.each([
  ['bs', null],
  ['fall', { reason: 'term', fromId: null }],
  ['law', { reason: 'term', fromId: 'fall' }],
  ['early', { reason: 'today', fromId: null }],
  ['later', { reason: 'not-before', fromId: null }],
  ['pinned', { reason: 'pinned', fromId: null }],
  ['begun', { reason: 'actual', fromId: null }],
  ['after', { reason: 'link', fromId: 'later' }],
  ['beside', { reason: 'link', fromId: 'later' }],
  ['graduation', { reason: 'link', fromId: 'bs' }],
] as const)('what decides the dates of %s', (id, decider) => {
  expect(deciderOf(plan, schedule, itemOf(id))).toEqual(decider);
});

it('finds the term before and after a day', () => {
  const law = itemOf('law') as Course;
  const start = (day: string, step: 1 | -1) => {
    const found = nextTermStart(plan, law, toDay(day), step);
    return found === null ? null : toIso(found);
  };
  expect(start('2027-08-23', 1)).toBe('2028-01-10');
  expect(start('2028-01-10', -1)).toBe('2027-08-23');
  expect(start('2028-01-10', 1)).toBeNull();
});
