import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { schedulePlan, type Schedule } from '../schedule/schedule.ts';
import { toIso, type DayNumber } from '../time/day.ts';
import { translate, type Translated } from './common-ids.ts';
import { daysBetween, daysIn } from './days.ts';
import { explainChange } from './explain.ts';
import { readerOfFields } from './fields.ts';
import { pairLinks } from './pair-links.ts';
import type { Change } from './steps.ts';
import { summarize } from './summarize.ts';
import type { ComparedItem, ComparedPlan, ItemDifference, PlanComparison } from './types.ts';

/** Compares plans with the first of them as of `today`: sums, what differs item by item, and what makes the difference. */
export function comparePlans(docs: readonly PlanDocument[], today: DayNumber): PlanComparison {
  const schedules = docs.map((doc) => schedulePlan(doc, today));
  const plans: ComparedPlan[] = [];
  const comparison: PlanComparison = { today: toIso(today), plans, explanation: [], differences: [] };
  for (const [place, doc] of docs.entries()) {
    const schedule = schedules[place];
    if (schedule === undefined) continue;
    const summary = summarize(doc, schedule, today);
    plans.push({ ...summary, days: daysBetween((plans[0] ?? summary).goal?.date, summary.goal?.date) });
    const [first] = docs;
    if (place === 0 || first === undefined) continue;
    const { explanation, differences } = compareTwo(first, translate(first, doc), today);
    comparison.explanation.push(...explanation);
    comparison.differences.push(...differences);
  }
  return comparison;
}

/**
 * What differs between two plans in which the same item has the same id, and what that does to the goal as of `today`.
 * `told` are the schedules whose days are told item by item, where these are not as of `today`.
 */
export function compareTwo(
  first: PlanDocument,
  translated: Translated,
  today: DayNumber,
  told?: Change['schedules'],
): Pick<PlanComparison, 'explanation' | 'differences'> {
  const other = translated.document;
  const links = pairLinks(first, other);
  const schedules = { first: schedulePlan(first, today), other: schedulePlan(other, today) };
  const change: Change = { first, other, links, schedules };
  const fieldsOf = readerOfFields({ first, other, links });
  const planId = translated.planId;
  const known = new Set(first.items.map(({ id }) => id));
  const place = (id: string): Pick<ComparedItem, 'firstId' | 'otherId'> => ({
    firstId: known.has(id) ? id : null,
    otherId: translated.ownId.get(id) ?? null,
  });
  const explanation = explainChange(change, today, fieldsOf).map(({ items, ...part }) => ({
    planId,
    ...part,
    items: items.map(({ id, ...item }) => ({ ...place(id), ...item })),
  }));
  const differences = listDifferences(first, translated, told ?? schedules, fieldsOf).map(
    ({ id, ...each }) => ({
      planId,
      ...place(id),
      ...each,
    }),
  );
  return { explanation, differences };
}

type Listed = Omit<ItemDifference, 'planId' | 'firstId' | 'otherId'> & { id: string };

function listDifferences(
  first: PlanDocument,
  { document: other }: Translated,
  schedules: { first: Schedule; other: Schedule },
  fieldsOf: ReturnType<typeof readerOfFields>,
): Listed[] {
  const others = new Map(other.items.map((item) => [item.id, item]));
  const known = new Set(first.items.map(({ id }) => id));
  const causes: Listed[] = [];
  const consequences: Listed[] = [];
  const list = (item: Item, difference: Listed['difference'], fields: Listed['fields'] = []): void => {
    const [old, next] = [daysIn(schedules.first, item.id), daysIn(schedules.other, item.id)];
    const listed: Listed = {
      id: item.id,
      kind: item.kind,
      title: item.title,
      difference,
      first: old,
      other: next,
      startDays: daysBetween(old?.start, next?.start),
      endDays: daysBetween(old?.end, next?.end),
      fields,
    };
    if (difference !== 'moved') causes.push(listed);
    else if (old?.start !== next?.start || old?.end !== next?.end) consequences.push(listed);
  };
  for (const item of first.items) {
    const next = others.get(item.id);
    if (next === undefined) list(item, 'only-first');
    else {
      const fields = fieldsOf(item, next);
      list(next, fields.length > 0 ? 'changed' : 'moved', fields);
    }
  }
  for (const item of other.items) if (!known.has(item.id)) list(item, 'only-other');
  return [...causes, ...consequences];
}
