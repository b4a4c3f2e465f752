import { describe, expect, it } from 'vitest';
import { judgeGoal } from '#shared/domain/analysis/judge-goal.ts';
import { auditPlan } from '#shared/domain/audit/audit-plan.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { openProblems } from './goal-words.ts';
import { progressOf } from '#shared/domain/progress/done.ts';

function problemsOf(plan: PlanBuilder): string {
  const document = plan.build();
  const goal = judgeGoal(schedulePlan(document, toDay('2026-01-01')), auditPlan(document));
  if (!goal) throw new Error('the plan has no goal');
  return openProblems(goal, new Map(document.items.map((item) => [item.id, item])));
}

describe('why the date is only a lower bound', () => {
  it('counts what has no dates', () => {
    const plan = aPlan()
      .program('ba')
      .term('fall')
      .course('placed', { termId: 'fall' })
      .course('a')
      .course('b');
    expect(problemsOf(plan.goal('ba'))).toBe('2 courses unplaced');
  });

  it('names broken links and unmet requirements too', () => {
    const plan = aPlan()
      .program('ba')
      .requirement('core', { rule: 'credits', amount: 60 })
      .term('fall')
      .course('only', { termId: 'fall' })
      .step('exam', { pinStart: '2026-09-01' })
      .credential('license')
      .link('ba', 'exam')
      .link('exam', 'license')
      .goal('license');
    expect(problemsOf(plan)).toBe('1 item earlier than allowed and requirements of 1 program not met');
  });
});

it('progress counts what can be done, not what only holds it', () => {
  const { items } = aPlan()
    .program('ba')
    .term('fall')
    .course('done', { status: 'completed' })
    .course('exempt', { status: 'exempt' })
    .course('open')
    .course('dropped', { status: 'withdrawn' })
    .step('exam', { attempts: [{ id: 'x', day: '2026-01-01', result: 'passed', score: null }] })
    .step('failed', { attempts: [{ id: 'y', day: '2026-01-01', result: 'failed', score: null }] })
    .milestone('sent', { doneOn: '2026-01-01' })
    .credential('license')
    .experience('ait', { actualEnd: '2026-01-01' })
    .build();
  expect(progressOf(items)).toEqual({ done: 5, all: 8 });
});
