import { startAsked } from './choose.ts';
import { CAUSE, EDGE, MODE, reasonToHold, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { holdsDates, itemAt, type Graph } from './graph.ts';
import { childrenThatEnd, childThatStarts } from './reach.ts';
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
    const child = byStart
      ? childThatStarts(graph, earliest, node)
      : (childrenThatEnd(graph, earliest, node)[0] ?? -1);
    if (child < 0) return ends(reasonToHold(byteAt(graph.facts.mode, node)));
    return { reason: itemAt(graph, child).kind === 'term' ? 'term' : 'link', from: child, byStart };
  }
  if (byteAt(graph.facts.mode, node) === MODE.course) {
    return { reason: 'term', from: at(graph.places.termOf, node), byStart };
  }
  if (holdsDates(graph.facts, node)) return ends(reasonToHold(byteAt(graph.facts.mode, node)));
  let first = -1;
  for (const edge of bindingEdges(graph, earliest, node)) {
    if (first < 0 || at(graph.edges.link, edge) < at(graph.edges.link, first)) first = edge;
  }
  if (first >= 0) {
    const kind = byteAt(graph.edges.kind, first);
    return { reason: 'link', from: at(graph.edges.from, first), byStart: kind === EDGE.startToStart };
  }
  return ends(at(graph.facts.notBefore, node) === at(earliest.start, node) ? 'not-before' : 'today');
}

/** What else asks for the same day: ids of items by link order, then the item's own `not-before` and `today`. */
export function tiedWith(graph: Graph, earliest: Earliest, node: number, decision: Decision): string[] {
  const { facts } = graph;
  if (byteAt(facts.rule, node) === RULE.summary) {
    if (decision.byStart) return [];
    const others = childrenThatEnd(graph, earliest, node).filter((child) => child !== decision.from);
    return others.map((child) => itemAt(graph, child).id);
  }
  if (holdsDates(facts, node)) return [];
  const links = bindingEdges(graph, earliest, node).map((edge) => ({
    link: at(graph.edges.link, edge),
    from: at(graph.edges.from, edge),
  }));
  links.sort((a, b) => a.link - b.link);
  const tied = links.slice(1).map(({ from }) => itemAt(graph, from).id);
  const start = at(earliest.start, node);
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

/** The edges of links, to the item or to its program, that ask for exactly its first day. */
function bindingEdges(graph: Graph, earliest: Earliest, node: number): number[] {
  const start = at(earliest.start, node);
  return askingEdges(graph, earliest, node)
    .filter((asked) => asked.start === start)
    .map(({ edge }) => edge);
}

function askingEdges(graph: Graph, earliest: Earliest, node: number): { edge: number; start: number }[] {
  const { edges, facts } = graph;
  const asking: { edge: number; start: number }[] = [];
  // An item without a known length has links all the same: for them it takes one day.
  const span = at(facts.span, node) || 1;
  const ask = (edge: number): void => {
    if (byteAt(earliest.chosen, edge) === 0 || byteAt(earliest.cause, at(edges.from, edge)) !== CAUSE.none)
      return;
    asking.push({ edge, start: startAsked(graph, earliest, edge, span) });
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
