import { MODE, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import { decide, tiedWith, type Decision } from './decide.ts';
import { copyEarliest, propagate, restoreEarliest, type Earliest } from './forward.ts';
import { goalDay } from './goal.ts';
import { itemAt, type Graph } from './graph.ts';
import { readItem } from './read-item.ts';
import type { BindingEntry, ChainEntry } from './types.ts';

interface Step {
  node: number;
  decision: Decision;
}

/**
 * The chain that decides the goal's date (R15), the goal first; empty when it has no date. A program in the
 * chain is an entry of its own and leads to the child that ends it (by `term` or `link`), a course to its term.
 */
export function findChain(graph: Graph, earliest: Earliest, goal: number): ChainEntry[] {
  if (goalDay(graph, earliest, goal) === null) return [];
  return walk(graph, earliest, goal).map((step) => describe(graph, earliest, step));
}

/**
 * The chain with `gain` and `next`, for which the dates behind each entry are computed once more with that item
 * at one day: work that grows with the square of the chain.
 */
export function findBinding(graph: Graph, earliest: Earliest, goal: number): BindingEntry[] {
  const day = goalDay(graph, earliest, goal);
  if (day === null) return [];
  const chain = walk(graph, earliest, goal);
  const trial = copyEarliest(earliest);
  return chain.map((step) => {
    giveOneDay(graph, trial, step.node);
    const without = goalDay(graph, trial, goal);
    const next = without === null ? null : firstDifference(graph, trial, goal, chain);
    takeBack(graph, trial, earliest, step.node);
    return {
      ...describe(graph, earliest, step),
      gain: without === null ? null : day - without,
      next: next === null ? null : itemAt(graph, next).id,
    };
  });
}

/** Of a whole chain the entry whose shortening would bring the goal forward the most; the first of equal ones. */
export function mainDecider<Entry extends Pick<BindingEntry, 'gain'>>(chain: readonly Entry[]): Entry | null {
  return chain.reduce<Entry | null>(
    (most, entry) => ((entry.gain ?? 0) > (most?.gain ?? -1) ? entry : most),
    null,
  );
}

function describe(graph: Graph, earliest: Earliest, { node, decision }: Step): ChainEntry {
  const item = itemAt(graph, node);
  return {
    itemId: item.id,
    title: item.title,
    reason: decision.reason,
    fromId: decision.reason === 'link' && decision.from >= 0 ? itemAt(graph, decision.from).id : null,
    tied: tiedWith(graph, earliest, node, decision),
  };
}

function walk(graph: Graph, earliest: Earliest, goal: number): Step[] {
  const chain: Step[] = [];
  let node = goal;
  let byStart = false;
  while (node >= 0) {
    const decision = decide(graph, earliest, node, byStart);
    chain.push({ node, decision });
    node = decision.from;
    byStart = decision.byStart;
  }
  return chain;
}

/** The first item of the chain as it is now that is not the one at the same place of `chain`; `null` if none is. */
function firstDifference(
  graph: Graph,
  earliest: Earliest,
  goal: number,
  chain: readonly Step[],
): number | null {
  let node = goal;
  let byStart = false;
  for (let place = 0; node >= 0; place++) {
    if (chain[place]?.node !== node) return node;
    const decision = decide(graph, earliest, node, byStart);
    node = decision.from;
    byStart = decision.byStart;
  }
  return null;
}

/** Computes `trial` with the item at `node` taking one day. */
function giveOneDay(graph: Graph, trial: Earliest, node: number): void {
  const { facts } = graph;
  if (byteAt(facts.finished, node) === 1) return;
  const rule = byteAt(facts.rule, node);
  if (rule === RULE.auto) facts.span[node] = 1;
  else if (rule !== RULE.fixed) trial.oneDay = node;
  else {
    const start = at(facts.fixedStart, node);
    const begun = byteAt(facts.mode, node) === MODE.actual;
    facts.fixedEnd[node] = begun ? Math.max(graph.today, start) : start;
  }
  propagate(graph, trial, [node]);
}

function takeBack(graph: Graph, trial: Earliest, earliest: Earliest, node: number): void {
  const placed = at(graph.places.termOf, node) >= 0;
  readItem(graph.facts, node, itemAt(graph, node), graph.today, graph.best, placed);
  restoreEarliest(trial, earliest);
}
