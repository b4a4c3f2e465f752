import { EDGE, KIND, MODE, RULE } from './codes.ts';
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
  const kind = byteAt(graph.edges.kind, edge);
  const rule = byteAt(graph.facts.rule, at(graph.edges.to, edge));
  if (kind <= EDGE.gate) return rule === RULE.auto || rule === RULE.gate || isChecked(graph, edge);
  if (kind === EDGE.sum) return rule === RULE.summary;
  if (kind === EDGE.term) return rule === RULE.placed;
  return kind !== EDGE.dropped;
}

/** Whether a link says something about a node that it does not move. */
function isChecked(graph: Graph, edge: number): boolean {
  const { facts, places } = graph;
  const node = at(graph.edges.to, edge);
  if (node >= places.itemCount) return true;
  if (at(places.gateOf, node) >= 0) return holdsDates(facts, node);
  if (!holdsDates(facts, node) || byteAt(places.kind, node) === KIND.term) return true;
  return byteAt(facts.mode, node) === MODE.pinned || !isForProgram(graph, edge);
}

/** True for an edge to a child that stands for a link to its program. */
export function isForProgram(graph: Graph, edge: number): boolean {
  const kind = byteAt(graph.edges.kind, edge);
  if (kind >= EDGE.gate) return kind === EDGE.gate;
  if (at(graph.edges.group, edge) < 0) return false;
  return graph.links[at(graph.edges.link, edge)]?.toId !== graph.items[at(graph.edges.to, edge)]?.id;
}
