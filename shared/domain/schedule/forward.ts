import { firstStartEndingFrom, lastDayOf, UNKNOWN_SPAN } from '../time/length.ts';
import { choose, chooseLate } from './choose.ts';
import { CAUSE, clampDay, EDGE, KIND, NO_DAY, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Graph } from './graph.ts';

/** What the first pass finds: the earliest dates of every node, or why it has none. */
export interface Earliest {
  /** `NO_DAY` without dates. For a gate: the latest start that a link to its program asks for. */
  start: Int32Array;
  /** For a gate: the latest end that a finish-to-finish link to its program asks for. */
  end: Int32Array;
  /** A code of `CAUSE`; 0 for a node with dates. */
  cause: Uint8Array;
  causeItem: Int32Array;
  /** 1 for every edge that counts: members of a group that were not chosen are 0 (R7). */
  chosen: Uint8Array;
  /** The node that is to take a single day although its length is not its own, or −1 (see `gain`). */
  oneDay: number;
  /** Scratch for `propagate`, shared by copies: places in the order that wait for a visit; all 0 between calls. */
  dirty: Uint8Array;
}

/** First pass: the earliest dates of all nodes (R4–R10), each visited once. */
export function forward(graph: Graph): Earliest {
  const { nodeCount, order, edges } = graph;
  const earliest: Earliest = {
    start: new Int32Array(nodeCount),
    end: new Int32Array(nodeCount),
    cause: new Uint8Array(nodeCount),
    causeItem: new Int32Array(nodeCount),
    chosen: new Uint8Array(edges.count).fill(1),
    oneDay: -1,
    dirty: new Uint8Array(nodeCount),
  };
  for (let place = 0; place < nodeCount; place++) computeNode(graph, earliest, at(order.nodes, place));
  for (const node of graph.lateChoices) chooseLate(graph, earliest, node);
  return earliest;
}

/** A copy to try a change on, without touching what was found. */
export function copyEarliest(earliest: Earliest): Earliest {
  const { start, end, cause, causeItem, chosen, dirty } = earliest;
  return {
    start: start.slice(),
    end: end.slice(),
    cause: cause.slice(),
    causeItem: causeItem.slice(),
    chosen: chosen.slice(),
    oneDay: -1,
    dirty,
  };
}

/** Puts the given nodes of a copy back to what they are in the original. */
export function restoreNodes(
  graph: Graph,
  copy: Earliest,
  original: Earliest,
  nodes: readonly number[],
): void {
  const { inStart } = graph.edges;
  for (const node of nodes) {
    copy.start[node] = at(original.start, node);
    copy.end[node] = at(original.end, node);
    copy.cause[node] = byteAt(original.cause, node);
    copy.causeItem[node] = at(original.causeItem, node);
    for (let e = at(inStart, node); e < at(inStart, node + 1); e++)
      copy.chosen[e] = byteAt(original.chosen, e);
  }
}

/** What an observer of `propagate` is told and may decide. */
export interface Watch {
  /** Nodes behind this place in the order are of no interest and keep their dates. */
  last: number;
  /**
   * Called after each visit with how many nodes are still waiting for theirs, not counting those that wait because of
   * this one. True ends the propagation here, which is right only when nothing else is waiting.
   */
  visited(node: number, moved: boolean, waiting: number): boolean;
}

const WATCH_NOTHING: Watch = { last: Infinity, visited: () => false };

/**
 * Brings the first pass up to date after the facts of `changed` nodes changed; only nodes whose dates change,
 * and those behind them, are visited. The shape of the graph must be the same. Choices made after the pass
 * (`lateChoices`) stay as they were: nothing that moves depends on them.
 */
