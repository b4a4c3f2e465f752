import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { chooseLate } from './choose.ts';
import { at } from './dense.ts';
import { copyEarliest, propagate, type Earliest } from './forward.ts';
import { findLateChoices, type Graph } from './graph.ts';
import { copyFacts, createFacts, readItem, type NodeFacts } from './read-item.ts';

/** What the schedule of a changed plan is made of. */
export interface Revised {
  graph: Graph;
  earliest: Earliest;
}

/**
 * The graph and the first pass of a changed plan, taken over from those of the plan before as far as they still hold:
 * its shape, and every date that the change does not move. `null` when the plan has another shape, or one in which what
 * is pinned or recorded decides the order; then all has to be computed anew. `changed` is as in `findChanged`.
 */
export function revise(
  graph: Graph,
  earliest: Earliest,
  before: PlanDocument,
  after: PlanDocument,
  changed: readonly string[] | null,
): Revised | null {
  const places = findChanged(graph, before, after, changed);
  if (places === null) return null;
  const moved = places.filter((place) => saysOtherDates(graph, after.items, place));
  const revised = { ...graph, items: after.items };
  if (moved.length === 0) return { graph: revised, earliest };
  if (!graph.order.anyMode) return null;
  revised.facts = copyFacts(graph.facts);
  for (const place of moved) read(revised, revised.facts, place, place);
  const otherModes = moved.some((place) => graph.facts.mode[place] !== revised.facts.mode[place]);
  if (otherModes && graph.groupNeeds.length > 0)
    revised.lateChoices = findLateChoices(graph.edges, revised.facts);
  const dates = copyEarliest(earliest);
  propagate(revised, dates, moved);
  for (const node of revised.lateChoices) chooseLate(revised, dates, node);
  return { graph: revised, earliest: dates };
}

/**
 * The places of the items that differ between two states of a plan; `null` when anything differs on which the shape of
 * the graph depends. `changed` are the ids of all records that differ, as a command's reply names them; with `null` it
 * is found out by identity, for a document that shares with the one before whatever it does not change.
 */
function findChanged(
  graph: Graph,
  before: PlanDocument,
  after: PlanDocument,
  changed: readonly string[] | null,
): number[] | null {
  if (before.plan.id !== after.plan.id || before.items.length !== after.items.length) return null;
  return changed === null ? findByIdentity(before, after) : findByIds(graph, before, after, changed);
}

function findByIdentity(before: PlanDocument, after: PlanDocument): number[] | null {
  const { items, links, linkGroups, requisiteSets } = before;
  if (links !== after.links || linkGroups !== after.linkGroups) return null;
  if (requisiteSets !== after.requisiteSets) return null;
  const places: number[] = [];
  for (let place = 0; place < items.length; place++) {
    if (items[place] === after.items[place]) continue;
    if (!keepsShape(items[place], after.items[place])) return null;
    places.push(place);
  }
  return places;
}

function findByIds(
  graph: Graph,
  before: PlanDocument,
  after: PlanDocument,
  changed: readonly string[],
): number[] | null {
  const places: number[] = [];
  for (const id of changed) {
    if (id === after.plan.id) continue;
    const place = graph.places.of.get(id);
    // A link, a requisite or an entry of a log: rare enough to compute everything.
    if (place === undefined || !keepsShape(before.items[place], after.items[place])) return null;
    places.push(place);
  }
  return places;
}

/** True for two states of one item in the same place that belong to the same program and term. */
function keepsShape(before: Item | undefined, after: Item | undefined): boolean {
  if (!before || before.id !== after?.id || before.programId !== after.programId) return false;
  if (before.kind !== 'course') return before.kind === after.kind;
  if (after.kind !== 'course' || before.termId !== after.termId) return false;
  return (before.status === 'withdrawn') === (after.status === 'withdrawn');
}

/** Whether an item says anything about its dates that the graph does not know yet. */
function saysOtherDates(graph: Graph, items: readonly Item[], place: number): boolean {
  const facts = createFacts(1);
  read({ ...graph, items }, facts, 0, place);
  return Object.entries(facts).some(
    ([name, values]: [string, NodeFacts[keyof NodeFacts]]) =>
      values[0] !== graph.facts[name as keyof NodeFacts][place],
  );
}

function read(graph: Graph, facts: NodeFacts, node: number, place: number): void {
  const item = graph.items[place];
  if (item) readItem(facts, node, item, graph.today, graph.best, at(graph.places.termOf, place) >= 0);
}
