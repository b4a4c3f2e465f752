import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBaseline } from '#shared/domain/baseline/compare-baseline.ts';
import type { Baseline } from '#shared/domain/baseline/types.ts';
import { comparePlans } from '#shared/domain/compare/compare-plans.ts';
import { translate } from '#shared/domain/compare/common-ids.ts';
import { pairLinks } from '#shared/domain/compare/pair-links.ts';
import { planAfter, stepsBetween } from '#shared/domain/compare/steps.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { duplicatePlan } from '#shared/domain/plan/duplicate-plan.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { arbitraryPlan, shown, SMALL_PLAN_TODAY } from '../oracle/arbitrary-plan.ts';
import { planWithRoutes } from '../oracle/plan-with-routes.ts';
import { consultOracle } from '../oracle/schedule-oracle.ts';

const today = toDay(SMALL_PLAN_TODAY);
const oracleDay = (doc: PlanDocument): number | null =>
  consultOracle(doc, SMALL_PLAN_TODAY).goal?.date ?? null;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function copyOf(doc: PlanDocument): PlanDocument {
  let next = 0;
  return duplicatePlan(
    { document: doc, baselines: [] },
    { name: 'Copy', position: 2, newId: () => `copy-${++next}`, today },
  ).document;
}

/** One change of one field that dates can depend on; `null` for an item that has none of these. */
const edit = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 }), fc.boolean());
function editOne(
  doc: PlanDocument,
  [which, days, pin]: [number, number, boolean],
): { doc: PlanDocument; item: Item } | null {
  const able = doc.items.filter(
    ({ kind }) => kind === 'step' || kind === 'experience' || kind === 'milestone',
  );
  const item = able[which % Math.max(1, able.length)];
  if (item === undefined) return null;
  const field =
    pin || item.kind === 'milestone'
      ? { pinStart: `2028-03-${String(1 + (days % 28)).padStart(2, '0')}` }
      : { notBefore: `2028-0${1 + (days % 9)}-15` };
  const changed = { ...item, ...field };
  if (JSON.stringify(changed) === JSON.stringify(item)) return null;
  if (changed.pinStart !== null && changed.pinEnd !== null && changed.pinEnd < changed.pinStart) return null;
  return { doc: { ...doc, items: doc.items.map((each) => (each === item ? changed : each)) }, item };
}

test('a plan and its copy differ in nothing', () => {
  fc.assert(
    fc.property(arbitraryPlan, (doc) => {
      const comparison = comparePlans([doc, copyOf(doc)], today);
      expect(comparison.explanation).toEqual([]);
      expect(comparison.differences).toEqual([]);
      const [first, other] = comparison.plans;
      expect(other?.days).toBe(first?.goal?.date == null ? null : 0);
      expect({ ...other, planId: '', name: '', goal: null, binding: [], decides: null }).toEqual({
        ...first,
        planId: '',
        name: '',
        goal: null,
        binding: [],
        decides: null,
        days: other?.days,
      });
    }),
    { numRuns: 300 },
  );
});

test('one edited field names exactly that item, with the days the oracle finds', () => {
  fc.assert(
    fc.property(arbitraryPlan, edit, (doc, drawn) => {
      const edited = editOne(copyOf(doc), drawn);
      fc.pre(edited !== null);
      const { explanation, differences, plans } = comparePlans([doc, edited.doc], today);
      const causes = differences.filter(({ difference }) => difference !== 'moved');
      expect(causes.map(({ otherId }) => otherId)).toEqual([edited.item.id]);
      expect(causes[0]?.fields).toHaveLength(1);
      const [before, after] = [oracleDay(doc), oracleDay(edited.doc)];
      const days = before === null || after === null ? null : after - before;
      expect(plans[1]?.days).toBe(days);
      expect(explanation.map(({ days: part, items }) => [part, items.map(({ otherId }) => otherId)])).toEqual(
        days === null || days === 0 ? [] : [[days, [edited.item.id]]],
      );
    }),
    { numRuns: 600 },
  );
});

