import { describe, expect, it } from 'vitest';
import { twoRoutes } from '#tests/oracle/worked-example.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import { schedulePlan } from '../schedule/schedule.ts';
import { toDay } from '../time/day.ts';
import { routesOf, type Routes } from './routes.ts';

const today = toDay('2027-09-01');
const routes = (plan: PlanBuilder): Routes[] => {
  const doc = plan.build();
  return routesOf(doc, schedulePlan(doc, today));
};
const short = ([first]: Routes[]) =>
  first?.members.map(
    ({ itemId, bound, chosen, days }) => `${itemId} ${bound} ${chosen ? 'yes' : 'no'} ${days}`,
  );

describe('routesOf', () => {
  it('of the worked example: the AIT after a bachelor’s, or a master’s with a residency, 553 days later', () => {
    const doc = twoRoutes();
    expect(routesOf(doc, schedulePlan(doc, today))).toEqual([
      {
        groupId: 'routes',
        toId: 'wait',
        title: 'wait',
        need: 1,
        fastest: 'by-ait',
        members: [
          {
            linkId: 'by-ait',
            itemId: 'ait',
            title: 'ait',
            bound: '2028-11-04',
            chosen: true,
            date: '2029-04-04',
            days: 0,
          },
          {
            linkId: 'by-residency',
            itemId: 'ms',
            title: 'ms',
            bound: '2030-05-11',
            chosen: false,
            date: '2030-10-09',
            days: 553,
          },
        ],
      },
    ]);
  });

  const steps = (lengths: number[], need: number): PlanBuilder => {
    const plan = aPlan();
    for (const [nth, length] of lengths.entries()) plan.step(`s${nth}`, { length });
    return plan
      .credential('license')
      .group(
        'any',
        'license',
        need,
        lengths.map((_, nth) => `s${nth}`),
      )
      .goal('license');
  };

  it('takes the first by position at a tie, and needs the best of the others where several are asked for', () => {
    expect(routes(steps([10, 10], 1))[0]?.fastest).toBe('link-1');
    expect(short(routes(steps([10, 20, 30], 2)))).toEqual([
      's0 2027-09-11 yes 0',
      's1 2027-09-21 yes 0',
      's2 2027-10-01 no 10',
    ]);
  });

  it('knows no date for a route without one, and none at all while too few have one', () => {
    const undated = steps([10, 20], 1).milestone('nowhere').link('nowhere', 'license', { groupId: 'any' });
    expect(short(routes(undated))).toEqual([
      's0 2027-09-11 yes 0',
      's1 2027-09-21 no 10',
      'nowhere null no null',
    ]);
    const short2 = aPlan()
      .step('a')
      .milestone('nowhere')
      .credential('license')
      .group('any', 'license', 2, ['a', 'nowhere'])
      .goal('license');
    expect(routes(short2)[0]?.members.map(({ date, days }) => [date, days])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  it('makes no difference where the item holds its date, or where there is no goal', () => {
    const pinned = aPlan()
      .step('a', { length: 5 })
      .step('b', { length: 50 })
      .credential('license', { pinStart: '2028-01-03' })
      .group('any', 'license', 1, ['a', 'b'])
      .goal('license');
    expect(routes(pinned)[0]?.members.map(({ days }) => days)).toEqual([0, 0]);
    expect(short(routes(steps([10, 20], 1).goal(null)))).toEqual([
      's0 2027-09-11 yes null',
      's1 2027-09-21 no null',
    ]);
  });
});
