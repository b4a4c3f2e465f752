import { expect, it } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { groupMilestones, GROUPS } from './milestone-groups.ts';

const today = toDay('2027-03-01');

function groupsOf(plan: ReturnType<typeof aPlan>) {
  const document = plan.build();
  const schedule = schedulePlan(document, today);
  const groups = groupMilestones(document.items, (id) => schedule.dates(id), today);
  return Object.fromEntries(
    GROUPS.map((name) => [
      name,
      groups[name].map(({ item, day }) => `${item.id} ${day === null ? '-' : toIso(day)}`),
    ]),
  );
}

it('sorts milestones by how urgent they are, and done ones the latest first', () => {
  const plan = aPlan()
    .milestone('later', { pinStart: '2027-05-01' })
    .milestone('edge', { pinStart: '2027-04-30' })
    .milestone('today', { pinStart: '2027-03-01' })
    .milestone('late', { pinStart: '2027-02-28' })
    .milestone('dateless')
    .milestone('done', { pinStart: '2027-02-01', doneOn: '2027-02-03' })
    .milestone('done-last', { doneOn: '2027-02-20' })
    .step('no-milestone');
  expect(groupsOf(plan)).toEqual({
    overdue: ['late 2027-02-28'],
    soon: ['today 2027-03-01', 'edge 2027-04-30'],
    later: ['later 2027-05-01'],
    undated: ['dateless -'],
    done: ['done-last 2027-02-20', 'done 2027-02-03'],
  });
});
