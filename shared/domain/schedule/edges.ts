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

/** Edges in the order they are found. */
export class EdgeList {
  #count = 0;
  #room: number;
  #from: Int32Array<ArrayBuffer>;
  #to: Int32Array<ArrayBuffer>;
  #kind: Int32Array<ArrayBuffer>;
  #lag: Int32Array<ArrayBuffer>;
  #link: Int32Array<ArrayBuffer>;
  #group: Int32Array<ArrayBuffer>;

  /** Makes room for as many edges as are expected; more are taken all the same. */
  constructor(expected: number) {
    this.#room = expected + 1;
    this.#from = new Int32Array(this.#room);
    this.#to = new Int32Array(this.#room);
    this.#kind = new Int32Array(this.#room);
    this.#lag = new Int32Array(this.#room);
    this.#link = new Int32Array(this.#room);
    this.#group = new Int32Array(this.#room);
  }

  add(from: number, to: number, kind: number, lag = 0, link = -1, group = -1): void {
    if (this.#count === this.#room) this.#grow();
    const place = this.#count;
    this.#from[place] = from;
    this.#to[place] = to;
    this.#kind[place] = kind;
    this.#lag[place] = lag;
    this.#link[place] = link;
    this.#group[place] = group;
    this.#count = place + 1;
  }

  /** The edges in compressed rows for a graph of `nodes` nodes; stable: a node's edges keep their order. */
  sort(nodes: number): Edges {
    const count = this.#count;
    const inStart = new Int32Array(nodes + 1);
    for (let e = 0; e < count; e++) increment(inStart, at(this.#to, e) + 1);
    accumulate(inStart);

    const edges: Edges = {
      count,
      from: new Int32Array(count),
      to: new Int32Array(count),
      kind: new Uint8Array(count),
      lag: new Int32Array(count),
      link: new Int32Array(count),
      group: new Int32Array(count),
      inStart,
      outStart: new Int32Array(nodes + 1),
      out: new Int32Array(count),
    };
    const next = inStart.slice();
    for (let e = 0; e < count; e++) {
      const to = at(this.#to, e);
      const place = at(next, to);
      next[to] = place + 1;
      edges.from[place] = at(this.#from, e);
      edges.to[place] = to;
      edges.kind[place] = at(this.#kind, e);
      edges.lag[place] = at(this.#lag, e);
      edges.link[place] = at(this.#link, e);
      edges.group[place] = at(this.#group, e);
    }
    listLeaving(edges);
    return edges;
  }

  #grow(): void {
    this.#room *= 2;
    this.#from = roomier(this.#from, this.#room);
    this.#to = roomier(this.#to, this.#room);
    this.#kind = roomier(this.#kind, this.#room);
    this.#lag = roomier(this.#lag, this.#room);
    this.#link = roomier(this.#link, this.#room);
    this.#group = roomier(this.#group, this.#room);
  }
}

function listLeaving(edges: Edges): void {
  const { count, from, outStart, out } = edges;
  for (let e = 0; e < count; e++) increment(outStart, at(from, e) + 1);
  accumulate(outStart);
  const next = outStart.slice();
  for (let e = 0; e < count; e++) {
    const place = at(next, at(from, e));
    next[at(from, e)] = place + 1;
    out[place] = e;
  }
}

function roomier(values: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(room);
  grown.set(values);
  return grown;
}

/** Marks edges for which `holds`, one byte each. */
export function markEdges(edges: Edges, holds: (edge: number, kind: number) => boolean): Uint8Array {
  const marks = new Uint8Array(edges.count);
  for (let e = 0; e < edges.count; e++) marks[e] = holds(e, byteAt(edges.kind, e)) ? 1 : 0;
  return marks;
}
