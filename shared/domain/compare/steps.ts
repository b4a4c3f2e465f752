import type { Link, LinkGroup, PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { groupConnected } from './connected.ts';
import type { PairedLinks } from './pair-links.ts';
import type { Explanation } from './types.ts';

/** One change on the way from the first plan to the other, with the items it is about. */
export interface Step {
  cause: Exclude<Explanation['cause'], 'together' | 'time'>;
  itemIds: readonly string[];
}

/** The fields that the goal's date can depend on; the others need no step. */
const DATING = [
  ...['notBefore', 'pinStart', 'pinEnd', 'actualStart', 'actualEnd', 'length', 'lengthUnit', 'programId'],
  ...['firstDay', 'lastDay', 'termId', 'status', 'hoursRequired', 'hoursPerWeek', 'log', 'sort'],
  ...['attempts', 'retakeDays', 'issued', 'doneOn'],
];

/** What the way from one plan to another is made of. Items that are the same have the same id in both. */
export interface Change {
  first: PlanDocument;
  other: PlanDocument;
  links: PairedLinks;
  /** The schedules of the two, for the order of the steps. */
  schedules: { first: Schedule; other: Schedule };
}

/**
 * The changes that make the other plan of the first, in an order in which the goal keeps its date as far as it can:
 * what is added comes first and what is left out goes last, so that nothing is ever missing in between; the rest
 * in the order of time.
 */
export function stepsBetween(change: Change): Step[] {
  const { first, other, links, schedules } = change;
  const others = new Map(other.items.map((item) => [item.id, item]));
  const firsts = new Set(first.items.map(({ id }) => id));
  const onlyOther = other.items.filter(({ id }) => !firsts.has(id));
  const onlyFirst = first.items.filter(({ id }) => !others.has(id));
  const changed = first.items.filter((item) => {
    const next = others.get(item.id);
    return next !== undefined && (datesDiffer(item, next) || links.differ(item.id));
  });
  const step = (cause: Step['cause'], items: readonly Item[]): Step => ({
    cause,
    itemIds: items.map(({ id }) => id),
  });
  const goalMoves = first.plan.goalId !== other.plan.goalId && other.plan.goalId !== null;
  return [
    ...inTime(groupConnected(onlyOther, other.links), schedules.other).map((part) => step('added', part)),
    ...inTime(withTermsTogether(changed), schedules.first).map((part) => step('changed', part)),
    ...(goalMoves ? [{ cause: 'goal' as const, itemIds: [other.plan.goalId ?? ''] }] : []),
    ...inTime(groupConnected(onlyFirst, first.links), schedules.first).map((part) => step('left-out', part)),
  ];
}

/** The plan after the first `count` of the steps. Says only what dates depend on: requisites and facts are left out. */
export function planAfter(
  { first, other, links }: Change,
  steps: readonly Step[],
  count: number,
): PlanDocument {
  const done = new Set<string>();
  const ahead = new Set<string>();
  let { goalId } = first.plan;
  for (const [place, { cause, itemIds }] of steps.entries()) {
    if (cause === 'goal') goalId = place < count ? other.plan.goalId : goalId;
    else for (const id of itemIds) (place < count ? done : ahead).add(id);
  }
  const others = new Map(other.items.map((item) => [item.id, item]));
  const firsts = new Set(first.items.map(({ id }) => id));
  const items = first.items.flatMap((item) => {
    const next = others.get(item.id);
    if (next === undefined) return done.has(item.id) ? [] : [item];
    return [done.has(item.id) ? next : item];
  });
  items.push(...other.items.filter(({ id }) => !firsts.has(id) && !ahead.has(id)));

  // The engine leaves out links to items that are not there, so only links with an owner wait for a step of theirs.
  const ofFirst = (link: Link): boolean => !done.has(links.ownerOf(link) ?? '');
  const ofOther = (link: Link): boolean => {
    const owner = links.ownerOf(link);
    return owner === null || done.has(owner);
  };
  return {
    plan: { ...first.plan, goalId },
    items,
    links: [
      ...first.links.filter(ofFirst),
      ...other.links
        .filter(ofOther)
        .map((link) => ({ ...link, groupId: links.partners.get(link.groupId ?? '') ?? link.groupId })),
    ],
    linkGroups: mergeGroups(first.linkGroups, other.linkGroups, links, done),
    requirements: [],
    requisiteSets: [],
    facts: [],
    acknowledgements: [],
  };
}

function mergeGroups(
  first: readonly LinkGroup[],
  other: readonly LinkGroup[],
  { partners }: PairedLinks,
  done: ReadonlySet<string>,
): LinkGroup[] {
  const next = new Map(other.map(({ id, need }) => [partners.get(id), need]));
  const kept = first.map((group) => ({
    ...group,
    need: done.has(group.toId) ? (next.get(group.id) ?? group.need) : group.need,
  }));
  return [...kept, ...other.filter(({ id }) => !partners.has(id))];
}

/** Each item by itself, but the terms of a program together: moved one by one they would pass each other. */
function withTermsTogether(items: readonly Item[]): Item[][] {
  const parts = Map.groupBy(items, ({ id, kind, programId }) => (kind === 'term' ? programId : null) ?? id);
  return [...parts.values()].flatMap((part) => {
    const terms = part.filter(({ kind }) => kind === 'term');
    const others = part.filter(({ kind }) => kind !== 'term').map((item) => [item]);
    return terms.length === 0 ? others : [...others, terms];
  });
}

function datesDiffer(first: Item, other: Item): boolean {
  const [old, next] = [first, other] as unknown as Record<string, unknown>[];
  return DATING.some((field) => JSON.stringify(plain(old?.[field])) !== JSON.stringify(plain(next?.[field])));
}

/** Entries of logs without their ids, which differ from plan to plan. */
function plain(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: object) => ({ ...entry, id: null }));
}

function inTime(parts: Item[][], schedule: Schedule): Item[][] {
  const startOf = (part: readonly Item[]): number =>
    Math.min(...part.map(({ id }) => schedule.dates(id).start ?? Infinity));
  const starts = new Map(parts.map((part) => [part, startOf(part)]));
  return parts.toSorted((a, b) => {
    const [one, two] = [starts.get(a) ?? 0, starts.get(b) ?? 0];
    return one === two ? 0 : one - two;
  });
}
