import { decide, tiedWith, type Decision } from './decide.ts';
import type { Earliest } from './forward.ts';
import { findGains } from './gains.ts';
import { goalDay } from './goal.ts';
import { itemAt, type Graph } from './graph.ts';
import type { BindingEntry, ChainEntry } from './types.ts';

/** One entry of the chain: an item, what fixes its date, and by which of its days it was reached. */
export interface Step {
  node: number;
  byStart: boolean;
  decision: Decision;
}

/**
 * The chain that decides the goal's date (R15), the goal first; empty when it has no date. A program in the
 * chain is an entry of its own and leads to the child that ends it (by `term` or `link`), a course to its term.
 */
export function findChain(graph: Graph, earliest: Earliest, goal: number): ChainEntry[] {
  return walkBack(graph, earliest, goal).map((step) => describe(graph, earliest, step));
}

/** The chain with what each of its items costs and what would decide without it. */
export function findBinding(graph: Graph, earliest: Earliest, goal: number): BindingEntry[] {
  const chain = walkBack(graph, earliest, goal);
  const gains = findGains(graph, earliest, goal, chain);
  return chain.map((step, index) => {
    const { gain = null, next = null } = gains[index] ?? {};
    const nextId = next === null ? null : itemAt(graph, next).id;
    return { ...describe(graph, earliest, step), gain, next: nextId };
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

function walkBack(graph: Graph, earliest: Earliest, goal: number): Step[] {
  const chain: Step[] = [];
  if (goalDay(graph, earliest, goal) === null) return chain;
  let node = goal;
  let byStart = false;
  while (node >= 0) {
    const decision = decide(graph, earliest, node, byStart);
    chain.push({ node, byStart, decision });
    node = decision.from;
    byStart = decision.byStart;
  }
  return chain;
}
