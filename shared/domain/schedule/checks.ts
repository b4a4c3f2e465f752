import { CAUSE, EDGE, modeOf } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { holdsDates, itemAt, type Graph } from './graph.ts';
import { isInForce } from './in-force.ts';
import type { BrokenLink, MissedWindow } from './types.ts';

/** The links that items break because they hold their dates, in the order of the links. */
export function findBroken(graph: Graph, earliest: Earliest): BrokenLink[] {
  const { edges, places } = graph;
  const found: { link: number; broken: BrokenLink }[] = [];
  const check = (edge: number, node: number): void => {
    const days = daysTooEarly(graph, earliest, edge, node);
    const link = graph.links[at(edges.link, edge)];
    if (days <= 0 || !link) return;
    const itemId = itemAt(graph, node).id;
    const mode = modeOf(byteAt(graph.facts.mode, node));
    found.push({
      link: at(edges.link, edge),
      broken: { linkId: link.id, fromId: link.fromId, itemId, mode, days },
    });
  };
  for (let edge = 0; edge < edges.count; edge++) {
    const kind = byteAt(edges.kind, edge);
    const node = at(edges.to, edge);
    if (kind > EDGE.gate || node >= places.itemCount || !holdsDates(graph.facts, node)) continue;
    if (!isInForce(graph, earliest, edge)) continue;
    if (kind !== EDGE.gate) check(edge, node);
    else {
      const gate = at(edges.from, edge);
      for (let e = at(edges.inStart, gate); e < at(edges.inStart, gate + 1); e++) check(e, node);
    }
  }
  return found.sort((a, b) => a.link - b.link).map(({ broken }) => broken);
}

/** Days by which a dated node is earlier than a dated predecessor's link allows (R5); 0 or less when it is not. */
function daysTooEarly(graph: Graph, earliest: Earliest, edge: number, node: number): number {
  const { edges } = graph;
  const before = at(edges.from, edge);
  if (byteAt(earliest.cause, before) !== CAUSE.none || byteAt(earliest.cause, node) !== CAUSE.none) return 0;
  const lag = at(edges.lag, edge);
  switch (byteAt(edges.kind, edge)) {
    case EDGE.finishToStart:
      return at(earliest.end, before) + 1 + lag - at(earliest.start, node);
    case EDGE.startToStart:
      return at(earliest.start, before) + lag - at(earliest.start, node);
    default:
      return at(earliest.end, before) + lag - at(earliest.end, node);
  }
}

/**
 * The windows that closed before their item starts (R6), in the order of the links. A window on a link to a
 * program is about the day the program starts.
 */
export function findMissedWindows(graph: Graph, earliest: Earliest): MissedWindow[] {
  const missed: MissedWindow[] = [];
  const leftOut = new Set<number>();
  for (let e = 0; e < graph.edges.count; e++) {
    if (byteAt(earliest.chosen, e) === 0) leftOut.add(at(graph.edges.link, e));
  }
  for (const [index, link] of graph.links.entries()) {
    if (link.window === null || link.kind !== 'FS' || leftOut.has(index)) continue;
    const from = graph.places.of.get(link.fromId);
    const to = graph.places.of.get(link.toId);
    if (from === undefined || to === undefined) continue;
    if (byteAt(earliest.cause, from) !== CAUSE.none || byteAt(earliest.cause, to) !== CAUSE.none) continue;
    const lastDay = at(earliest.end, from) + link.window;
    const days = at(earliest.start, to) - lastDay;
    if (days > 0) missed.push({ linkId: link.id, fromId: link.fromId, itemId: link.toId, lastDay, days });
  }
  return missed;
}
