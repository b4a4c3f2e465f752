import type { DayNumber } from '../time/day.ts';
import { lastDayOf, lastStartEndingBy } from '../time/length.ts';
import { CAUSE, clampDay, EDGE, NO_BOUND, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { holdsDates, type Graph } from './graph.ts';
import { isInForce } from './in-force.ts';
import { childThatStarts, findReach } from './reach.ts';

/**
 * What the second pass finds: the latest dates that still let the goal be reached, `NO_BOUND` without a path to
 * it. For a program, `start` and `end` are what others ask of its two days; `latestOf` makes dates of them.
 */
export interface Latest {
  start: Int32Array;
  end: Int32Array;
  /** For a program whose first day is bound, the child that starts it. */
  starters: Map<number, number>;
}

/** Second pass: latest dates, counted back from `target`, or from the goal's own date when it is `null` (R14). */
export function backward(graph: Graph, earliest: Earliest, goal: number, target: DayNumber | null): Latest {
  const { facts, order, nodeCount } = graph;
  const latest: Latest = {
    start: new Int32Array(nodeCount).fill(NO_BOUND),
    end: new Int32Array(nodeCount).fill(NO_BOUND),
    starters: new Map(),
  };
  if (goal < 0 || byteAt(earliest.cause, goal) !== CAUSE.none) return latest;
  const reach = findReach(graph, earliest, goal);
  for (let node = 0; node < graph.places.itemCount; node++) {
    if (byteAt(reach, node) === 0 || !holdsDates(facts, node)) continue;
    latest.start[node] = at(earliest.start, node);
    latest.end[node] = at(earliest.end, node);
  }
  if (!holdsDates(facts, goal))
    latest.end[goal] = target === null ? at(earliest.end, goal) : clampDay(target);
  for (let place = nodeCount - 1; place >= 0; place--) {
    const node = at(order.nodes, place);
    if (byteAt(reach, node) === 0) continue;
    const rule = byteAt(facts.rule, node);
    if (rule === RULE.gate) gatherGate(graph, earliest, latest, node);
    else if (!holdsDates(facts, node)) boundItem(graph, earliest, latest, node, rule);
  }
  return latest;
}

/** The latest dates of an item; `null` without a path to the goal. A program is a bar of the length it has. */
export function latestOf(
  graph: Graph,
  earliest: Earliest,
  latest: Latest,
  node: number,
): { start: DayNumber; end: DayNumber } | null {
  const start = at(latest.start, node);
  let end = at(latest.end, node);
  if (byteAt(graph.facts.rule, node) !== RULE.summary || holdsDates(graph.facts, node)) {
    return end === NO_BOUND ? null : { start, end };
  }
  const days = at(earliest.end, node) - at(earliest.start, node);
  if (start !== NO_BOUND) end = Math.min(end, start + days);
  return end === NO_BOUND ? null : { start: end - days, end };
}

/** What is asked of a program's children at its gate: the smallest of their latest dates. */
function gatherGate(graph: Graph, earliest: Earliest, latest: Latest, gate: number): void {
  const { outStart, out, to } = graph.edges;
  let start = NO_BOUND;
  let end = NO_BOUND;
  for (let k = at(outStart, gate); k < at(outStart, gate + 1); k++) {
    const edge = at(out, k);
    const child = at(to, edge);
    if (at(latest.end, child) === NO_BOUND || !isInForce(graph, earliest, edge)) continue;
    start = Math.min(start, at(latest.start, child));
    end = Math.min(end, lastDayReached(graph, latest, child));
  }
  latest.start[gate] = start;
  latest.end[gate] = end;
}

function boundItem(graph: Graph, earliest: Earliest, latest: Latest, node: number, rule: number): void {
  const { outStart, out, to, kind, lag } = graph.edges;
  let start = NO_BOUND;
  let end = at(latest.end, node);
  for (let k = at(outStart, node); k < at(outStart, node + 1); k++) {
    const edge = at(out, k);
    const after = at(to, edge);
    const edgeKind = byteAt(kind, edge);
    const afterStart = at(latest.start, after);
    const afterEnd = at(latest.end, after);
    if ((afterStart === NO_BOUND && afterEnd === NO_BOUND) || !isInForce(graph, earliest, edge)) continue;
    switch (edgeKind) {
      case EDGE.finishToStart:
      case EDGE.prerequisite:
        end = Math.min(end, afterStart - 1 - at(lag, edge));
        break;
      case EDGE.startToStart:
      case EDGE.corequisite:
        start = Math.min(start, afterStart - at(lag, edge));
        break;
      case EDGE.finishToFinish:
        end = Math.min(end, lastDayReached(graph, latest, after) - at(lag, edge));
        break;
      case EDGE.sum:
        end = Math.min(end, afterEnd);
        if (latest.starters.get(after) === node) start = Math.min(start, afterStart);
    }
  }
  if (rule === RULE.summary) {
    latest.start[node] = start;
    latest.end[node] = end;
    if (start !== NO_BOUND) latest.starters.set(node, childThatStarts(graph, earliest, node));
    return;
  }
  const span = at(graph.facts.span, node);
  if (start !== NO_BOUND) end = Math.min(end, lastDayOf(clampDay(start), span));
  if (end === NO_BOUND) return;
  end = clampDay(end);
  latest.end[node] = end;
  // Several starts can end on one day, where months are short: none later than start-to-start links allow.
  latest.start[node] = clampDay(Math.min(start, lastStartEndingBy(end, span)));
}

/** The last day an item reaches from its latest start: with months it can fall short of its latest finish. */
function lastDayReached(graph: Graph, latest: Latest, node: number): DayNumber {
  const span = at(graph.facts.span, node);
  if (byteAt(graph.facts.rule, node) !== RULE.auto || span >= 0) return at(latest.end, node);
  return lastDayOf(at(latest.start, node), span);
}
