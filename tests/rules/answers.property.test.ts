import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { analyzePlan } from '#shared/domain/analysis/analyze.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { applyChange } from '#shared/domain/schedule/change-field.ts';
import { dragItem } from '#shared/domain/schedule/drag.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import { wouldClose } from '#shared/domain/schedule/loops.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryPlan, SMALL_PLAN_TODAY } from '../oracle/arbitrary-plan.ts';
import { arbitraryStudy, STUDY_TODAY } from '../oracle/arbitrary-study.ts';
import { auditByOracle } from '../oracle/audit-oracle.ts';
import { daysOf, isoOf } from '../oracle/oracle-calendar.ts';
import { consultOracle } from '../oracle/schedule-oracle.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

// Both generators draw around one day.
const TODAY = toDay(STUDY_TODAY);
const anyPlan = fc.oneof(arbitraryPlan, arbitraryStudy);

const someDay = fc.integer({ min: -90, max: 300 }).map((away) => isoOf(TODAY + away));

/** A field that dates depend on and a value for it, as a person types them. */
const someChange = fc.oneof(
  fc.tuple(fc.constantFrom('notBefore', 'pinStart', 'actualStart', 'actualEnd'), fc.option(someDay)),
  fc.tuple(fc.constant('length'), fc.integer({ min: 1, max: 90 }).map(String)),
  fc.tuple(fc.constantFrom('hoursPerWeek', 'hoursRequired'), fc.constantFrom('7', '20', '40')),
  fc.tuple(fc.constant('status'), fc.constantFrom('withdrawn', 'planned')),
);

test('the two generators are drawn around one day', () => {
  expect(STUDY_TODAY).toBe(SMALL_PLAN_TODAY);
});

test('the effect of a change is the difference of the two dates (R16), by effect and by what-if', () => {
  let made = 0;
  fc.assert(
    fc.property(anyPlan, fc.nat(), someChange, (document, choice, [field, value]) => {
      const item = document.items[choice % document.items.length];
      const outcome = applyChange(document, item?.id ?? '', field, value);
      if (!outcome.ok || item === undefined || document.plan.goalId === null) return;
      made += 1;
      const before = consultOracle(document, STUDY_TODAY).goal?.date ?? null;
      const after = consultOracle(outcome.doc, STUDY_TODAY).goal?.date ?? null;
      const days = before === null || after === null ? null : after - before;
      expect(effectOf(schedulePlan(document, TODAY), outcome.doc)).toMatchObject({ before, after, days });
      const answer = analyzePlan(document, TODAY, { whatIf: `${item.id}.${field}=${value ?? ''}` });
      const date = after === null ? null : isoOf(after);
      expect(answer.ok && answer.analysis.whatIf).toMatchObject({ date, days });
    }),
    { numRuns: 1_000 },
  );
  expect(made).toBeGreaterThan(300);
});

test('the goal is complete when dates, links and requirements before it are (R13), and a target names what is late', () => {
  fc.assert(
    fc.property(arbitraryStudy, someDay, (document, target) => {
      if (document.plan.goalId === null) return;
      const answer = analyzePlan(document, TODAY, { target });
      const { goal } = consultOracle(document, STUDY_TODAY);
      const unmet = auditByOracle(document)
        .filter(({ programId, groups }) => goal?.programIds.includes(programId) && groups.some(isMissing))
        .map(({ programId }) => programId);
      expect(answer.ok && answer.analysis.goal).toMatchObject({
        complete: goal?.complete === true && unmet.length === 0,
        unmetPrograms: unmet,
      });
      const aimed = { ...document, plan: { ...document.plan, target } };
      const late = [...consultOracle(aimed, STUDY_TODAY).items].filter(
        ([, { slack }]) => slack !== null && slack < 0,
      );
      const days = goal?.date == null ? null : daysOf(target) - goal.date;
      expect(answer.ok && answer.analysis.target).toEqual({
        date: target,
        fits: days !== null && days >= 0,
        days,
        late: late.map(([id]) => id),
      });
    }),
    { numRuns: 700 },
  );
});

const isMissing = ({ status }: { status: string }): boolean => status === 'missing';

