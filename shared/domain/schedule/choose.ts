import { firstStartEndingFrom, lastDayOf, UNKNOWN_SPAN, type Span } from '../time/length.ts';
import { CAUSE, EDGE, NO_DAY } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import type { Graph } from './graph.ts';

/**
 * Chooses the members of every "any k of n" that leads to a node (R7): the k whose bounds are smallest, ties by
 * position, then id, which is the order of a node's edges. Marks the others in `earliest.chosen`. Gives the
 * latest bound of those chosen, `NO_DAY` when no group of links asks for anything, or `null` when a group has
 * fewer than k members with dates; then all of its members stay chosen, for each is missed.
 */
export function choose(graph: Graph, earliest: Earliest, node: number, span: Span): number | null {
  const { inStart, group, kind } = graph.edges;
  const first = at(inStart, node);
  const last = at(inStart, node + 1);
  let latest: number | null = NO_DAY;
  for (let e = first; e < last; e++) {
    if (at(group, e) < 0 || isSeen(group, first, e)) continue;
    const bound = chooseMembers(graph, earliest, span, e, last);
    if (byteAt(kind, e) > EDGE.gate) continue;
    if (bound === null) latest = null;
    else if (latest !== null) latest = Math.max(latest, bound);
  }
  return latest;
}

/** True when an edge from `first` on belongs to the same group as `edge`, which stands behind it. */
function isSeen(group: Int32Array, first: number, edge: number): boolean {
  for (let e = edge - 1; e >= first; e--) if (at(group, e) === at(group, edge)) return true;
  return false;
}

/** Chooses among the members of one group, of which `first` is the first and all stand before `last`. */
function chooseMembers(
  graph: Graph,
  earliest: Earliest,
  span: Span,
  first: number,
  last: number,
): number | null {
  const { group, from } = graph.edges;
  const need = Math.max(0, at(graph.groupNeeds, at(group, first)));
  const dated: { edge: number; bound: number }[] = [];
  for (let edge = first; edge < last; edge++) {
    if (at(group, edge) !== at(group, first)) continue;
    earliest.chosen[edge] = 0;
    if (byteAt(earliest.cause, at(from, edge)) === CAUSE.none)
      dated.push({ edge, bound: startAsked(graph, earliest, edge, span) });
  }
  if (dated.length < need) {
    for (let edge = first; edge < last; edge++)
      if (at(group, edge) === at(group, first)) earliest.chosen[edge] = 1;
    return null;
  }
  dated.sort((a, b) => a.bound - b.bound || a.edge - b.edge);
  dated.length = need;
  for (const { edge } of dated) earliest.chosen[edge] = 1;
  return dated.at(-1)?.bound ?? NO_DAY;
}

/** The first start that an edge from a dated node allows an item of `span` (R5). */
export function startAsked(graph: Graph, earliest: Earliest, edge: number, span: Span): number {
  const before = at(graph.edges.from, edge);
  const lag = at(graph.edges.lag, edge);
  switch (byteAt(graph.edges.kind, edge)) {
    case EDGE.finishToStart:
    case EDGE.prerequisite:
      return at(earliest.end, before) + 1 + lag;
    case EDGE.finishToFinish:
      return firstStartEndingFrom(at(earliest.end, before) + lag, span);
    default:
      return at(earliest.start, before) + lag;
  }
}

/**
 * Chooses for a node whose members may get their dates after it: one that no link moves, or a course with
 * requisites. It takes the days it takes, whatever length was planned.
 */
export function chooseLate(graph: Graph, earliest: Earliest, node: number): void {
  const start = at(earliest.start, node);
  const planned = at(graph.facts.span, node);
  const undated = byteAt(earliest.cause, node) !== CAUSE.none;
  const asPlanned =
    planned !== UNKNOWN_SPAN && (undated || lastDayOf(start, planned) === at(earliest.end, node));
  if (asPlanned) choose(graph, earliest, node, planned);
  else choose(graph, earliest, node, undated ? 1 : at(earliest.end, node) - start + 1);
}
