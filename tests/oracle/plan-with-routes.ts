import fc from 'fast-check';
import type { Link, PlanDocument } from '#shared/domain/plan/document.ts';
import { arbitraryPlan, shown } from './arbitrary-plan.ts';

const nthOf = (id: string): number => Number(id.replace(/\D+/, ''));

/** A drawn plan in which items drawn before the goal are alternatives into it, instead of what led there. */
export const planWithRoutes: fc.Arbitrary<PlanDocument> = fc
  .tuple(
    arbitraryPlan,
    fc.array(
      fc.record({
        from: fc.nat(),
        kind: fc.constantFrom('FS' as const, 'SS' as const, 'FF' as const),
        lag: fc.integer({ min: -20, max: 40 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([doc, drawn, need]) => {
    const { goalId } = doc.plan;
    if (goalId === null) return doc;
    const own = doc.items.find(({ id }) => id === goalId)?.programId;
    const before = doc.items.filter(({ id }) => nthOf(id) < nthOf(goalId) && id !== own);
    const members = drawn.flatMap(({ from, kind, lag }, nth): Link[] => {
      const item = before[from % Math.max(1, before.length)];
      if (item === undefined) return [];
      return [
        {
          id: `r${nth}`,
          fromId: item.id,
          toId: goalId,
          kind,
          lag,
          window: null,
          groupId: 'routes',
          position: 3 - nth,
        },
      ];
    });
    return shown({
      ...doc,
      links: [...doc.links.filter(({ toId }) => toId !== goalId), ...members],
      linkGroups: [
        ...doc.linkGroups.filter(({ toId }) => toId !== goalId),
        { id: 'routes', toId: goalId, need: Math.min(need, Math.max(1, members.length)) },
      ],
    });
  });
