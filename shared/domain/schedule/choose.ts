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
  const { edges } = graph;
  const groups = new Map<number, number[]>();
  for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
    const group = at(edges.group, e);
    if (group < 0) continue;
    const members = groups.get(group);
    if (members) members.push(e);
    else groups.set(group, [e]);
  }
  let latest: number | null = NO_DAY;
  for (const [group, members] of groups) {
    const bound = chooseMembers(graph, earliest, span, members, at(graph.groupNeeds, group));
    if (byteAt(edges.kind, members[0] ?? 0) > EDGE.gate) continue;
    if (bound === null) latest = null;
    else if (latest !== null) latest = Math.max(latest, bound);
  }
  return latest;
}

function chooseMembers(
  graph: Graph,
  earliest: Earliest,
  span: Span,
  members: number[],
  need: number,
): number | null {
  const dated = members
    .filter((edge) => byteAt(earliest.cause, at(graph.edges.from, edge)) === CAUSE.none)
    .map((edge) => ({ edge, bound: startAsked(graph, earliest, edge, span) }))
    .sort((a, b) => a.bound - b.bound || a.edge - b.edge);
  for (const edge of members) earliest.chosen[edge] = dated.length < need ? 1 : 0;
  if (dated.length < need) return null;
  let bound = NO_DAY;
  for (const member of dated.slice(0, Math.max(0, need))) {
    earliest.chosen[member.edge] = 1;
    bound = member.bound;
  }
  return bound;
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
