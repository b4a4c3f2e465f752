import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { applyChange } from '#shared/domain/schedule/change-field.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryStudy, STUDY_TODAY } from '../oracle/arbitrary-study.ts';
import { isoOf } from '../oracle/oracle-calendar.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

const TODAY = toDay(STUDY_TODAY);

const find = (document: PlanDocument): Finding[] =>
  findingsOf(document, schedulePlan(document, TODAY), TODAY);

/** The plan with everything acknowledged that there is to notice. */
function settled(document: PlanDocument): PlanDocument {
  const keys = [...new Set(find(document).map(({ key }) => key))];
  return { ...document, acknowledgements: keys.map((key) => ({ key, note: `about ${key.length}` })) };
}

/** What a finding is about, without its key. */
const identity = ({ code, itemIds, facts }: Finding): string =>
  JSON.stringify([code, itemIds, Object.entries(facts).sort()]);

test('what is acknowledged stays listed, with its note', () => {
  fc.assert(
    fc.property(arbitraryStudy, (document) => {
      const before = find(document);
      const after = find(settled(document));
      expect(after.map(identity)).toEqual(before.map(identity));
      for (const { acknowledged, note, key } of after) {
        expect([acknowledged, note]).toEqual([true, `about ${key.length}`]);
      }
    }),
    { numRuns: 300 },
  );
});

/** The same plan with other ids, so that two can lie side by side; facts about a plan as a whole are left out. */
function besides(
  document: PlanDocument,
): Pick<PlanDocument, 'items' | 'requirements' | 'requisiteSets' | 'links' | 'linkGroups' | 'facts'> {
  const own = new Set([
    ...document.items.map(({ id }) => id),
    ...document.requirements.map(({ id }) => id),
    ...document.requisiteSets.map(({ id }) => id),
    ...document.links.map(({ id }) => id),
    ...document.linkGroups.map(({ id }) => id),
    ...document.facts.map(({ id }) => id),
  ]);
  const { items, requirements, requisiteSets, links, linkGroups, facts } = document;
  const about = facts.filter(({ itemId }) => itemId !== null);
  const text = JSON.stringify({ items, requirements, requisiteSets, links, linkGroups, facts: about });
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && own.has(value) ? `other ${value}` : value,
  ) as ReturnType<typeof besides>;
}

test('no acknowledgement changes with anything that happens beside it', () => {
  fc.assert(
    fc.property(arbitraryStudy, arbitraryStudy, fc.boolean(), (document, drawn, first) => {
      const other = besides(drawn);
      const join = <T>(own: readonly T[], added: readonly T[]): T[] =>
        first ? [...added, ...own] : [...own, ...added];
      const acknowledged = settled(document);
      const both: PlanDocument = {
        ...acknowledged,
        items: join(document.items, other.items),
        requirements: join(document.requirements, other.requirements),
        requisiteSets: join(document.requisiteSets, other.requisiteSets),
        links: join(document.links, other.links),
        linkGroups: join(document.linkGroups, other.linkGroups),
        facts: join(document.facts, other.facts),
      };
      const own = find(both).filter(({ itemIds }) => !itemIds.some((id) => id.startsWith('other ')));
      expect(own.map(identity).sort()).toEqual(find(acknowledged).map(identity).sort());
      expect(own.filter((finding) => !finding.acknowledged)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('nor with what an item is called, costs or is noted for', () => {
  fc.assert(
    fc.property(arbitraryStudy, fc.string(), fc.nat(), (document, text, cents) => {
      const items = document.items.map((item): Item => ({
        ...item,
        title: text,
        notes: text,
        costCents: cents,
        phase: 'graduate',
        reminders: [cents % 30],
      }));
      expect(find({ ...settled(document), items }).filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const change = fc.oneof(
  fc.tuple(
    fc.constantFrom('notBefore', 'pinStart', 'actualEnd', 'expires', 'firstDay', 'doneOn', 'mustEndBy'),
    fc.integer({ min: -200, max: 300 }).map((away) => isoOf(TODAY + away)),
  ),
  fc.tuple(fc.constant('hoursRequired'), fc.integer({ min: 1, max: 200 }).map(String)),
  fc.tuple(fc.constant('status'), fc.constantFrom('planned', 'withdrawn', 'transferred', 'exempt')),
  fc.tuple(fc.constant('termId'), fc.constant('')),
);

test('after a change exactly the findings with the same code, items and facts are still acknowledged', () => {
  let [kept, opened, cleared] = [0, 0, 0];
  fc.assert(
    fc.property(arbitraryStudy, fc.nat(), change, (document, choice, [field, value]) => {
      const item = document.items[choice % document.items.length];
      const outcome = applyChange(settled(document), item?.id ?? '', field, value);
      if (!outcome.ok) return;
      const before = new Set(find(document).map(identity));
      const after = find(outcome.doc);
      for (const finding of after) expect(finding.acknowledged).toBe(before.has(identity(finding)));
      kept += after.filter(({ acknowledged }) => acknowledged).length;
      opened += after.filter(({ acknowledged }) => !acknowledged).length;
      cleared += before.size - after.filter(({ acknowledged }) => acknowledged).length;
    }),
    { numRuns: 1_500 },
  );
  // Each of the three happened, often.
  expect(Math.min(kept, opened, cleared)).toBeGreaterThan(50);
});
