/**
 * The schedule as one would first write it: items and links in maps and sets, a queue for the order, objects for the
 * dates. It is what the engine's arrays are measured against, so it does the same work for the plans of the bench
 * (every kind of item, links of all three kinds with lags, "any k of n", programs and their terms, latest dates) and
 * shares the calendar with the engine. What those plans do not hold (records of what happened, links to programs,
 * loops) it refuses.
 */
import type { Link, PlanDocument } from '#shared/domain/plan/document.ts';
import type { Item } from '#shared/domain/plan/items.ts';
import { plannedSpan } from '#shared/domain/schedule/planned-span.ts';
import { toDay, type DayNumber } from '#shared/domain/time/day.ts';
import {
  firstStartEndingFrom,
  lastDayOf,
  lastStartEndingBy,
  UNKNOWN_SPAN,
  type Span,
} from '#shared/domain/time/length.ts';

/** Dates of an item as the engine gives them, `null` where there are none. */
export interface PlainDates {
  id: string;
  start: DayNumber | null;
  end: DayNumber | null;
  latestStart: DayNumber | null;
  latestFinish: DayNumber | null;
  slack: number | null;
}

interface Days {
  start: DayNumber;
  end: DayNumber;
}

/** The dates of every item as of `today`, by id. */
export function plainSchedule(doc: PlanDocument, today: DayNumber): Map<string, PlainDates> {
  const plan = indexPlan(doc);
  const order = orderOf(plan);
  const earliest = new Map<string, Days>();
  for (const id of order) {
    const days = earliestOf(plan, earliest, itemOf(plan, id), today);
    if (days !== null) earliest.set(id, days);
  }
  const latest = latestDates(plan, earliest, order, doc.plan.goalId);
  return new Map(
    doc.items.map(({ id }) => {
      const early = earliest.get(id);
      const late = early && latest.get(id);
      return [
        id,
        {
          id,
          start: early?.start ?? null,
          end: early?.end ?? null,
          latestStart: late?.start ?? null,
          latestFinish: late?.end ?? null,
          slack: early && late ? late.end - early.end : null,
        },
      ];
    }),
  );
}

interface PlainPlan {
  items: Map<string, Item>;
  into: Map<string, Set<Link>>;
  outOf: Map<string, Set<Link>>;
  /** What a program is the sum of: the terms that count, and its experiences. */
  parts: Map<string, Set<Item>>;
  coursesOf: Map<string, Set<Item>>;
  requisites: Map<string, Set<{ courseId: string }>>;
  needs: Map<string, number>;
  /** Members of a group that were not chosen. */
  passedOver: Set<Link>;
}

function indexPlan(doc: PlanDocument): PlainPlan {
  const plan: PlainPlan = {
    items: new Map(doc.items.map((item) => [item.id, item])),
    into: new Map(),
    outOf: new Map(),
    parts: new Map(),
    coursesOf: new Map(),
    requisites: new Map(),
    needs: new Map(doc.linkGroups.map(({ id, need }) => [id, need])),
    passedOver: new Set(),
  };
  for (const item of doc.items) {
    if (item.actualStart !== null || item.actualEnd !== null) throw new Error(`${item.id} has begun`);
    if (item.kind === 'course' && item.termId !== null) addTo(plan.coursesOf, item.termId, item);
  }
  const children = new Map<string, Set<Item>>();
  for (const item of doc.items) if (item.programId !== null) addTo(children, item.programId, item);
  for (const item of doc.items) {
    if (item.kind === 'program') plan.parts.set(item.id, partsOf(plan, children.get(item.id) ?? new Set()));
  }
  for (const link of doc.links) {
    if (plan.items.get(link.toId)?.kind === 'program') throw new Error(`${link.id} leads to a program`);
    addTo(plan.into, link.toId, link);
    addTo(plan.outOf, link.fromId, link);
  }
  for (const { courseId, need, needs } of doc.requisiteSets) {
    if (need !== null) throw new Error(`${courseId} has a choice of requisites`);
    for (const each of needs) addTo(plan.requisites, courseId, each);
  }
  return plan;
}

function partsOf({ coursesOf }: PlainPlan, children: Set<Item>): Set<Item> {
  const terms = [...children].filter(({ kind }) => kind === 'term');
  const taught = terms.filter((term) => [...(coursesOf.get(term.id) ?? [])].some(isTaught));
  const experiences = [...children].filter(({ kind }) => kind === 'experience');
  return new Set([...(taught.length > 0 ? taught : terms), ...experiences]);
}

