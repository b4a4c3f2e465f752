import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routesOf } from '#shared/domain/analysis/routes.ts';
import type { LinkGroup, PlanDocument } from '#shared/domain/plan/document.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { SMALL_PLAN_TODAY } from '../oracle/arbitrary-plan.ts';
import { planWithRoutes } from '../oracle/plan-with-routes.ts';
import { consultOracle } from '../oracle/schedule-oracle.ts';

const today = toDay(SMALL_PLAN_TODAY);

function subsets<Value>(values: readonly Value[], size: number): Value[][] {
  if (size === 0) return [[]];
  return values.flatMap((value, place) =>
    subsets(values.slice(place + 1), size - 1).map((rest) => [value, ...rest]),
  );
}

/** The plan in which exactly these members of a group are needed, and no other is there. */
function withOnly(doc: PlanDocument, group: LinkGroup, linkIds: readonly string[]): PlanDocument {
  return {
    ...doc,
    linkGroups: doc.linkGroups.filter(({ id }) => id !== group.id),
    links: doc.links
      .filter(({ id, groupId }) => groupId !== group.id || linkIds.includes(id))
      .map((link) => (link.groupId === group.id ? { ...link, groupId: null } : link)),
  };
}

const goalWith = (doc: PlanDocument, group: LinkGroup, linkIds: readonly string[]): number | null =>
  consultOracle(withOnly(doc, group, linkIds), SMALL_PLAN_TODAY).goal?.date ?? null;

/** The earliest goal over every set of the group's size that holds the member, tried one by one. */
function bestWith(doc: PlanDocument, group: LinkGroup, linkId: string): number | null {
  const members = doc.links.filter(({ groupId }) => groupId === group.id).map(({ id }) => id);
  const days = subsets(members, group.need)
    .filter((set) => set.includes(linkId))
    .map((set) => goalWith(doc, group, set))
    .filter((day) => day !== null);
  return days.length === 0 ? null : Math.min(...days);
}

test('every route has the date of the best set that holds it, found by trying all of them', () => {
  let tried = 0;
  let slower = 0;
  let several = 0;
  fc.assert(
    fc.property(planWithRoutes, (doc) => {
      // Every child of a program chooses for itself, so no one set stands for the choice.
      const isProgram = (id: string) => doc.items.find((item) => item.id === id)?.kind === 'program';
      const goal = consultOracle(doc, SMALL_PLAN_TODAY).goal?.date ?? null;
      for (const { groupId, toId, need, members, fastest } of routesOf(doc, schedulePlan(doc, today))) {
        const group = { id: groupId, toId, need };
        if (isProgram(toId) || need > members.length) continue;
        for (const { linkId, date, days } of members) {
          const best = bestWith(doc, group, linkId);
          expect(date).toBe(best === null ? null : toIso(best));
          expect(days).toBe(best === null || goal === null ? null : best - goal);
          if (best === null) continue;
          tried += 1;
          if (days !== null && days > 0) slower += 1;
          if (need > 1) several += 1;
        }
        const first = members.find(({ linkId }) => linkId === fastest);
        // None is faster, and the fastest is what the plan counts on.
        if (first?.date != null) {
          expect(first.days).toBe(0);
          expect(first.chosen).toBe(true);
          for (const { days } of members) expect(days ?? 0).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 400 },
  );
  expect(tried).toBeGreaterThan(500);
  expect(slower).toBeGreaterThan(50);
  expect(several).toBeGreaterThan(20);
});
