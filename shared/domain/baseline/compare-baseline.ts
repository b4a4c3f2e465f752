import { auditPlan } from '../audit/audit-plan.ts';
import { translate } from '../compare/common-ids.ts';
import { compareTwo } from '../compare/compare-plans.ts';
import { daysBetween, daysIn } from '../compare/days.ts';
import { summarize } from '../compare/summarize.ts';
import type { Explanation, ItemDifference } from '../compare/types.ts';
import { findingsOf } from '../findings/findings-of.ts';
import type { Finding } from '../findings/types.ts';
import { barState } from '../layout/bar-state.ts';
import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { schedulePlan, type Schedule } from '../schedule/schedule.ts';
import { toDay, toIso, type DayNumber } from '../time/day.ts';
import type { Baseline, BaselineComparison, BaselineItem, ItemDrift, PlanFieldDifference } from './types.ts';

/** The dates of the plan as it stood when the baseline was taken, calculated with the day of that. */
export function frozenSchedule({ document, takenOn }: Pick<Baseline, 'document' | 'takenOn'>): Schedule {
  const { target } = document.plan;
  return schedulePlan(document, toDay(takenOn), { target: target === null ? null : toDay(target) });
}

/** How an item of the present schedule stands against the frozen one; `null` where neither has a date for it. */
export function driftOf(frozen: Schedule, now: Schedule, id: string): ItemDrift | null {
  if (!frozen.has(id)) return { kind: 'new' };
  const [old, next] = [frozen.days(id), now.days(id)];
  if (old === null && next === null) return null;
  if (old === null || next === null) return { kind: 'undated', then: old === null };
  return { kind: 'days', start: next.start - old.start, end: next.end - old.end };
}

/** What became of a plan since its baseline was taken, as of `today`. */
export function compareBaseline(
  { document: frozen, ...baseline }: Baseline,
  doc: PlanDocument,
  today: DayNumber,
): BaselineComparison {
  const then = toDay(baseline.takenOn);
  const schedules = { first: schedulePlan(frozen, then), other: schedulePlan(doc, today) };
  const before = summarize(frozen, schedules.first, then);
  const now = summarize(doc, schedules.other, today);
  // Changes are told as of the day of the baseline: as of today, what has been done on time would first come too late.
  const same = new Map(frozen.items.map(({ id }) => [id, id]));
  const { explanation, differences } = compareTwo(frozen, translate(frozen, doc, same), then, schedules);
  const days = daysBetween(before.goal?.date, now.goal?.date);
  const done = doneSince(frozen, doc, schedules);
  return {
    planId: doc.plan.id,
    name: doc.plan.name,
    today: toIso(today),
    baseline,
    before,
    now,
    days,
    explanation: days === null ? [] : [...explanation, ...passedTime(doc, schedules.other, then)],
    plan: comparePlan(frozen, doc),
    items: differences.map((each) => toBaselineItem(each, done)),
    findings: compareFindings(
      findingsOf(frozen, schedules.first, then, auditPlan(frozen)),
      findingsOf(doc, schedules.other, today, auditPlan(doc)),
    ),
  };
}

/** What the days since then have done to the plan as it is now. */
function passedTime(doc: PlanDocument, now: Schedule, then: DayNumber): Explanation[] {
  const earlier = schedulePlan(doc, then);
  const [from, to] = [earlier.goalDate, now.goalDate];
  if (from === null || to === null || from === to) return [];
  const waiting = now.chain().filter(({ reason }) => reason === 'today');
  const items = doc.items
    .filter(({ id }) => waiting.some(({ itemId }) => itemId === id))
    .map(({ id, kind, title }) => ({
      firstId: id,
      otherId: id,
      kind,
      title,
      before: daysIn(earlier, id),
      after: daysIn(now, id),
      fields: [],
    }));
  return [{ planId: doc.plan.id, days: to - from, cause: 'time', items }];
}

const PLAN_FIELDS = ['name', 'goalId', 'target', 'jurisdiction', 'facility', 'notes', 'webLinks'] as const;

function comparePlan(frozen: PlanDocument, doc: PlanDocument): PlanFieldDifference[] {
  const read = ({ plan, items }: PlanDocument, field: (typeof PLAN_FIELDS)[number]): string | null =>
    field === 'goalId'
      ? (items.find(({ id }) => id === plan.goalId)?.title ?? null)
      : field === 'webLinks'
        ? (plan.webLinks ?? []).map(({ title, url }) => `${title ?? ''} ${url}`.trim()).join('\n')
        : plan[field];
  const differs = (field: (typeof PLAN_FIELDS)[number]): boolean =>
    JSON.stringify(frozen.plan[field]) !== JSON.stringify(doc.plan[field]);
  return PLAN_FIELDS.filter(differs).map((field) => ({
    field,
    old: read(frozen, field),
    new: read(doc, field),
  }));
}

const CHANGES = {
  'only-first': 'removed',
  'only-other': 'added',
  changed: 'changed',
  moved: 'moved',
} as const;

function toBaselineItem(
  { firstId, otherId, kind, title, difference, first, other, startDays, endDays, fields }: ItemDifference,
  done: ReadonlySet<string>,
): BaselineItem {
  const id = otherId ?? firstId ?? '';
  return {
    id,
    kind,
    title,
    change: CHANGES[difference],
    done: done.has(id),
    before: first,
    now: other,
    startDays,
    endDays,
    fields,
  };
}

/** What somebody has finished since. Terms and programs end by themselves. */
function doneSince(
  frozen: PlanDocument,
  doc: PlanDocument,
  schedules: { first: Schedule; other: Schedule },
): Set<string> {
  const isDone = (item: Item, schedule: Schedule): boolean =>
    item.kind !== 'term' &&
    item.kind !== 'program' &&
    barState(item, schedule.dates(item.id), schedule.today) === 'done';
  const before = new Set(frozen.items.filter((item) => isDone(item, schedules.first)).map(({ id }) => id));
  return new Set(
    doc.items.filter((item) => !before.has(item.id) && isDone(item, schedules.other)).map(({ id }) => id),
  );
}

/** Findings of the same kind about the same items are the same, also when a number in them is another. */
function compareFindings(then: readonly Finding[], now: readonly Finding[]): BaselineComparison['findings'] {
  return { gone: without(then, now), added: without(now, then) };
}

function without(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const signOf = ({ code, itemIds }: Finding): string => JSON.stringify([code, itemIds]);
  const left = new Map<string, number>();
  for (const finding of others) left.set(signOf(finding), (left.get(signOf(finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const sign = signOf(finding);
    const count = left.get(sign) ?? 0;
    left.set(sign, count - 1);
    return count <= 0;
  });
}