export function propagate(
  graph: Graph,
  earliest: Earliest,
  changed: readonly number[],
  watch = WATCH_NOTHING,
): void {
  const { edges, order, nodeCount } = graph;
  const { outStart, out, to } = edges;
  const { dirty } = earliest;
  let pending = 0;
  let place = nodeCount;
  for (const node of changed) {
    const position = at(order.position, node);
    if (position > watch.last || byteAt(dirty, position) === 1) continue;
    dirty[position] = 1;
    pending += 1;
    place = Math.min(place, position);
  }
  for (; pending > 0; place++) {
    if (byteAt(dirty, place) === 0) continue;
    dirty[place] = 0;
    pending -= 1;
    const node = at(order.nodes, place);
    const moved = computeAgain(graph, earliest, node);
    if (watch.visited(node, moved, pending)) return;
    if (!moved) continue;
    for (let k = at(outStart, node); k < at(outStart, node + 1); k++) {
      const position = at(order.position, at(to, at(out, k)));
      // What stands before this node in the order holds its dates or is bound by a requisite only.
      if (position <= place || position > watch.last || byteAt(dirty, position) === 1) continue;
      dirty[position] = 1;
      pending += 1;
    }
  }
}

/** True when the node has other dates, or lacks them for another cause, than before. */
function computeAgain(graph: Graph, earliest: Earliest, node: number): boolean {
  const start = at(earliest.start, node);
  const end = at(earliest.end, node);
  const cause = byteAt(earliest.cause, node);
  const causeItem = at(earliest.causeItem, node);
  computeNode(graph, earliest, node);
  return (
    start !== at(earliest.start, node) ||
    end !== at(earliest.end, node) ||
    cause !== byteAt(earliest.cause, node) ||
    causeItem !== at(earliest.causeItem, node)
  );
}

function computeNode(graph: Graph, earliest: Earliest, node: number): void {
  const { facts } = graph;
  switch (byteAt(facts.rule, node)) {
    case RULE.fixed:
      setDates(earliest, node, at(facts.fixedStart, node), at(facts.fixedEnd, node));
      return;
    case RULE.auto:
      computeAuto(graph, earliest, node);
      return;
    case RULE.placed:
      copyDates(earliest, node, at(graph.places.termOf, node));
      return;
    case RULE.summary:
      computeSummary(graph, earliest, node);
      return;
    case RULE.gate:
      computeGate(graph, earliest, node);
      return;
    case RULE.lengthless:
      setUndated(earliest, node, CAUSE.noLength, node);
      return;
    default:
      setUndated(earliest, node, CAUSE.cycle, loopItem(graph, node));
  }
}

/** R4: the latest of what asks for a day; never stretched. */
function computeAuto(graph: Graph, earliest: Earliest, node: number): void {
  const { facts, edges } = graph;
  const { inStart, from, kind, lag, group } = edges;
  const { start: starts, end: ends, cause } = earliest;
  const span = at(facts.span, node);
  let start = Math.max(at(facts.notBefore, node), at(facts.today, node));
  let end = NO_DAY;
  let missing = -1;
  let hasGroups = false;
  const last = at(inStart, node + 1);
  for (let e = at(inStart, node); e < last; e++) {
    const edgeKind = byteAt(kind, e);
    if (edgeKind > EDGE.gate) continue;
    if (at(group, e) >= 0) {
      hasGroups = true;
      continue;
    }
    const before = at(from, e);
    if (byteAt(cause, before) !== CAUSE.none) {
      if (missing < 0) missing = before;
    } else if (edgeKind === EDGE.finishToStart) start = Math.max(start, at(ends, before) + 1 + at(lag, e));
    else if (edgeKind === EDGE.startToStart) start = Math.max(start, at(starts, before) + at(lag, e));
    else if (edgeKind === EDGE.finishToFinish) end = Math.max(end, at(ends, before) + at(lag, e));
    else {
      start = Math.max(start, at(starts, before));
      end = Math.max(end, at(ends, before));
    }
  }
  // Chosen even if something else is missing: an alternative that is not needed is not before the goal.
  const bound = hasGroups ? choose(graph, earliest, node, span === UNKNOWN_SPAN ? 1 : span) : NO_DAY;
  if (span === UNKNOWN_SPAN) setUndated(earliest, node, ownCause(graph, node, CAUSE.noLength), node);
  else if (missing >= 0)
    setUndated(earliest, node, byteAt(earliest.cause, missing), at(earliest.causeItem, missing));
  else if (bound === null) setUndated(earliest, node, CAUSE.groupShort, node);
  else {
    start = Math.max(start, bound);
    if (end !== NO_DAY) start = Math.max(start, firstStartEndingFrom(end, span));
    if (start === NO_DAY) setUndated(earliest, node, ownCause(graph, node, CAUSE.noAnchor), node);
    else setDates(earliest, node, start, lastDayOf(clampDay(start), span));
  }
}

