import type { PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import { chooseLate } from './choose.ts';
import { at } from './dense.ts';
import { copyEarliest, propagate, type Earliest } from './forward.ts';
import { findLateChoices, itemAt, type Graph } from './graph.ts';
import { createFacts, readItem, type NodeFacts } from './read-item.ts';

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
  const revised = { ...graph, items: after.items };
  const moved = readAgain(revised, places);
  if (moved.length === 0) return { graph: revised, earliest };
  if (!graph.order.anyMode) return null;
  const otherModes = graph.facts.mode !== revised.facts.mode;
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

/**
 * Reads the items at some places into the graph, which gets arrays of its own for the facts that differ. Answers the
 * places of those that say anything else about their dates than before.
 */
function readAgain(graph: Graph, places: readonly number[]): number[] {
  const fresh = createFacts(places.length);
  for (const [index, place] of places.entries()) {
    const placed = at(graph.places.termOf, place) >= 0;
    readItem(fresh, index, itemAt(graph, place), graph.today, graph.best, placed);
  }
  const moved = new Set<number>();
  const before: Readonly<FactArrays> = graph.facts;
  const facts: FactArrays = { ...graph.facts };
  for (const name of Object.keys(facts) as (keyof NodeFacts)[]) {
    for (const [index, place] of places.entries()) {
      const value = fresh[name][index] ?? 0;
      if (value === facts[name][place]) continue;
      if (facts[name] === before[name]) facts[name] = before[name].slice();
      facts[name][place] = value;
      moved.add(place);
    }
  }
  graph.facts = facts as NodeFacts;
  return [...moved];
}

type FactArrays = Record<keyof NodeFacts, Uint8Array | Int32Array>;
