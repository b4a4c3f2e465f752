import { describe, expect, it } from 'vitest';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { BIG_PLAN_TODAY, chainPlan, randomPlan } from '../oracle/big-plan.ts';
import { plainSchedule } from './plain-schedule.ts';

/** The dates of every item, by the engine and by the schedule it is measured against. */
function bothSchedules(doc: ReturnType<typeof chainPlan>) {
  const today = toDay(BIG_PLAN_TODAY);
  const engine = schedulePlan(doc, today)
    .all()
    .map(({ id, start, end, latestStart, latestFinish, slack }) => ({
      id,
      start,
      end,
      latestStart,
      latestFinish,
      slack,
    }));
  return { engine, plain: [...plainSchedule(doc, today).values()] };
}

describe('the schedule that the engine is measured against', () => {
  it('gives a chain the same dates', () => {
    const { engine, plain } = bothSchedules(chainPlan(50));
    expect(plain).toEqual(engine);
  });

  it.each([1, 2, 3])('gives big plan %i the same dates', (seed) => {
    const { engine, plain } = bothSchedules(randomPlan(10_000, seed));
    expect(plain).toEqual(engine);
  });
});