/**
 * R10. A recorded or pinned start without a length stays, and what the program sums gives the end; a recorded finish
 * stays, and what it sums gives the start, without any the finish itself.
 */
function computeSummary(graph: Graph, earliest: Earliest, node: number): void {
  const { inStart, from, kind } = graph.edges;
  let first = -1;
  let last = -1;
  let undated = -1;
  for (let e = at(inStart, node); e < at(inStart, node + 1); e++) {
    if (byteAt(kind, e) !== EDGE.sum) continue;
    const child = at(from, e);
    if (byteAt(earliest.cause, child) !== CAUSE.none) {
      if (undated < 0) undated = child;
    } else {
      if (first < 0 || at(earliest.start, child) < at(earliest.start, first)) first = child;
      if (last < 0 || at(earliest.end, child) > at(earliest.end, last)) last = child;
    }
  }
  const fixedStart = at(graph.facts.fixedStart, node);
  const fixedEnd = at(graph.facts.fixedEnd, node);
  if (last >= 0) {
    const end = fixedEnd === NO_DAY ? at(earliest.end, last) : fixedEnd;
    const start = fixedStart === NO_DAY ? Math.min(end, at(earliest.start, first)) : fixedStart;
    setDates(earliest, node, start, Math.max(start, end));
  } else if (fixedEnd !== NO_DAY && fixedStart === NO_DAY) setDates(earliest, node, fixedEnd, fixedEnd);
  else if (undated >= 0) {
    setUndated(earliest, node, byteAt(earliest.cause, undated), at(earliest.causeItem, undated));
  } else {
    const known = fixedStart !== NO_DAY || fixedEnd !== NO_DAY;
    setUndated(earliest, node, known ? CAUSE.noLength : CAUSE.emptyProgram, node);
  }
}

function computeGate(graph: Graph, earliest: Earliest, node: number): void {
  const { inStart, from, kind, lag } = graph.edges;
  let start = NO_DAY;
  let end = NO_DAY;
  for (let e = at(inStart, node); e < at(inStart, node + 1); e++) {
    const before = at(from, e);
    if (byteAt(earliest.cause, before) !== CAUSE.none) {
      setUndated(earliest, node, byteAt(earliest.cause, before), at(earliest.causeItem, before));
      return;
    }
    const edgeKind = byteAt(kind, e);
    if (edgeKind === EDGE.finishToStart) start = Math.max(start, at(earliest.end, before) + 1 + at(lag, e));
    else if (edgeKind === EDGE.startToStart) start = Math.max(start, at(earliest.start, before) + at(lag, e));
    else end = Math.max(end, at(earliest.end, before) + at(lag, e));
  }
  earliest.start[node] = start;
  earliest.end[node] = end;
  earliest.cause[node] = CAUSE.none;
}

/** Why an item has no dates of its own; what a course lacks is always a term. */
function ownCause(graph: Graph, node: number, cause: number): number {
  return byteAt(graph.places.kind, node) === KIND.course ? CAUSE.noTerm : cause;
}

function copyDates(earliest: Earliest, node: number, source: number): void {
  const cause = byteAt(earliest.cause, source);
  if (cause !== CAUSE.none) setUndated(earliest, node, cause, at(earliest.causeItem, source));
  else setDates(earliest, node, at(earliest.start, source), at(earliest.end, source));
}

function setDates(earliest: Earliest, node: number, start: number, end: number): void {
  const first = clampDay(start);
  earliest.start[node] = first;
  earliest.end[node] = node === earliest.oneDay ? first : clampDay(end);
  earliest.cause[node] = CAUSE.none;
}

function setUndated(earliest: Earliest, node: number, cause: number, item: number): void {
  earliest.start[node] = NO_DAY;
  earliest.end[node] = NO_DAY;
  earliest.cause[node] = cause;
  earliest.causeItem[node] = item;
}

/** A gate on a loop is no item: the first item of its loop is named instead. */
function loopItem(graph: Graph, node: number): number {
  if (node < graph.places.itemCount) return node;
  const loop = graph.order.loops.find((nodes) => nodes.includes(node));
  return loop?.[0] ?? graph.places.programs[node - graph.places.itemCount] ?? node;
}
