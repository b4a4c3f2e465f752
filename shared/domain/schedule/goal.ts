import type { DayNumber } from '../time/day.ts';
import { findBeforeGoal } from './before-goal.ts';
import { CAUSE, KIND, RULE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import { copyEarliest, propagate, type Earliest } from './forward.ts';
import { itemAt, type Graph } from './graph.ts';
import { readItem } from './read-item.ts';
import type { BrokenLink, GoalDate, MissedWindow } from './types.ts';

/** Day on which the item at `node` is reached: the first day of a credential or milestone, else the last (R13). */
export function goalDay(graph: Graph, earliest: Earliest, node: number): DayNumber | null {
  if (byteAt(earliest.cause, node) !== CAUSE.none) return null;
  const kind = byteAt(graph.places.kind, node);
  return at(kind === KIND.credential || kind === KIND.milestone ? earliest.start : earliest.end, node);
}

/** The goal with its date, the date at best, and whether anything before it is still open. */
export function findGoal(
  graph: Graph,
  earliest: Earliest,
  node: number,
  broken: readonly BrokenLink[],
  windows: readonly MissedWindow[],
): GoalDate {
  const goal = itemAt(graph, node);
  const before = findBeforeGoal(graph, earliest, node);
  const idOf = (place: number): string => itemAt(graph, place).id;
  const brokenItems = new Set<string>();
  for (const { itemId } of [...broken, ...windows]) {
    const place = graph.places.of.get(itemId);
    if (place !== undefined && before.all.has(place)) brokenItems.add(itemId);
  }
  return {
    itemId: goal.id,
    title: goal.title,
    date: goalDay(graph, earliest, node),
    best: bestDay(graph, earliest, node),
    complete: before.undated.length === 0 && brokenItems.size === 0,
    undatedItems: before.undated.map(idOf),
    brokenItems: [...brokenItems],
    programIds: before.programs.map(idOf),
  };
}

/** The goal's day with every wait at its best known length. */
function bestDay(graph: Graph, earliest: Earliest, node: number): DayNumber | null {
  const waits: number[] = [];
  for (const [place, item] of graph.items.entries()) if (item.bestLength !== null) waits.push(place);
  if (waits.length === 0) return goalDay(graph, earliest, node);
  readAgain(graph, waits, true);
  const trial = copyEarliest(earliest);
  propagate(graph, trial, waits);
  readAgain(graph, waits, graph.best);
  return goalDay(graph, trial, node);
}

function readAgain(graph: Graph, places: readonly number[], best: boolean): void {
  for (const place of places) {
    // On a loop of links an item stays without dates, whatever it says of itself.
    if (byteAt(graph.facts.rule, place) === RULE.looped) continue;
    readItem(
      graph.facts,
      place,
      itemAt(graph, place),
      graph.today,
      best,
      at(graph.places.termOf, place) >= 0,
    );
  }
}
