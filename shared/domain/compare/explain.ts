import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { schedulePlan, type Schedule } from '../schedule/schedule.ts';
import type { DayNumber } from '../time/day.ts';
import { daysIn } from './days.ts';
import { planAfter, stepsBetween, type Change, type Step } from './steps.ts';
import type { ExplainedItem, Explanation, FieldDifference } from './types.ts';

/** Up to this many steps every single one is tried. Of more, a run that moves the goal by nothing stays whole. */
const TRY_EACH = 32;
/** Each step costs a schedule. More changes than this are made several at a time. */
const MOST_STEPS = 200;

/** A part of the difference, with ids as in the change. */
export type Part = Omit<Explanation, 'planId' | 'items'> & {
  items: (Omit<ExplainedItem, 'otherId' | 'firstId'> & { id: string })[];
};

/**
 * What the changes between two plans do to the goal's date, made one after the other (see `stepsBetween`). Each part
 * is the goal's date after it less the date before it, so the parts add up to the whole difference. Empty where one
 * of the plans has no date.
 */
export function explainChange(
  change: Change,
  today: DayNumber,
  fieldsOf: (first: Item, other: Item) => FieldDifference[],
): Part[] {
  const from = change.schedules.first.goalDate;
  const to = change.schedules.other.goalDate;
  if (from === null || to === null || from === to) return [];
  const steps = stepsBetween(change);
  const stops = findStops(change, steps, today, from, to);
  const state = (count: number) => schedulePlan(planAfter(change, steps, count), today);
  const parts: Part[] = [];
  let before = { count: 0, day: from };
  for (const [count, day] of stops) {
    if (day !== before.day) {
      const made = steps.slice(before.count, count);
      const schedules = { before: state(before.count), after: state(count) };
      parts.push({
        days: day - before.day,
        cause: causeOf(made),
        items: namedItems(change, made, schedules).map((id) => describe(change, id, schedules, fieldsOf)),
      });
    }
    before = { count, day };
  }
  return parts;
}

/** The goal's date after some of the steps, in order, the last one included; those without a date are left out. */
function findStops(
  change: Change,
  steps: readonly Step[],
  today: DayNumber,
  from: DayNumber,
  to: DayNumber,
): [count: number, day: DayNumber][] {
  const days = new Map<number, DayNumber | null>([
    [0, from],
    [steps.length, to],
  ]);
  const stride = Math.ceil(steps.length / MOST_STEPS);
  const halve = (low: number, high: number): void => {
    if (high - low <= stride) return;
    if (days.get(low) === days.get(high) && high - low > TRY_EACH) return;
    const middle = Math.floor((low + high) / 2);
    days.set(middle, schedulePlan(planAfter(change, steps, middle), today).goalDate);
    halve(low, middle);
    halve(middle, high);
  };
  halve(0, steps.length);
  return [...days]
    .filter((stop): stop is [number, DayNumber] => stop[0] > 0 && stop[1] !== null)
    .sort(([a], [b]) => a - b);
}

function causeOf(steps: readonly Step[]): Part['cause'] {
  const causes = new Set(steps.map(({ cause }) => cause));
  const [only] = causes;
  return only === undefined || causes.size > 1 || (only === 'changed' && steps.length > 1)
    ? 'together'
    : only;
}

/** Of what was added or left out, only what stands in the chain that decides; a program stands for its parts and terms. */
function namedItems(
  { first, other }: Change,
  steps: readonly Step[],
  schedules: { before: Schedule; after: Schedule },
): string[] {
  const named = steps.flatMap(({ cause, itemIds }) => {
    if (cause === 'changed') return itemIds.length === 1 ? itemIds : [programOf(first, itemIds)];
    if (cause === 'goal') return itemIds;
    const [document, schedule] = cause === 'added' ? [other, schedules.after] : [first, schedules.before];
    const chain = new Set(schedule.chain().map(({ itemId }) => itemId));
    const deciding = itemIds.filter((id) => chain.has(id));
    return withoutParts(document, deciding.length > 0 ? deciding : itemIds);
  });
  return [...new Set(named)];
}

/** The program whose terms were changed together. */
function programOf({ items }: PlanDocument, [term]: readonly string[]): string {
  return items.find(({ id }) => id === term)?.programId ?? term ?? '';
}

function withoutParts({ items }: PlanDocument, ids: readonly string[]): string[] {
  const programs = new Map(items.map(({ id, programId }) => [id, programId]));
  return ids.filter((id) => !ids.includes(programs.get(id) ?? ''));
}

function describe(
  { first, other }: Change,
  id: string,
  schedules: { before: Schedule; after: Schedule },
  fieldsOf: (first: Item, other: Item) => FieldDifference[],
): Part['items'][number] {
  const old = first.items.find((item) => item.id === id);
  const next = other.items.find((item) => item.id === id);
  const item = next ?? old;
  if (item === undefined) throw new Error(`no item ${id} in either plan`);
  return {
    id,
    kind: item.kind,
    title: item.title,
    before: daysIn(schedules.before, id),
    after: daysIn(schedules.after, id),
    fields: old === undefined || next === undefined ? [] : fieldsOf(old, next),
  };
}
