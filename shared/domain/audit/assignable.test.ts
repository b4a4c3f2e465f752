import { expect, it } from 'vitest';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { assignableTo } from './assignable.ts';
import { auditPlan } from './audit-plan.ts';

function assignable(plan: PlanBuilder, id: string): string[] {
  const document = plan.build();
  const courses = new Map(
    document.items.filter((item) => item.kind === 'course').map((item) => [item.id, item]),
  );
  const requirement = document.requirements.find((each) => each.id === id);
  const [audit] = auditPlan(document);
  if (requirement === undefined || audit === undefined) throw new Error('no such group');
  return assignableTo(requirement, audit, (course) => courses.get(course));
}

const plan = aPlan()
  .program('p')
  .course('loose')
  .course('poor', { status: 'completed', grade: 'D' })
  .course('gone', { status: 'withdrawn' })
  .course('core')
  .course('one')
  .course('two')
  .requirement('core', { eligible: ['core'] })
  .requirement('full', { rule: 'choose', amount: 1, eligible: ['one', 'two'] })
  .requirement('list', { eligible: ['core', 'poor'], minGrade: 'C' })
  .requirement('open', { rule: 'credits', amount: 6, minGrade: 'C' });

it('a group of credits can take what no group needs, if the grade is good enough', () => {
  expect(assignable(plan, 'open')).toEqual(['loose', 'two']);
});

it('a group of listed courses can only take a listed one from another group', () => {
  expect(assignable(plan, 'list')).toEqual(['core']);
  expect(assignable(plan, 'core')).toEqual([]);
});

it('what counts in a group already is not offered again', () => {
  expect(assignable(plan, 'full')).toEqual(['loose', 'poor']);
});
