import type { Link, PlanDocument } from '../plan/document.ts';
import type { Item } from '../plan/items.ts';
import type { DayNumber } from '../time/day.ts';
import { EDGE, MODE, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Edges } from './edges.ts';
import { findPlaces, type Places } from './places.ts';
import { orderNodes, type Order } from './order.ts';
import { createFacts, readItem, type NodeFacts } from './read-item.ts';
import { relate } from './relate.ts';

/**
 * A plan as numbers. Node 0 … itemCount − 1 are the items in document order; behind them every program has a
 * gate, which gathers what the links to that program ask of its children (R10). Built once per document and
 * today; the passes over it allocate nothing per item.
 */
export interface Graph {
  items: readonly Item[];
  today: DayNumber;
  /** True when waits take their best known length. */
  best: boolean;
  places: Places;
  nodeCount: number;
  facts: NodeFacts;
  edges: Edges;
  /** The links by position, then id: the order in which ties are decided. */
  links: readonly Link[];
  /** How many members each group asks for: link groups first, then requisite sets. */
  groupNeeds: Int32Array;
  order: Order;
  /** Nodes whose "any k of n" is chosen after the pass: no link moves them, or it is one of requisites. */
  lateChoices: number[];
}

/** The graph of a plan; with `best`, waits take their best known length. */
export function buildGraph(doc: PlanDocument, today: DayNumber, best = false): Graph {
  const places = findPlaces(doc.items);
  const nodeCount = places.itemCount + places.programs.length;
  const facts = createFacts(nodeCount);
  let place = 0;
  for (const item of doc.items) {
    readItem(facts, place, item, today, best, at(places.termOf, place) >= 0);
    place += 1;
  }
  facts.rule.fill(RULE.gate, places.itemCount);
  const links = inOrder(doc.links);
  const { edges, groupNeeds } = relate(doc, links, places, nodeCount);
  const order = orderNodes(edges, facts, places);
  const lateChoices = groupNeeds.length === 0 ? [] : findLateChoices(edges, facts);
  return {
    items: doc.items,
    today,
    best,
    places,
    nodeCount,
    facts,
    edges,
    links,
    groupNeeds,
    order,
    lateChoices,
  };
}

/** True for an item whose dates others do not move: links to it are only checked (R3). */
export function holdsDates(facts: NodeFacts, node: number): boolean {
  const mode = byteAt(facts.mode, node);
  return mode !== MODE.auto && mode !== MODE.summary;
}

/** The document's links are stored in this order; a caller that builds one by hand need not know. */
function inOrder(links: readonly Link[]): readonly Link[] {
  let before: Link | null = null;
  for (const link of links) {
    if (before && comesBefore(link, before)) {
      return links.toSorted((a, b) => (comesBefore(a, b) ? -1 : Number(comesBefore(b, a))));
    }
    before = link;
  }
  return links;
}

function comesBefore(a: Link, b: Link): boolean {
  return a.position < b.position || (a.position === b.position && a.id < b.id);
}

/** The nodes of `lateChoices`, for what is pinned and recorded by these facts. */
export function findLateChoices(edges: Edges, facts: NodeFacts): number[] {
  const nodes = new Set<number>();
  for (let e = 0; e < edges.count; e++) {
    const node = at(edges.to, e);
    if (at(edges.group, e) < 0) continue;
    if (byteAt(edges.kind, e) >= EDGE.prerequisite || byteAt(facts.mode, node) !== MODE.auto) nodes.add(node);
  }
  return [...nodes];
}

/** The item at a place of the graph. */
export function itemAt(graph: Graph, place: number): Item {
  const item = graph.items[place];
  if (!item) throw new Error(`no item at place ${place}`);
  return item;
}
