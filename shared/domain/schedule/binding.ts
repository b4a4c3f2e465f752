import { MODE, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import { decide, tiedWith, type Decision } from './decide.ts';
import { propagate, type Earliest } from './forward.ts';
import { goalDay } from './goal.ts';
import { itemAt, type Graph } from './graph.ts';
import { readItem } from './read-item.ts';
import type { BindingEntry } from './types.ts';

interface Step {
  node: number;
  decision: Decision;
}

/**
 * The chain that decides the goal's date (R15), the goal first; empty when it has no date. A program in the
 * chain is an entry of its own and leads to the child that ends it (by `term` or `link`), a course to its term.
 * For `gain` and `next` the dates behind each entry are computed once more with that item at one day.
 */
export function findBinding(graph: Graph, earliest: Earliest, goal: number): BindingEntry[] {
  const day = goalDay(graph, earliest, goal);
  if (day === null) return [];
  const chain = walk(graph, earliest, goal);
  return chain.map(({ node, decision }) => {
    const item = itemAt(graph, node);
    const shorter = withOneDay(graph, earliest, node, () => ({
      day: goalDay(graph, earliest, goal),
      next: firstDifference(graph, earliest, goal, chain),
    }));
    return {
      itemId: item.id,
      title: item.title,
      reason: decision.reason,
      fromId: decision.reason === 'link' && decision.from >= 0 ? itemAt(graph, decision.from).id : null,
      gain: shorter.day === null ? null : day - shorter.day,
      next: shorter.next === null ? null : itemAt(graph, shorter.next).id,
      tied: tiedWith(graph, earliest, node, decision),
    };
  });
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

/** Runs `ask` with the item at `node` taking one day, and puts everything back. */
function withOneDay<T>(graph: Graph, earliest: Earliest, node: number, ask: () => T): T {
  const { facts } = graph;
  const item = itemAt(graph, node);
  const rule = byteAt(facts.rule, node);
  if (rule === RULE.auto) facts.span[node] = 1;
  else if (rule !== RULE.fixed) earliest.oneDay = node;
  else if (byteAt(facts.finished, node) === 0) {
    const begun = byteAt(facts.mode, node) === MODE.actual;
    facts.fixedEnd[node] = begun
      ? Math.max(graph.today, at(facts.fixedStart, node))
      : at(facts.fixedStart, node);
  }
  propagate(graph, earliest, [node]);
  try {
    return ask();
  } finally {
    earliest.oneDay = -1;
    readItem(facts, node, item, graph.today, graph.best, at(graph.places.termOf, node) >= 0);
    propagate(graph, earliest, [node]);
  }
}