const isTaught = (item: Item): boolean => item.kind === 'course' && item.status !== 'withdrawn';

function addTo<Value>(sets: Map<string, Set<Value>>, key: string, value: Value): void {
  const set = sets.get(key);
  if (set) set.add(value);
  else sets.set(key, new Set([value]));
}

function itemOf({ items }: PlainPlan, id: string): Item {
  const item = items.get(id);
  if (!item) throw new Error(`no item ${id} in this plan`);
  return item;
}

/** Every item after all that its dates depend on. */
function orderOf({ items, into, outOf, parts, coursesOf }: PlainPlan): string[] {
  const waitingFor = new Map<string, number>();
  const summedIn = new Map<string, string>();
  for (const [programId, children] of parts) for (const { id } of children) summedIn.set(id, programId);
  for (const item of items.values()) {
    const inTerm = item.kind === 'course' && item.termId !== null ? 1 : 0;
    waitingFor.set(item.id, (into.get(item.id)?.size ?? 0) + (parts.get(item.id)?.size ?? 0) + inTerm);
  }
  const order = [...items.keys()].filter((id) => waitingFor.get(id) === 0);
  const release = (id: string): void => {
    const left = (waitingFor.get(id) ?? 0) - 1;
    waitingFor.set(id, left);
    if (left === 0) order.push(id);
  };
  // The list grows while it is walked, which makes it the queue.
  for (const id of order) {
    for (const { toId } of outOf.get(id) ?? []) release(toId);
    for (const course of coursesOf.get(id) ?? []) release(course.id);
    const programId = summedIn.get(id);
    if (programId !== undefined) release(programId);
  }
  if (order.length !== items.size) throw new Error('the links form a loop');
  return order;
}

const dayOf = (date: string | null): number => (date === null ? -Infinity : toDay(date));

function holdsDates(item: Item): boolean {
  return item.pinStart !== null || item.kind === 'term' || (item.kind === 'course' && item.termId !== null);
}

function earliestOf(plan: PlainPlan, earliest: Map<string, Days>, item: Item, today: DayNumber): Days | null {
  const span = plannedSpan(item, false);
  if (item.pinStart !== null) {
    const start = toDay(item.pinStart);
    choose(plan, earliest, item.id, span);
    return { start, end: item.pinEnd === null ? lastDayOf(start, span) : toDay(item.pinEnd) };
  }
  if (item.kind === 'term') return { start: toDay(item.firstDay), end: toDay(item.lastDay) };
  if (item.kind === 'course' && item.termId !== null) return earliest.get(item.termId) ?? null;
  if (item.kind === 'program') return sumOf(plan, earliest, item.id);
  if (span === UNKNOWN_SPAN) return null;

  const waits = item.kind === 'experience' || item.kind === 'step' || item.kind === 'credential';
  let start = Math.max(dayOf(item.notBefore), waits ? today : -Infinity);
  for (const link of plan.into.get(item.id) ?? []) {
    if (link.groupId !== null) continue;
    const before = earliest.get(link.fromId);
    if (!before) return null;
    start = Math.max(start, startAsked(link, before, span));
  }
  const chosen = choose(plan, earliest, item.id, span);
  if (chosen === null) return null;
  start = Math.max(start, chosen);
  return start === -Infinity ? null : { start, end: lastDayOf(start, span) };
}

function startAsked({ kind, lag }: Link, before: Days, span: Span): number {
  if (kind === 'FS') return before.end + 1 + lag;
  return kind === 'SS' ? before.start + lag : firstStartEndingFrom(before.end + lag, span);
}

