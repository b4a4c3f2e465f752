import { EDGE, MODE, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { holdsDates, type Graph } from './graph.ts';

/**
 * True for an edge that says something about the dates of the node it leads to: not for a member that was not
 * chosen, nor for what a link to a program does not reach. Such a link binds automatic children, is checked against
 * terms and pinned children (R10), and against the program itself when that holds its dates. What is recorded of a
 * child is history, and a course has the dates of its term.
 */
export function isInForce(graph: Graph, earliest: Earliest, edge: number): boolean {
  if (byteAt(earliest.chosen, edge) === 0) return false;
  const { facts, places, edges } = graph;
  const node = at(edges.to, edge);
  const kind = byteAt(edges.kind, edge);
  if (kind <= EDGE.gate) {
    const rule = byteAt(facts.rule, node);
    if (rule === RULE.auto || rule === RULE.gate) return true;
    if (node >= places.itemCount) return true;
    if (at(places.gateOf, node) >= 0) return holdsDates(facts, node);
    if (!holdsDates(facts, node) || graph.items[node]?.kind === 'term') return true;
    return byteAt(facts.mode, node) === MODE.pinned || !isForProgram(graph, edge);
  }
  if (kind === EDGE.sum) return byteAt(facts.rule, node) === RULE.summary;
  if (kind === EDGE.term) return byteAt(facts.rule, node) === RULE.placed;
  return kind !== EDGE.dropped;
}

/** True for an edge to a child that stands for a link to its program. */
export function isForProgram(graph: Graph, edge: number): boolean {
  const kind = byteAt(graph.edges.kind, edge);
  if (kind >= EDGE.gate) return kind === EDGE.gate;
  if (at(graph.edges.group, edge) < 0) return false;
  return graph.links[at(graph.edges.link, edge)]?.toId !== graph.items[at(graph.edges.to, edge)]?.id;
}
