import { startAsked } from './choose.ts';
import { CAUSE, EDGE, KIND, MODE, NO_DAY, reasonToHold, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { holdsDates, itemAt, type Graph } from './graph.ts';
import { childrenThatEnd, childrenThatStart } from './reach.ts';
import type { BindingReason } from './types.ts';

/** What fixes the date of one dated item. */
export interface Decision {
  reason: BindingReason;
  /** The node the decision comes from, −1 where the chain ends. */
  from: number;
  /** True when it comes from that node's first day, false from its last. */
  byStart: boolean;
}

/** What fixes the date of a dated item (R15); of a program, its first day if `byStart`, else its last. */
export function decide(graph: Graph, earliest: Earliest, node: number, byStart: boolean): Decision {
  if (byteAt(graph.facts.rule, node) === RULE.summary) {
    const child = (byStart ? childrenThatStart : childrenThatEnd)(graph, earliest, node)[0];
    if (child === undefined) return ends(reasonToHold(byteAt(graph.facts.mode, node)));
    return { reason: byteAt(graph.places.kind, child) === KIND.term ? 'term' : 'link', from: child, byStart };
  }
  if (byteAt(graph.facts.mode, node) === MODE.course) {
    return { reason: 'term', from: at(graph.places.termOf, node), byStart };
  }
  if (holdsDates(graph.facts, node)) return ends(reasonToHold(byteAt(graph.facts.mode, node)));
  const first = firstBindingEdge(graph, earliest, node);
  if (first >= 0) {
    const byFirstDay = byteAt(graph.edges.kind, first) === EDGE.startToStart;
    return { reason: 'link', from: at(graph.edges.from, first), byStart: byFirstDay };
  }
  return ends(at(graph.facts.notBefore, node) === at(earliest.start, node) ? 'not-before' : 'today');
}

/** What else asks for the same day: ids of items by link order, then the item's own `not-before` and `today`. */
export function tiedWith(graph: Graph, earliest: Earliest, node: number, decision: Decision): string[] {
  const { facts } = graph;
  if (byteAt(facts.rule, node) === RULE.summary) {
    const deciding = (decision.byStart ? childrenThatStart : childrenThatEnd)(graph, earliest, node);
    return deciding.filter((child) => child !== decision.from).map((child) => itemAt(graph, child).id);
  }
  if (holdsDates(facts, node)) return [];
  const start = at(earliest.start, node);
  const links = askingEdges(graph, earliest, node).filter((asked) => asked.start === start);
  links.sort((a, b) => at(graph.edges.link, a.edge) - at(graph.edges.link, b.edge));
  const tied = links.slice(1).map(({ edge }) => itemAt(graph, at(graph.edges.from, edge)).id);
  const notBefore = at(facts.notBefore, node) === start;
  if (notBefore && decision.reason === 'link') tied.push('not-before');
  if (at(facts.today, node) === start && decision.reason !== 'today') tied.push('today');
  return tied;
}

/** The first day that the links to an automatic item allow, `null` when no dated predecessor asks for one. */
export function linkFloor(graph: Graph, earliest: Earliest, node: number): number | null {
  const asked = askingEdges(graph, earliest, node).map(({ start }) => start);
  return asked.length === 0 ? null : Math.max(...asked);
}

function ends(reason: BindingReason): Decision {
  return { reason, from: -1, byStart: false };
}

/** Of the edges that ask for exactly the item's first day, the one whose link comes first; −1 if none does. */
function firstBindingEdge(graph: Graph, earliest: Earliest, node: number): number {
  const { edges } = graph;
  let first = -1;
  for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
    const kind = byteAt(edges.kind, e);
    if (kind < EDGE.gate) first = firstOf(graph, earliest, node, first, e);
    else if (kind === EDGE.gate) {
      const gate = at(edges.from, e);
      for (let k = at(edges.inStart, gate); k < at(edges.inStart, gate + 1); k++) {
        first = firstOf(graph, earliest, node, first, k);
      }
    }
  }
  return first;
}

function firstOf(graph: Graph, earliest: Earliest, node: number, first: number, edge: number): number {
  const { link } = graph.edges;
  if (first >= 0 && at(link, first) < at(link, edge)) return first;
  return startAskedBy(graph, earliest, node, edge) === at(earliest.start, node) ? edge : first;
}

/** The edges of links to the item or to its program, with the first day each asks for. */
function askingEdges(graph: Graph, earliest: Earliest, node: number): { edge: number; start: number }[] {
  const { edges } = graph;
  const asking: { edge: number; start: number }[] = [];
  const ask = (edge: number): void => {
    const start = startAskedBy(graph, earliest, node, edge);
    if (start !== NO_DAY) asking.push({ edge, start });
  };
  for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
    const kind = byteAt(edges.kind, e);
    if (kind < EDGE.gate) ask(e);
    else if (kind === EDGE.gate) {
      const gate = at(edges.from, e);
      for (let k = at(edges.inStart, gate); k < at(edges.inStart, gate + 1); k++) ask(k);
    }
  }
  return asking;
}

/** `NO_DAY` for an edge that was not chosen or comes from a node without dates. */
function startAskedBy(graph: Graph, earliest: Earliest, node: number, edge: number): number {
  if (byteAt(earliest.chosen, edge) === 0) return NO_DAY;
  if (byteAt(earliest.cause, at(graph.edges.from, edge)) !== CAUSE.none) return NO_DAY;
  // An item without a known length has links all the same: for them it takes one day.
  return startAsked(graph, earliest, edge, at(graph.facts.span, node) || 1);
}
