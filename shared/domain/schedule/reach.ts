import { CAUSE, EDGE, NO_DAY, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import type { Graph } from './graph.ts';
import { isInForce } from './in-force.ts';

/** By which of its days a node leads to the goal. Only for programs the two differ. */
export const BY_END = 1;
export const BY_START = 2;

/**
 * The nodes with dates from which a path leads to the goal (R14), as `BY_END` and `BY_START` flags per node; 0
 * for the others. A program is reached from what it sums: by its end from all, by its start from the child that
 * starts it. With a term come its courses, for they are why the term counts.
 */
export function findReach(graph: Graph, earliest: Earliest, goal: number): Uint8Array {
  const { edges, facts, places } = graph;
  const reach = new Uint8Array(graph.nodeCount);
  const open: number[] = [];

  const visit = (node: number, by: number): void => {
    const isGate = node >= places.itemCount;
    if (!isGate && byteAt(earliest.cause, node) !== CAUSE.none) return;
    const flags = byteAt(facts.rule, node) === RULE.summary ? by : BY_END;
    if ((byteAt(reach, node) & flags) === flags) return;
    reach[node] = byteAt(reach, node) | flags;
    open.push(node);
  };
  const visitSummed = (child: number): void => {
    visit(child, BY_END);
    for (let k = at(edges.outStart, child); k < at(edges.outStart, child + 1); k++) {
      const edge = at(edges.out, k);
      const course = at(edges.to, edge);
      if (byteAt(edges.kind, edge) === EDGE.term && byteAt(places.withdrawn, course) === 0)
        visit(course, BY_END);
    }
  };

  visit(goal, BY_END);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const flags = byteAt(reach, node);
    for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
      if (!isInForce(graph, earliest, e)) continue;
      const kind = byteAt(edges.kind, e);
      const before = at(edges.from, e);
      if (kind === EDGE.sum) {
        if ((flags & BY_END) !== 0) visitSummed(before);
      } else visit(before, kind === EDGE.startToStart ? BY_START : BY_END);
    }
    if (byteAt(facts.rule, node) === RULE.summary && (flags & BY_START) !== 0) {
      const starter = childThatStarts(graph, earliest, node);
      if (starter >= 0) visitSummed(starter);
    }
  }
  return reach;
}

/** The child on whose first day a program starts, the first of them in document order; −1 if it is not summed. */
export function childThatStarts(graph: Graph, earliest: Earliest, program: number): number {
  return childrenThatStart(graph, earliest, program)[0] ?? -1;
}

/** The children that start a program on its first day, in document order; none if its start is not summed. */
export function childrenThatStart(graph: Graph, earliest: Earliest, program: number): number[] {
  if (at(graph.facts.fixedStart, program) !== NO_DAY) return [];
  return summedChildren(graph, earliest, program).filter(
    (child) => at(earliest.start, child) === at(earliest.start, program),
  );
}

/** The children that end a program on its last day, in document order; none if its end is not summed. */
export function childrenThatEnd(graph: Graph, earliest: Earliest, program: number): number[] {
  if (at(graph.facts.fixedEnd, program) !== NO_DAY) return [];
  return summedChildren(graph, earliest, program).filter(
    (child) => at(earliest.end, child) === at(earliest.end, program),
  );
}

function summedChildren(graph: Graph, earliest: Earliest, program: number): number[] {
  const { edges } = graph;
  const children: number[] = [];
  if (byteAt(graph.facts.rule, program) !== RULE.summary) return children;
  for (let e = at(edges.inStart, program); e < at(edges.inStart, program + 1); e++) {
    const child = at(edges.from, e);
    if (byteAt(edges.kind, e) === EDGE.sum && byteAt(earliest.cause, child) === CAUSE.none)
      children.push(child);
  }
  return children;
}
