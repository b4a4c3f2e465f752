import fc from 'fast-check';
import { LINK_KINDS, type PlanDocument } from '#shared/domain/plan/document.ts';
import { toDay, toIso, type DayNumber } from '#shared/domain/time/day.ts';
import { aPlan } from './plan-builder.ts';

const TODAY = toDay('2027-01-01');

const optionalDay = fc.option(
  fc.integer({ min: -40, max: 120 }).map((days) => toIso(TODAY + days)),
  { freq: 5 },
);

const anItem = fc.record({
  sort: fc.constantFrom('step', 'step', 'experience', 'credential', 'milestone', 'term', 'course'),
  inProgram: fc.boolean(),
  length: fc.option(fc.integer({ min: 1, max: 40 }), { freq: 12 }),
  lengthUnit: fc.constantFrom('day', 'day', 'week', 'month'),
  notBefore: optionalDay,
  pinStart: optionalDay,
  actualStart: optionalDay,
  begins: fc.integer({ min: 0, max: 90 }),
} as const);

const aLink = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  kind: fc.constantFrom(...LINK_KINDS),
  lag: fc.integer({ min: -5, max: 9 }),
  grouped: fc.boolean(),
});

/**
 * Plans of a few items of every kind in one program, with links of every kind between them in document order, so
 * without loops, some of them "any one of"; the goal is the last item.
 */
export function aTimeline(): fc.Arbitrary<{ doc: PlanDocument; today: DayNumber }> {
  return fc
    .record({
      items: fc.array(anItem, { minLength: 2, maxLength: 9 }),
      links: fc.array(aLink, { maxLength: 14 }),
    })
    .map(({ items, links }) => {
      const plan = aPlan().program('program');
      for (const [index, { sort, inProgram, begins, length, ...over }] of items.entries()) {
        const id = `item-${index}`;
        const months = over.lengthUnit === 'month' && length !== null;
        const all = {
          ...over,
          length: months ? 1 + (length % 3) : length,
          programId: inProgram ? 'program' : null,
        };
        if (sort === 'term') {
          const firstDay = toIso(TODAY + begins);
          plan.term(id, { programId: all.programId, firstDay, lastDay: toIso(TODAY + begins + 60) });
        } else if (sort === 'course')
          plan.course(id, { ...all, termId: index === 0 ? null : `item-${index - 1}` });
        else plan[sort](id, all);
      }
      const targets = new Set<string>();
      for (const { from, to, kind, lag, grouped } of links) {
        const last = 1 + (to % (items.length - 1));
        const toId = `item-${last}`;
        const groupId = grouped ? `group-${last}` : null;
        if (groupId !== null && !targets.has(groupId)) plan.group(groupId, toId, 1);
        if (groupId !== null) targets.add(groupId);
        plan.link(`item-${from % last}`, toId, { kind, lag, groupId });
      }
      return { doc: plan.goal(`item-${items.length - 1}`).build(), today: TODAY };
    });
}
