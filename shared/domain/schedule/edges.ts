import { accumulate, at, byteAt, increment } from './dense.ts';

/** Edges sorted by the node they lead to, and the list of those that leave each node. */
export interface Edges {
  count: number;
  from: Int32Array;
  to: Int32Array;
  kind: Uint8Array;
  lag: Int32Array;
  /** Place of the link in the graph's list of links, −1 for an edge that is no link. */
  link: Int32Array;
  /** The "any k of n" this edge is a member of, or −1. */
  group: Int32Array;
  /** Edges `inStart[v]` to `inStart[v + 1] − 1` lead to node v, in the order they were added. */
  inStart: Int32Array;
  /** `out[outStart[v]]` to `out[outStart[v + 1] − 1]` are the edges that leave node v. */
  outStart: Int32Array;
  out: Int32Array;
}

/** What the list keeps of an edge, in this order: from, to, kind, lag, link, group. */
const FIELDS = 6;

/** Edges in the order they are found. */
export class EdgeList {
  #count = 0;
  /** `FIELDS` numbers an edge, one edge after the other. */
  #cells: Int32Array<ArrayBuffer>;

  /** Makes room for as many edges as are expected; more are taken all the same. */
  constructor(expected: number) {
    this.#cells = new Int32Array((expected + 1) * FIELDS);
  }

  add(from: number, to: number, kind: number, lag = 0, link = -1, group = -1): void {
    const first = this.#count * FIELDS;
    if (first === this.#cells.length) this.#cells = roomier(this.#cells);
    const cells = this.#cells;
    cells[first] = from;
    cells[first + 1] = to;
    cells[first + 2] = kind;
    cells[first + 3] = lag;
    cells[first + 4] = link;
    cells[first + 5] = group;
    this.#count += 1;
  }

  /** The edges in compressed rows for a graph of `nodes` nodes; stable: a node's edges keep their order. */
  sort(nodes: number): Edges {
    const count = this.#count;
    const cells = this.#cells;
    const end = count * FIELDS;
    const inStart = new Int32Array(nodes + 1);
    for (let cell = 0; cell < end; cell += FIELDS) increment(inStart, at(cells, cell + 1) + 1);
    accumulate(inStart);

    const from = new Int32Array(count);
    const to = new Int32Array(count);
    const kind = new Uint8Array(count);
    const lag = new Int32Array(count);
    const link = new Int32Array(count);
    const group = new Int32Array(count);
    const next = inStart.slice();
    for (let cell = 0; cell < end; cell += FIELDS) {
      const node = at(cells, cell + 1);
      const place = at(next, node);
      next[node] = place + 1;
      from[place] = at(cells, cell);
      to[place] = node;
      kind[place] = at(cells, cell + 2);
      lag[place] = at(cells, cell + 3);
      link[place] = at(cells, cell + 4);
      group[place] = at(cells, cell + 5);
    }
    return { count, from, to, kind, lag, link, group, inStart, ...listLeaving(from, nodes) };
  }
}

function listLeaving(from: Int32Array, nodes: number): Pick<Edges, 'outStart' | 'out'> {
  const outStart = new Int32Array(nodes + 1);
  const out = new Int32Array(from.length);
  for (let e = 0; e < from.length; e++) increment(outStart, at(from, e) + 1);
  accumulate(outStart);
  const next = outStart.slice();
  for (let e = 0; e < from.length; e++) {
    const node = at(from, e);
    const place = at(next, node);
    next[node] = place + 1;
    out[place] = e;
  }
  return { outStart, out };
}

function roomier(cells: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(cells.length * 2);
  grown.set(cells);
  return grown;
}

/** Marks edges for which `holds`, one byte each. */
export function markEdges(edges: Edges, holds: (edge: number, kind: number) => boolean): Uint8Array {
  const marks = new Uint8Array(edges.count);
  for (let e = 0; e < edges.count; e++) marks[e] = holds(e, byteAt(edges.kind, e)) ? 1 : 0;
  return marks;
}
