import { at, byteAt } from './dense.ts';
import type { Edges } from './edges.ts';

/**
 * The loops among the marked edges: groups of nodes from each of which every other can be reached (strongly
 * connected components of more than one node, and nodes that lead to themselves). Tarjan's algorithm with a
 * stack of its own, because plans can be deeper than the call stack.
 */
export function findLoops(edges: Edges, marked: Uint8Array, count: number): number[][] {
  const { outStart, out, to } = edges;
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const nextEdge = outStart.slice(0, count);
  const stack: number[] = [];
  const path: number[] = [];
  const loops: number[][] = [];
  let visited = 0;

  const enter = (node: number): void => {
    index[node] = low[node] = visited++;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node));
    if (at(low, node) !== at(index, node)) return;
    const members = stack.splice(stack.lastIndexOf(node));
    for (const member of members) onStack[member] = 0;
    if (members.length > 1 || leadsToItself(edges, marked, node)) loops.push(members.sort((a, b) => a - b));
  };

  for (let root = 0; root < count; root++) {
    if (at(index, root) >= 0) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const k = at(nextEdge, node);
      if (k === at(outStart, node + 1)) {
        leave(node);
        continue;
      }
      nextEdge[node] = k + 1;
      const edge = at(out, k);
      if (byteAt(marked, edge) === 0) continue;
      const target = at(to, edge);
      if (at(index, target) < 0) enter(target);
      else if (byteAt(onStack, target) === 1) low[node] = Math.min(at(low, node), at(index, target));
    }
  }
  return loops;
}

function leadsToItself(edges: Edges, marked: Uint8Array, node: number): boolean {
  for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
    if (at(edges.from, e) === node && byteAt(marked, e) === 1) return true;
  }
  return false;
}