/** What else a scenario may change: one link at a time, or the alternatives. */
const relink = fc.record({
  which: fc.nat(),
  days: fc.integer({ min: -9, max: 30 }),
  how: fc.constantFrom('lag', 'drop', 'need', 'ungroup'),
});
function relinkOne(
  doc: PlanDocument,
  { which, days, how }: { which: number; days: number; how: string },
): PlanDocument {
  const place = which % Math.max(1, doc.links.length);
  switch (how) {
    case 'lag':
      return {
        ...doc,
        links: doc.links.map((link, nth) => (nth === place ? { ...link, lag: link.lag + days } : link)),
      };
    case 'drop':
      return { ...doc, links: doc.links.filter((_, nth) => nth !== place) };
    case 'need':
      return { ...doc, linkGroups: doc.linkGroups.map((group) => ({ ...group, need: 3 - group.need || 1 })) };
    default:
      return { ...doc, linkGroups: [], links: doc.links.map((link) => ({ ...link, groupId: null })) };
  }
}

function withoutOne(doc: PlanDocument, which: number): PlanDocument {
  const able = doc.items.filter(({ id }) => id !== doc.plan.goalId);
  const gone = able[which % Math.max(1, able.length)]?.id;
  return {
    ...doc,
    items: doc.items.filter(({ id }) => id !== gone),
    links: doc.links.filter(({ fromId, toId }) => fromId !== gone && toId !== gone),
    linkGroups: doc.linkGroups.filter(({ toId }) => toId !== gone),
  };
}

/** A plan and a scenario of it, in either order; or two plans that have nothing but some titles in common. */
const related = fc
  .tuple(
    fc.oneof(arbitraryPlan, planWithRoutes),
    planWithRoutes,
    fc.array(edit, { maxLength: 3 }),
    fc.array(relink, { maxLength: 2 }),
    fc.array(fc.nat(), { maxLength: 2 }),
    fc.constantFrom('scenario', 'origin', 'apart'),
  )
  .map(([doc, another, edits, links, deletions, how]) => {
    let other = how === 'apart' ? another : copyOf(doc);
    for (const drawn of edits) other = editOne(other, drawn)?.doc ?? other;
    for (const drawn of links) other = relinkOne(other, drawn);
    for (const drawn of deletions) other = withoutOne(other, drawn);
    const pair = [doc, shown({ ...other })] as const;
    return how === 'origin' ? ([pair[1], pair[0]] as const) : pair;
  });

test('the parts of a difference add up to what the oracle finds between the plans', () => {
  let explained = 0;
  let several = 0;
  fc.assert(
    fc.property(related, ([doc, other]) => {
      const { explanation, plans } = comparePlans([doc, other], today);
      const [before, after] = [oracleDay(doc), oracleDay(other)];
      if (before === null || after === null) {
        expect(plans[1]?.days).toBeNull();
        expect(explanation).toEqual([]);
        return;
      }
      expect(plans[1]?.days).toBe(after - before);
      expect(sum(explanation.map(({ days }) => days))).toBe(after - before);
      if (explanation.length > 0) explained += 1;
      if (explanation.length > 1) several += 1;
    }),
    { numRuns: 600 },
  );
  // The property would hold for nothing as well.
  expect(explained).toBeGreaterThan(200);
  expect(several).toBeGreaterThan(30);
});

/** A plan and what became of it: the same ids, and perhaps some days later. */
const history = fc
  .tuple(
    fc.oneof(arbitraryPlan, planWithRoutes),
    fc.array(edit, { maxLength: 3 }),
    fc.array(relink, { maxLength: 2 }),
    fc.array(fc.nat(), { maxLength: 2 }),
    fc.constantFrom(0, 0, 1, 40, 400),
  )
  .map(([doc, edits, links, deletions, later]) => {
    let now = doc;
    for (const drawn of edits) now = editOne(now, drawn)?.doc ?? now;
    for (const drawn of links) now = relinkOne(now, drawn);
    for (const drawn of deletions) now = withoutOne(now, drawn);
    return { frozen: shown({ ...doc }), now: shown({ ...now }), later };
  });

