import { EDGE, KIND, MODE, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import { markEdges, type Edges } from './edges.ts';
import { findLoops } from './find-loops.ts';
import type { Places } from './places.ts';
import type { NodeFacts } from './read-item.ts';

/** The order in which the first pass visits the nodes; the second one goes through it backwards. */
export interface Order {
  nodes: Int32Array;
  /** Where each node stands in `nodes`. */
  position: Int32Array;
  /** True when the order stays right whatever is recorded, pinned or released; else it is right for these modes. */
  anyMode: boolean;
  /** Loops of links that were found, as lists of nodes; their nodes have the rule `looped`. */
  loops: number[][];
}

/**
 * Orders the nodes so that each comes after those its dates depend on. Loops of links can come in with a file:
 * their nodes get no dates. On a loop that only requisites close, the requisites bind nothing.
 */
export function orderNodes(edges: Edges, facts: NodeFacts, places: Places): Order {
  const count = facts.rule.length;
  const structure = findStructure(edges, findMovable(places, count));
  const nodes = sortNodes(edges, structure, count);
  if (nodes.length === count) return { nodes, position: positionsOf(nodes), anyMode: true, loops: [] };
  return orderByModes(edges, facts, structure);
}

/** Items that are or can become automatic while the plan keeps its shape, and the gates. */
function findMovable(places: Places, count: number): Uint8Array {
  const movable = new Uint8Array(count).fill(1);
  for (let place = 0; place < places.itemCount; place++) {
    const kind = byteAt(places.kind, place);
    if (kind === KIND.term || kind === KIND.program || at(places.termOf, place) >= 0) movable[place] = 0;
  }
  return movable;
}

/** Marks the edges along which dates can be passed on while the plan keeps its shape. */
function findStructure({ count, from, to, kind }: Edges, movable: Uint8Array): Uint8Array {
  const marks = new Uint8Array(count);
  for (let e = 0; e < count; e++) {
    const edgeKind = byteAt(kind, e);
    if (edgeKind === EDGE.sum || edgeKind === EDGE.term) marks[e] = 1;
    else if (
      byteAt(movable, at(to, e)) === 1 &&
      (edgeKind <= EDGE.gate || byteAt(movable, at(from, e)) === 1)
    )
      marks[e] = 1;
  }
  return marks;
}

function orderByModes(edges: Edges, facts: NodeFacts, structure: Uint8Array): Order {
  const count = facts.rule.length;
  const moves = (node: number): boolean => byteAt(facts.mode, node) === MODE.auto;
  const needed = markEdges(edges, (edge, kind) => {
    if (byteAt(structure, edge) === 0) return false;
    if (kind === EDGE.sum) return byteAt(facts.rule, at(edges.to, edge)) === RULE.summary;
    if (kind === EDGE.term) return byteAt(facts.rule, at(edges.to, edge)) === RULE.placed;
    if (kind <= EDGE.gate) return moves(at(edges.to, edge));
    return moves(at(edges.from, edge)) && moves(at(edges.to, edge));
  });
  let nodes = sortNodes(edges, needed, count);
  if (nodes.length < count) {
    for (const loop of findLoops(edges, needed, count)) dropRequisites(edges, needed, loop);
    nodes = sortNodes(edges, needed, count);
  }
  const loops = nodes.length < count ? findLoops(edges, needed, count) : [];
  for (const node of loops.flat()) facts.rule[node] = RULE.looped;
  if (loops.length > 0) {
    const open = markEdges(
      edges,
      (edge) => byteAt(needed, edge) === 1 && byteAt(facts.rule, at(edges.to, edge)) !== RULE.looped,
    );
    nodes = sortNodes(edges, open, count);
  }
  return { nodes, position: positionsOf(nodes), anyMode: false, loops };
}

function dropRequisites(edges: Edges, needed: Uint8Array, loop: number[]): void {
  const inLoop = new Set(loop);
  for (const node of loop) {
    for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
      if (byteAt(edges.kind, e) < EDGE.prerequisite || !inLoop.has(at(edges.from, e))) continue;
      needed[e] = 0;
      edges.kind[e] = EDGE.dropped;
    }
  }
}

/** Kahn's order over the marked edges; shorter than `count` when some of them close a loop. */
function sortNodes(edges: Edges, marked: Uint8Array, count: number): Int32Array {
  const { inStart, outStart, out, to } = edges;
  const waiting = new Int32Array(count);
  const nodes = new Int32Array(count);
  let found = 0;
  for (let node = 0; node < count; node++) {
    let open = 0;
    for (let e = at(inStart, node); e < at(inStart, node + 1); e++) open += byteAt(marked, e);
    waiting[node] = open;
    if (open === 0) nodes[found++] = node;
  }
  for (let next = 0; next < found; next++) {
    const node = at(nodes, next);
    for (let k = at(outStart, node); k < at(outStart, node + 1); k++) {
      const edge = at(out, k);
      if (byteAt(marked, edge) === 0) continue;
      const target = at(to, edge);
      const open = at(waiting, target) - 1;
      waiting[target] = open;
      if (open === 0) nodes[found++] = target;
    }
  }
  return nodes.subarray(0, found);
}

function positionsOf(nodes: Int32Array): Int32Array {
  const position = new Int32Array(nodes.length);
  for (let place = 0; place < nodes.length; place++) position[at(nodes, place)] = place;
  return position;
}
