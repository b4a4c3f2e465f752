import type { DayNumber } from '../time/day.ts';
import { startAsked } from './choose.ts';
import { CAUSE } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { itemAt, type Graph } from './graph.ts';

/** A member of an "any k of n". */
export interface Alternative {
  linkId: string;
  /** The first day it allows, `null` while the item it comes from has no dates. */
  bound: DayNumber | null;
  /** True for one of those that count. */
  chosen: boolean;
}

/** The members of a link group, by position, then id. For a group into a program, as they stand at the program itself. */
export function findAlternatives(graph: Graph, earliest: Earliest, groupId: string): Alternative[] {
  const { edges, links, places, facts } = graph;
  const alternatives: Alternative[] = [];
  for (let edge = 0; edge < edges.count; edge++) {
    const link = links[at(edges.link, edge)];
    if (link?.groupId !== groupId || at(edges.group, edge) < 0) continue;
    const node = at(edges.to, edge);
    if (node >= places.itemCount || itemAt(graph, node).id !== link.toId) continue;
    const dated = byteAt(earliest.cause, at(edges.from, edge)) === CAUSE.none;
    // An item without a known length has links all the same: for them it takes one day.
    const bound = dated ? startAsked(graph, earliest, edge, at(facts.span, node) || 1) : null;
    alternatives.push({ linkId: link.id, bound, chosen: dated && byteAt(earliest.chosen, edge) === 1 });
  }
  return alternatives;
}