const baselineOf = (document: PlanDocument): Baseline => ({
  id: 'baseline',
  name: 'Sent',
  takenOn: SMALL_PLAN_TODAY,
  takenAt: `${SMALL_PLAN_TODAY}T12:00:00.000Z`,
  document,
});

test('a plan that nobody changed has not drifted on the day of its baseline', () => {
  fc.assert(
    fc.property(arbitraryPlan, (doc) => {
      const comparison = compareBaseline(baselineOf(doc), doc, today);
      const { explanation, plan, items, findings, days } = comparison;
      expect({ explanation, plan, items, findings }).toEqual({
        explanation: [],
        plan: [],
        items: [],
        findings: { gone: [], added: [] },
      });
      expect(days ?? 0).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('drift is the difference of what the oracle says then and now, and its parts add up', () => {
  let drifted = 0;
  fc.assert(
    fc.property(history, ({ frozen, now, later }) => {
      const comparison = compareBaseline(baselineOf(frozen), now, today + later);
      const then = consultOracle(frozen, SMALL_PLAN_TODAY);
      const present = consultOracle(now, toIso(today + later));
      const [from, to] = [then.goal?.date ?? null, present.goal?.date ?? null];
      const days = from === null || to === null ? null : to - from;
      expect(comparison.days).toBe(days);
      if (days !== null && days !== 0) {
        drifted += 1;
        // In between, with the changes and without the days since, the goal may have no date.
        if (oracleDay(now) !== null) expect(sum(comparison.explanation.map((part) => part.days))).toBe(days);
      }

      const told = new Map(comparison.items.map((item) => [item.id, item]));
      for (const { id } of [...frozen.items, ...now.items]) {
        const [old, next] = [then.items.get(id), present.items.get(id)];
        const item = told.get(id);
        if (old === undefined || next === undefined) {
          expect(item?.change).toBe(old === undefined ? 'added' : 'removed');
          continue;
        }
        const moved = old.start !== next.start || old.end !== next.end;
        if (moved) expect(item).toBeDefined();
        if (item?.change === 'moved') expect(moved).toBe(true);
        if (item === undefined || old.start === null || next.start === null) continue;
        expect(item.startDays).toBe(next.start - old.start);
      }
    }),
    { numRuns: 400 },
  );
  // The property would hold for nothing as well.
  expect(drifted).toBeGreaterThan(100);
});

test('the steps lead from the first plan to the other: the last state has the other plan’s dates', () => {
  fc.assert(
    fc.property(related, ([doc, drawn]) => {
      const { document: other } = translate(doc, drawn);
      const schedules = { first: schedulePlan(doc, today), other: schedulePlan(other, today) };
      const change = { first: doc, other, links: pairLinks(doc, other), schedules };
      const steps = stepsBetween(change);
      const days = (plan: PlanDocument) => schedulePlan(plan, today).goalDate;
      expect(days(planAfter(change, steps, 0))).toBe(schedules.first.goalDate);
      // A plan without a goal keeps the first one's: there is nothing to explain then.
      if (other.plan.goalId !== null) {
        expect(days(planAfter(change, steps, steps.length))).toBe(schedules.other.goalDate);
      }
      const datesOf = (schedule: typeof schedules.first) =>
        new Map(schedule.all().map(({ id, start, end }) => [id, `${start} ${end}`]));
      expect(datesOf(schedulePlan(planAfter(change, steps, steps.length), today))).toEqual(
        new Map([...datesOf(schedules.other)].sort(byPlace(doc, other))),
      );
    }),
    { numRuns: 600 },
  );
});

/** Maps compare by their entries, whatever their order; sorted all the same, so that a failure reads well. */
function byPlace(first: PlanDocument, other: PlanDocument) {
  const order = [...first.items, ...other.items].map(({ id }) => id);
  return ([a]: [string, string], [b]: [string, string]): number => order.indexOf(a) - order.indexOf(b);
}
