import type { DayNumber } from '../time/day.ts';
import type { Step } from './binding.ts';
import { CAUSE, MODE, RULE } from './codes.ts';
import { decide } from './decide.ts';
import { at, byteAt } from './dense.ts';
import { copyEarliest, propagate, restoreNodes, type Earliest } from './forward.ts';
import { goalDay } from './goal.ts';
import { itemAt, type Graph } from './graph.ts';
import { readItem } from './read-item.ts';

/** What one entry of the chain costs (R15). */
export interface Gain {
  /** Days by which the goal would come earlier if the item took one day; `null` if it would have no date. */
  gain: number | null;
  /** The node that would decide then: the first of the new chain that is not in the same place of the old one. */
  next: number | null;
}

/** What new dates of one item of the chain mean for all that comes after it. */
interface Outcome {
  day: DayNumber | null;
  /** The first node that differs between the goal and the item: `null` if the new chain ends before, or `SAME`. */
  next: number | null;
  /** By which of its days the new chain comes to the item, where it does. */
  byStart: boolean;
}

/** In place of a node: from the goal to the item, the new chain is the old one. */
const SAME = -1;

/** An item of the chain through which all of a change passes: its new dates alone decide what comes after it. */
interface Passage {
  index: number;
  dates: number;
}

/**
 * For every entry of a chain, the goal's date and its chain once more with that item at one day. Only nodes whose dates
 * change are computed, and only as far as an item through which all of the change passes and of which it is known what
 * these new dates lead to: a row of items passes the same few numbers of days on, again and again.
 */
export function findGains(graph: Graph, earliest: Earliest, goal: number, chain: readonly Step[]): Gain[] {
  const day = goalDay(graph, earliest, goal);
  if (day === null) return [];
  const trial = copyEarliest(earliest);
  const indexOf = new Map(chain.map(({ node }, index) => [node, index]));
  const outcomes = chain.map(() => new Map<number, Outcome>());
  const last = at(graph.order.position, goal);

  return chain.map(({ node }, edited) => {
    const touched: number[] = [];
    const passed: Passage[] = [];
    // Entries nearer to the goal than the last one visited are as they were.
    const begin: Begin = { index: edited, known: null, hidden: false };
    const visited = (visit: number, moved: boolean, waiting: number): boolean => {
      touched.push(visit);
      // Who is bound through this gate may be bound by another link to the program now, without being visited.
      if (visit >= graph.places.itemCount && !moved) begin.hidden = true;
      const index = indexOf.get(visit);
      if (index === undefined) return false;
      begin.index = index;
      if (begin.hidden || !moved || waiting > 0 || byteAt(trial.cause, visit) !== CAUSE.none) return false;
      const dates = datesOf(trial, visit);
      begin.known = outcomes[index]?.get(dates) ?? null;
      if (begin.known === null) passed.push({ index, dates });
      return begin.known !== null;
    };
    giveOneDay(graph, trial, node);
    propagate(graph, trial, [node], { last, visited });
    const index = begin.hidden ? 0 : begin.index;
    const outcome = begin.known ?? {
      day: goalDay(graph, trial, goal),
      next: SAME,
      byStart: chain[index]?.byStart ?? false,
    };
    const met = followBack(graph, trial, chain, edited, index, outcome);
    for (const passage of passed)
      outcomes[passage.index]?.set(passage.dates, outcomeAt(passage, outcome.day, met));
    takeBack(graph, trial, earliest, node, touched);
    return { gain: outcome.day === null ? null : day - outcome.day, next: met.next };
  });
}

/** Where the new chain has to be followed from. */
interface Begin {
  index: number;
  /** What is known of the passage at that entry. */
  known: Outcome | null;
  /** True when an entry may be decided anew although it was not visited: then only the goal is sure. */
  hidden: boolean;
}

/** How far the new chain is the old one, and by which days it comes to the entries from `first` on. */
interface Met {
  next: number | null;
  first: number;
  byStart: boolean[];
}

/** Follows the new chain back from an entry that is in its old place. */
function followBack(
  graph: Graph,
  trial: Earliest,
  chain: readonly Step[],
  edited: number,
  first: number,
  outcome: Outcome,
): Met {
  const met: Met = { next: null, first, byStart: [] };
  if (outcome.day === null) return met;
  if (outcome.next !== SAME) return { ...met, next: outcome.next };
  let byStart = outcome.byStart;
  for (let index = first; ; index++) {
    const step = chain[index];
    met.byStart.push(byStart);
    // What comes before the item that takes one day is as it was, and so is what decides it.
    if (!step || (index > edited && step.byStart === byStart)) return met;
    const decision = decide(graph, trial, step.node, byStart);
    byStart = decision.byStart;
    if (decision.from < 0) return met;
    if (chain[index + 1]?.node !== decision.from) return { ...met, next: decision.from };
  }
}

function outcomeAt({ index }: Passage, day: DayNumber | null, met: Met): Outcome {
  const byStart = met.byStart[index - met.first];
  return byStart === undefined ? { day, next: met.next, byStart: false } : { day, next: SAME, byStart };
}

/** Both days of a node as one number; days are within 10,000,000 of 1970. */
function datesOf(earliest: Earliest, node: number): number {
  return at(earliest.start, node) * 0x2000000 + at(earliest.end, node);
}

/** Lets the item at `node` take one day. */
export function giveOneDay(graph: Graph, trial: Earliest, node: number): void {
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
}

function takeBack(
  graph: Graph,
  trial: Earliest,
  earliest: Earliest,
  node: number,
  touched: readonly number[],
): void {
  const placed = at(graph.places.termOf, node) >= 0;
  readItem(graph.facts, node, itemAt(graph, node), graph.today, graph.best, placed);
  trial.oneDay = -1;
  restoreNodes(graph, trial, earliest, touched);
}
