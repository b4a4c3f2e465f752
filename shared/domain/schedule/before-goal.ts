import { CAUSE, KIND } from './codes.ts';
import { at, byteAt } from './dense.ts';
import type { Earliest } from './forward.ts';
import { itemAt, type Graph } from './graph.ts';
import { isForProgram, isInForce } from './in-force.ts';

/** Items before the goal (R13), by place in document order, the goal among them. */
export interface BeforeGoal {
  /** Those without dates; of the courses only planned and enrolled ones, for the others need no term. */
  undated: number[];
  programs: number[];
  all: Set<number>;
}

/**
 * Everything the goal waits for, dated or not: along links and requisites of every kind, into programs with all
 * they hold except steps, credentials and milestones, which never stretch one (R10). Routes that were not chosen
 * are not before the goal.
 */
export function findBeforeGoal(graph: Graph, earliest: Earliest, goal: number): BeforeGoal {
  const { edges, places, nodeCount } = graph;
  const seen = new Uint8Array(nodeCount);
  const open: number[] = [];
  const visit = (node: number): void => {
    if (byteAt(seen, node) === 1) return;
    seen[node] = 1;
    open.push(node);
  };
  const coursesOf = groupCourses(graph);
  visit(goal);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (let e = at(edges.inStart, node); e < at(edges.inStart, node + 1); e++) {
      const counts = isForProgram(graph, e)
        ? isInForce(graph, earliest, e)
        : byteAt(earliest.chosen, e) === 1;
      if (counts) visit(at(edges.from, e));
    }
    for (const course of coursesOf.get(node) ?? []) visit(course);
    if (node < places.itemCount && at(places.gateOf, node) >= 0) visit(at(places.gateOf, node));
  }

  const all = new Set<number>();
  const undated: number[] = [];
  const programs: number[] = [];
  for (let place = 0; place < places.itemCount; place++) {
    if (byteAt(seen, place) === 0) continue;
    all.add(place);
    if (at(places.gateOf, place) >= 0) programs.push(place);
    if (byteAt(earliest.cause, place) === CAUSE.none) continue;
    const item = itemAt(graph, place);
    if (item.kind !== 'course' || item.status === 'planned' || item.status === 'enrolled')
      undated.push(place);
  }
  return { undated, programs, all };
}

/** Courses not withdrawn, by the program they belong to and by that of the term they are placed in. */
function groupCourses(graph: Graph): Map<number, number[]> {
  const courses = new Map<number, number[]>();
  const { itemCount, kind, withdrawn, programOf, termOf } = graph.places;
  const add = (owner: number, course: number): void => {
    const group = courses.get(owner);
    if (group) group.push(course);
    else courses.set(owner, [course]);
  };
  for (let place = 0; place < itemCount; place++) {
    if (byteAt(kind, place) !== KIND.course || byteAt(withdrawn, place) === 1) continue;
    const own = at(programOf, place);
    const term = at(termOf, place);
    const ofTerm = term < 0 ? -1 : at(programOf, term);
    if (own >= 0) add(own, place);
    if (ofTerm >= 0 && ofTerm !== own) add(ofTerm, place);
  }
  return courses;
}
