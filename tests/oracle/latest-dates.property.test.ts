import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { SMALL_PLAN_TODAY, arbitraryPlan, shown } from './arbitrary-plan.ts';
import { daysOf, isoOf } from './oracle-calendar.ts';
import { consultOracle } from './schedule-oracle.ts';

/*
 * What latest dates are for, said without a backward pass: an item put off to its latest start brings the
 * goal no later than asked, and one put off a day longer does, or breaks a link of something that holds its
 * dates. The oracle's own latest dates are held against this before the engine's are held against them.
 */

function putOff(document: PlanDocument, itemId: string, day: number): PlanDocument {
  return {
    ...document,
    items: document.items.map((item) => (item.id === itemId ? { ...item, notBefore: isoOf(day) } : item)),
  };
}

/** Windows only check and do not enter latest dates (R6), so here they would only be in the way. */
function withoutWindows(document: PlanDocument): PlanDocument {
  return shown({ ...document, links: document.links.map((link) => ({ ...link, window: null })) });
}

function askFor(document: PlanDocument) {
  const answer = consultOracle(document, SMALL_PLAN_TODAY);
  const movable = document.items.filter((item) => {
    const dates = answer.items.get(item.id);
    return dates?.mode === 'auto' && dates.latestStart !== null && dates.start !== null;
  });
  return { answer, movable };
}

test('an item put off to its latest start leaves the goal where it was asked to be', () => {
  fc.assert(
    fc.property(arbitraryPlan.map(withoutWindows), (document) => {
      const { answer, movable } = askFor(document);
      const date = answer.goal?.date ?? 0;
      for (const { id } of movable) {
        const dates = answer.items.get(id);
        // A target in the past of the plan asks for what cannot be; there is nothing to put off.
        if (dates?.slack === null || dates?.slack === undefined || dates.slack < 0) continue;
        const then = consultOracle(putOff(document, id, dates.latestStart ?? 0), SMALL_PLAN_TODAY);
        const target = document.plan.target === null ? date : daysOf(document.plan.target);
        expect(then.goal?.date, id).toBeLessThanOrEqual(Math.max(date, target));
        // Behind an item without dates nothing is counted back, so nothing can be promised there.
        const newlyBroken = then.goal?.brokenItems
          .filter((broken) => answer.items.get(broken)?.slack !== null)
          .filter((broken) => !answer.goal?.brokenItems.includes(broken));
        expect(newlyBroken, id).toEqual([]);
      }
    }),
    { numRuns: 1000, seed: 20280131 },
  );
});

/** Alternatives and the start of a program can give way to something else, so that a day more may cost nothing. */
function withoutWaysOut(document: PlanDocument): PlanDocument {
  const isProgram = (id: string) => document.items.some((item) => item.id === id && item.kind === 'program');
  return shown({
    ...document,
    links: document.links
      .filter((link) => link.kind !== 'SS' || !isProgram(link.fromId))
      .map((link) => ({ ...link, window: null, groupId: null })),
    linkGroups: [],
  });
}

test('an item put off a day longer brings the goal later, or breaks a link', () => {
  fc.assert(
    fc.property(arbitraryPlan.map(withoutWaysOut), (document) => {
      const { answer, movable } = askFor(document);
      // What is broken already cannot be broken by putting off.
      fc.pre(answer.goal?.brokenItems.length === 0);
      const goalDate = answer.goal?.date ?? 0;
      const asked = document.plan.target === null ? goalDate : daysOf(document.plan.target);
      for (const { id } of movable) {
        const dates = answer.items.get(id);
        if (dates?.slack === null || dates?.slack === undefined || dates.slack < 0) continue;
        const { goal } = consultOracle(putOff(document, id, (dates.latestStart ?? 0) + 1), SMALL_PLAN_TODAY);
        expect(goal?.brokenItems.length !== 0 || (goal.date ?? 0) > asked, id).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 20280131 },
  );
});
