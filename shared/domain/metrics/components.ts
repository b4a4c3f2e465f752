/** A directed graph: `successors[v]` are the vertices that v has an edge to. Vertices are 0 … n − 1. */
export type Successors = readonly (readonly number[])[];

/** The strongly connected parts of a graph. */
export interface Components {
  /** Which part each vertex is in. Parts are numbered so that every edge leads to the same or a smaller number. */
  of: Int32Array;
  count: number;
}

/**
 * Finds the parts of a graph in which every vertex reaches every other (Tarjan 1972), in time linear in
 * vertices and edges, without recursion, so that a chain of any length is safe.
 */
export function componentsOf(successors: Successors): Components {
  const size = successors.length;
  const of = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const nextEdge = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  let visited = 0;
  let count = 0;

  const enter = (vertex: number) => {
    order[vertex] = low[vertex] = visited++;
    open.push(vertex);
    path.push(vertex);
  };
  const lower = (vertex: number, to: number) => {
    if (to < (low[vertex] ?? 0)) low[vertex] = to;
  };
  const close = (root: number) => {
    for (let vertex = open.pop(); vertex !== undefined; vertex = open.pop()) {
      of[vertex] = count;
      if (vertex === root) break;
    }
    count++;
  };

  for (let start = 0; start < size; start++) {
    if (order[start] !== -1) continue;
    enter(start);
    for (let vertex = path.at(-1); vertex !== undefined; vertex = path.at(-1)) {
      const target = successors[vertex]?.[nextEdge[vertex] ?? 0];
      if (target === undefined) {
        path.pop();
        const parent = path.at(-1);
        if (parent !== undefined) lower(parent, low[vertex] ?? 0);
        if (low[vertex] === order[vertex]) close(vertex);
        continue;
      }
      nextEdge[vertex] = (nextEdge[vertex] ?? 0) + 1;
      if (order[target] === -1) enter(target);
      else if (of[target] === -1) lower(vertex, order[target] ?? 0);
    }
  }
  return { of, count };
}

/** The parts that are loops: more than one vertex, or one with an edge to itself. Each lists its vertices in order. */
export function loopsOf(successors: Successors): number[][] {
  const { of, count } = componentsOf(successors);
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((component, vertex) => members[component]?.push(vertex));
  return members.filter(([first = 0, ...others]) => others.length > 0 || successors[first]?.includes(first));
}
