import type { Link, PlanDocument, RequisiteSet } from '../plan/document.ts';
import { clampDay, EDGE, KIND, linkCode } from './codes.ts';
import { at, byteAt } from './dense.ts';
import { EdgeList, type Edges } from './edges.ts';
import type { Places } from './places.ts';

/**
 * Everything that joins two nodes: links, programs with what stretches them and with what links to them bind,
 * terms with their courses, requisites. Links from or to items that are not in the plan are left out.
 */
export function relate(
  doc: PlanDocument,
  links: readonly Link[],
  places: Places,
  nodeCount: number,
): { edges: Edges; groupNeeds: Int32Array } {
  // A link each, and for most items one edge to a program, from a term, or from a requisite.
  const list = new EdgeList(links.length + places.itemCount);
  const gated = addLinks(list, doc, links, places);
  addContainment(list, places, gated);
  addRequisites(list, doc, places);
  const needs = [
    ...doc.linkGroups.map((group) => group.need),
    ...doc.requisiteSets.map((set) => set.need ?? set.needs.length),
  ];
  return { edges: list.sort(nodeCount), groupNeeds: Int32Array.from(needs) };
}

/** Adds the links and says which programs have links to them, one byte per item. */
function addLinks(list: EdgeList, doc: PlanDocument, links: readonly Link[], places: Places): Uint8Array {
  const gated = new Uint8Array(places.itemCount);
  const groups = new Map(doc.linkGroups.map((group, index) => [group.id, index]));
  for (let index = 0; index < links.length; index++) {
    const link = links[index] as Link;
    const from = places.of.get(link.fromId);
    const to = places.of.get(link.toId);
    if (from === undefined || to === undefined) continue;
    const kind = linkCode(link.kind);
    const lag = clampDay(link.lag);
    const group = link.groupId === null ? -1 : (groups.get(link.groupId) ?? -1);
    const gate = at(places.gateOf, to);
    if (gate < 0) list.add(from, to, kind, lag, index, group);
    else if (group < 0) {
      gated[to] = 1;
      list.add(from, gate, kind, lag, index);
    } else {
      // The bounds of a group are compared at the child they bind, whose length a gate does not know.
      for (const child of childrenOf(to, places)) list.add(from, child, kind, lag, index, group);
      list.add(from, to, kind, lag, index, group);
    }
  }
  return gated;
}

function childrenOf(program: number, places: Places): number[] {
  const children: number[] = [];
  for (let place = 0; place < places.itemCount; place++) {
    if (at(places.programOf, place) === program && byteAt(places.kind, place) !== KIND.program)
      children.push(place);
  }
  return children;
}

function addContainment(list: EdgeList, places: Places, gated: Uint8Array): void {
  for (let place = 0; place < places.itemCount; place++) {
    const kind = byteAt(places.kind, place);
    const program = at(places.programOf, place);
    if (kind === KIND.program) {
      if (byteAt(gated, place) === 1) list.add(at(places.gateOf, place), place, EDGE.gate);
      continue;
    }
    if (at(places.termOf, place) >= 0) list.add(at(places.termOf, place), place, EDGE.term);
    if (program < 0) continue;
    if (byteAt(gated, program) === 1) list.add(at(places.gateOf, program), place, EDGE.gate);
    if (kind === KIND.experience || byteAt(places.stretches, place) === 1) list.add(place, program, EDGE.sum);
  }
}

function addRequisites(list: EdgeList, doc: PlanDocument, places: Places): void {
  let index = doc.linkGroups.length;
  for (const set of doc.requisiteSets) {
    const group = set.need === null ? -1 : index;
    index += 1;
    const course = places.of.get(set.courseId);
    if (course === undefined) continue;
    const kind = set.kind === 'pre' ? EDGE.prerequisite : EDGE.corequisite;
    for (const need of placesOf(set.needs, places)) list.add(need, course, kind, 0, -1, group);
  }
}

/** By place, because ties between the members of "any k of n" are decided by position, then id (R7). */
function placesOf(needs: RequisiteSet['needs'], places: Places): number[] {
  const found: number[] = [];
  for (const { courseId } of needs) {
    const place = places.of.get(courseId);
    if (place !== undefined) found.push(place);
  }
  return found.length > 1 ? found.sort((a, b) => a - b) : found;
}