test('an item without dates names the first cause (R8): an item with that cause of its own', () => {
  fc.assert(
    fc.property(anyPlan, (document) => {
      const schedule = schedulePlan(document, TODAY);
      for (const { id, undated } of schedule.all()) {
        if (undated === null) continue;
        expect(schedule.dates(undated.itemId).undated, id).toEqual(undated);
        const cause = document.items.find((item) => item.id === undated.itemId);
        const links = document.links.filter(({ toId }) => toId === cause?.id || toId === cause?.programId);
        if (undated.cause === 'no-term') expect(cause).toMatchObject({ kind: 'course', termId: null });
        if (undated.cause === 'empty-program') expect(cause?.kind).toBe('program');
        if (undated.cause === 'group-short') expect(links.some(({ groupId }) => groupId !== null)).toBe(true);
        if (undated.cause === 'no-anchor') {
          expect([cause?.kind, cause?.notBefore, links]).toEqual(['milestone', null, []]);
        }
        if (id !== undated.itemId) {
          const own = document.items.find((item) => item.id === id);
          const waits = document.links.some(({ toId }) => toId === id || toId === own?.programId);
          expect(waits || own?.kind === 'program').toBe(true);
        }
      }
    }),
    { numRuns: 1_000 },
  );
});

/** The plan before anything was recorded or pinned: what is free to move then closes a loop if anything does. */
function released(document: PlanDocument): PlanDocument {
  const none = { pinStart: null, pinEnd: null, actualStart: null, actualEnd: null };
  const items = document.items.map((item): Item => {
    if (item.kind === 'experience') return { ...item, ...none, log: [] };
    if (item.kind === 'step') return { ...item, ...none, attempts: [] };
    if (item.kind === 'credential') return { ...item, ...none, issued: null };
    return item.kind === 'milestone' ? { ...item, ...none, doneOn: null } : { ...item, ...none };
  });
  return { ...document, items };
}

test('a link is refused if it closes a loop, whatever is recorded today, and only then (R12)', () => {
  let refused = 0;
  fc.assert(
    fc.property(anyPlan, fc.nat(), fc.nat(), (document, a, b) => {
      const ids = document.items.map(({ id }) => id);
      const [fromId = '', toId = ''] = [ids[a % ids.length], ids[b % ids.length]];
      const loop = wouldClose(document, fromId, toId);
      const link = {
        id: 'new',
        fromId,
        toId,
        kind: 'FS',
        lag: 0,
        window: null,
        groupId: null,
        position: 99,
      } as const;
      const { loops } = consultOracle(
        { ...released(document), links: [...document.links, link] },
        STUDY_TODAY,
      );
      if (loop === null) expect(loops).toEqual([]);
      else {
        refused += 1;
        expect(loop[0]).toBe(fromId);
        const hasProgram = document.items.some(({ kind }) => kind === 'program');
        // Children of a program are parts of it, though its terms hold their dates.
        if (!hasProgram) expect(loops.length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 1_500 },
  );
  expect(refused).toBeGreaterThan(50);
});

test('a dragged item starts where it was dropped, or where its links allow (R17)', () => {
  fc.assert(
    fc.property(anyPlan, fc.nat(), someDay, (document, choice, dropped) => {
      const item = document.items[choice % document.items.length];
      if (item === undefined) return;
      const outcome = dragItem(schedulePlan(document, TODAY), item.id, toDay(dropped));
      const mode = consultOracle(document, STUDY_TODAY).items.get(item.id)?.mode;
      expect(outcome).toMatchObject(mode === 'actual' ? { ok: false, reason: 'actual' } : {});
      if (!outcome.ok || mode === 'course' || item.kind === 'course') return;
      const changed = (changes: object): number | null => {
        const items = document.items.map((each) => (each.id === item.id ? { ...each, ...changes } : each));
        return consultOracle({ ...document, items }, STUDY_TODAY).items.get(item.id)?.start ?? null;
      };
      const start = changed(outcome.changes);
      if (mode !== 'auto')
        expect(start).toBe(item.length === null && item.kind !== 'term' ? start : daysOf(dropped));
      else if (outcome.notice === 'links-decide') {
        expect(outcome.changes).toEqual({ notBefore: null });
        // Only links hold it back: on a day long gone, today would not.
        if (start !== null) expect(start).toBeGreaterThan(daysOf(dropped));
      } else if (start !== null)
        expect(start).toBe(Math.max(daysOf(dropped), changed({ notBefore: null }) ?? -Infinity));
    }),
    { numRuns: 1_000 },
  );
});