/** The latest day that the groups of an item ask for; `null` when one has too few members with dates. */
function choose(plan: PlainPlan, earliest: Map<string, Days>, id: string, span: Span): number | null {
  const groups = new Map<string, Set<Link>>();
  for (const link of plan.into.get(id) ?? []) if (link.groupId !== null) addTo(groups, link.groupId, link);
  let latest = -Infinity;
  for (const [groupId, members] of groups) {
    const asking = [...members].flatMap((link) => {
      const before = earliest.get(link.fromId);
      return before ? [{ link, start: startAsked(link, before, span) }] : [];
    });
    asking.sort((a, b) => a.start - b.start);
    const chosen = asking.slice(0, plan.needs.get(groupId) ?? 0);
    if (chosen.length < (plan.needs.get(groupId) ?? 0)) return null;
    const kept = new Set(chosen.map(({ link }) => link));
    for (const link of members) if (!kept.has(link)) plan.passedOver.add(link);
    latest = Math.max(latest, chosen.at(-1)?.start ?? -Infinity);
  }
  return latest;
}

function sumOf({ parts }: PlainPlan, earliest: Map<string, Days>, programId: string): Days | null {
  const dated = [...(parts.get(programId) ?? [])].flatMap(({ id }) => earliest.get(id) ?? []);
  if (dated.length === 0) return null;
  return {
    start: dated.reduce((first, { start }) => Math.min(first, start), Infinity),
    end: dated.reduce((last, { end }) => Math.max(last, end), -Infinity),
  };
}

/** Latest dates, counted back from the goal's own date, of the items from which a path leads to it. */
function latestDates(
  plan: PlainPlan,
  earliest: Map<string, Days>,
  order: readonly string[],
  goalId: string | null,
): Map<string, Days> {
  const latest = new Map<string, Days>();
  const goal = goalId === null ? undefined : earliest.get(goalId);
  if (goalId === null || !goal) return latest;
  const reached = reachedFrom(plan, earliest, goalId);
  for (const id of reached) if (holdsDates(itemOf(plan, id))) latest.set(id, { ...daysIn(earliest, id) });
  const summedIn = new Map<string, string>();
  for (const [programId, parts] of plan.parts) for (const { id } of parts) summedIn.set(id, programId);
  for (const id of order.toReversed()) {
    if (!reached.has(id) || latest.has(id)) continue;
    const item = itemOf(plan, id);
    const days = daysIn(earliest, id);
    const span = item.kind === 'program' ? days.end - days.start + 1 : plannedSpan(item, false);
    let start = Infinity;
    let end = id === goalId ? days.end : Infinity;
    for (const link of plan.outOf.get(id) ?? []) {
      const after = latest.get(link.toId);
      if (!after || plan.passedOver.has(link)) continue;
      if (link.kind === 'FS') end = Math.min(end, after.start - 1 - link.lag);
      else if (link.kind === 'SS') start = Math.min(start, after.start - link.lag);
      else end = Math.min(end, lastDayReached(itemOf(plan, link.toId), after) - link.lag);
    }
    const program = latest.get(summedIn.get(id) ?? '');
    if (program) end = Math.min(end, program.end);
    if (start !== Infinity) end = Math.min(end, lastDayOf(start, span));
    // Several starts can end on one day, where months are short.
    if (end !== Infinity) latest.set(id, { start: Math.min(start, lastStartEndingBy(end, span)), end });
  }
  return latest;
}

/** The last day reached from the latest start, which in months can fall short of the latest finish. */
function lastDayReached(item: Item, { start, end }: Days): DayNumber {
  const span = plannedSpan(item, false);
  return holdsDates(item) || span === UNKNOWN_SPAN ? end : lastDayOf(start, span);
}

function daysIn(dates: Map<string, Days>, id: string): Days {
  const days = dates.get(id);
  if (!days) throw new Error(`${id} has no dates`);
  return days;
}

/** The items with dates from which links, programs, terms or requisites lead to the goal. */
function reachedFrom(plan: PlainPlan, earliest: Map<string, Days>, goalId: string): Set<string> {
  const reached = new Set<string>();
  const open: string[] = [];
  const visit = (id: string): void => {
    if (!earliest.has(id) || reached.has(id)) return;
    reached.add(id);
    open.push(id);
  };
  visit(goalId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const link of plan.into.get(id) ?? []) if (!plan.passedOver.has(link)) visit(link.fromId);
    for (const part of plan.parts.get(id) ?? []) {
      visit(part.id);
      for (const course of plan.coursesOf.get(part.id) ?? []) if (isTaught(course)) visit(course.id);
    }
    const item = itemOf(plan, id);
    if (item.kind === 'course' && item.termId !== null) visit(item.termId);
    for (const { courseId } of plan.requisites.get(id) ?? []) visit(courseId);
  }
  return reached;
}
