import { expect, it } from 'vitest';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { criticalChain } from './critical.ts';
import { layoutPlan } from './layout-plan.ts';

it('marks the bars and the lines that decide the goal’s date, through a program too', () => {
  const plan = aPlan()
    .program('bs')
    .term('fall', { firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .course('law', { termId: 'fall' })
    .step('aside', { programId: null, notBefore: '2027-02-01' })
    .experience('ait', { programId: null, length: 20, lengthUnit: 'week' })
    .credential('license')
    .link('bs', 'ait')
    .link('aside', 'license')
    .link('ait', 'license')
    .goal('license')
    .build();
  const schedule = schedulePlan(plan, toDay('2027-01-15'));
  const layout = layoutPlan(plan, schedule.all());
  const chain = criticalChain(layout, schedule.binding());

  const bars = layout.items.filter((_, bar) => chain.bars[bar] === 1).map(({ id }) => id);
  expect(bars.toSorted()).toEqual(['ait', 'bs', 'fall', 'license']);
  const { count, from, to } = layout.connections;
  const lines = Array.from({ length: count }, (_, line) => line)
    .filter((line) => chain.lines[line] === 1)
    .map((line) => [layout.items[from[line] ?? -1]?.id, layout.items[to[line] ?? -1]?.id]);
  expect(lines).toEqual([
    ['bs', 'ait'],
    ['ait', 'license'],
  ]);
});
