import { expect, it } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { dueReminders } from './due-reminders.ts';

const { plan, items, ...rest } = aPlan()
  .milestone('apply', { pinStart: '2027-03-31', reminders: [30, 7] })
  .milestone('applied', { pinStart: '2027-03-31', reminders: [30], doneOn: '2027-02-01' })
  .milestone('quiet', { pinStart: '2027-03-31' })
  .milestone('dateless', { reminders: [30] })
  .credential('held', { issued: '2025-03-31', expires: '2027-03-31', reminders: [30] })
  .credential('planned', { notBefore: '2027-03-08', reminders: [7] })
  .build();

function dueOn(today: string): string[] {
  const schedule = schedulePlan({ plan, items, ...rest }, toDay(today));
  return dueReminders(items, (id) => schedule.dates(id), toDay(today)).map(
    ({ item, left }) => `${item.id} ${left}`,
  );
}

it.each([
  ['2027-03-01', ['apply 30', 'held 30', 'planned 7']],
  ['2027-03-24', ['apply 7']],
  ['2027-03-02', []],
  ['2027-03-31', []],
])('on %s one is reminded of %o', (today, due) => {
  expect(dueOn(today)).toEqual(due);
});
