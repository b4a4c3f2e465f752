import { componentsOf, type Successors } from './components.ts';

/** What the shape of a requisite graph says about one course, before any factor of the academic system. */
export interface Measures {
  /** Courses that cannot be taken before this one, directly or not. */
  blocking: number;
  /** Courses on the longest path through this one, itself included. */
  delay: number;
  /** Sum of the lengths, in courses, of all paths from a source to a sink that pass through; 0 for both ends. */
  centrality: number;
}

/**
 * Measures every course of a requisite graph; `null` for courses on a loop. Works on the graph whose loops are
 * drawn together to one vertex that weighs as many courses as it holds, so that courses before and after a loop
 * still have their measures. Counts paths by adding along a topological order, never one by one; only blocking
 * needs more than linear time: edges × courses / 32 word operations.
 */
export function measureCourses(successors: Successors): (Measures | null)[] {
  const components = componentsOf(successors);
  const graph = drawTogether(successors, components.of, components.count);
  const blocking = reachableWeights(graph);
  const delay = longestThrough(graph);
  const centrality = pathLengthsThrough(graph);
  return Array.from(components.of, (component, vertex) => {
    const onLoop = graph.weight[component] !== 1 || successors[vertex]?.includes(vertex);
    if (onLoop) return null;
    return {
      blocking: at(blocking, component),
      delay: at(delay, component),
      centrality: at(centrality, component),
    };
  });
}

/** A graph without loops whose vertices are numbered against its edges: every edge leads to a smaller number. */
interface Condensed {
  successors: number[][];
  predecessors: number[][];
  weight: number[];
}

function drawTogether(successors: Successors, of: Int32Array, count: number): Condensed {
  const targets: Set<number>[] = Array.from({ length: count }, () => new Set());
  const weight = new Array<number>(count).fill(0);
  successors.forEach((list, vertex) => {
    const from = at(of, vertex);
    weight[from] = at(weight, from) + 1;
    for (const target of list) if (of[target] !== from) targets[from]?.add(at(of, target));
  });
  const predecessors: number[][] = Array.from({ length: count }, () => []);
  targets.forEach((set, from) => {
    for (const to of set) predecessors[to]?.push(from);
  });
  return { successors: targets.map((set) => [...set]), predecessors, weight };
}

function reachableWeights({ successors, weight }: Condensed): number[] {
  const words = Math.ceil(successors.length / 32);
  const reach: Uint32Array[] = [];
  return successors.map((targets, vertex) => {
    const bits = new Uint32Array(words);
    for (const target of targets) {
      // Only smaller numbers are reached, so words past the target's own are empty.
      const own = target >> 5;
      const further = reach[target];
      for (let word = 0; word <= own; word++) bits[word] = at(bits, word) | (further?.[word] ?? 0);
      bits[own] = at(bits, own) | (1 << (target & 31));
    }
    reach[vertex] = bits;
    return sumOfMembers(bits, weight, vertex >> 5);
  });
}

function sumOfMembers(bits: Uint32Array, weight: readonly number[], lastWord: number): number {
  let sum = 0;
  for (let word = 0; word <= lastWord; word++) {
    for (let rest = at(bits, word); rest !== 0; rest &= rest - 1) {
      sum += at(weight, word * 32 + 31 - Math.clz32(rest & -rest));
    }
  }
  return sum;
}

function longestThrough({ successors, predecessors, weight }: Condensed): number[] {
  const after: number[] = [];
  const before: number[] = [];
  const longest = (list: readonly number[], known: readonly number[]) =>
    list.reduce((best, vertex) => Math.max(best, at(known, vertex)), 0);
  for (let vertex = 0; vertex < weight.length; vertex++) {
    after[vertex] = at(weight, vertex) + longest(successors[vertex] ?? [], after);
  }
  for (let vertex = weight.length - 1; vertex >= 0; vertex--) {
    before[vertex] = at(weight, vertex) + longest(predecessors[vertex] ?? [], before);
  }
  return weight.map((own, vertex) => at(before, vertex) + at(after, vertex) - own);
}

/** The paths that begin (or end) at a vertex: how many, and their lengths together with and without it. */
interface Paths {
  count: number;
  length: number;
  beyond: number;
}

const NO_PATHS: Paths = { count: 0, length: 0, beyond: 0 };

function pathLengthsThrough({ successors, predecessors, weight }: Condensed): number[] {
  const after: Paths[] = [];
  const before: Paths[] = [];
  for (let vertex = 0; vertex < weight.length; vertex++) {
    after[vertex] = extend(successors[vertex] ?? [], after, at(weight, vertex));
  }
  for (let vertex = weight.length - 1; vertex >= 0; vertex--) {
    before[vertex] = extend(predecessors[vertex] ?? [], before, at(weight, vertex));
  }
  return weight.map((_, vertex) => {
    if (successors[vertex]?.length === 0 || predecessors[vertex]?.length === 0) return 0;
    const [into, out] = [before[vertex] ?? NO_PATHS, after[vertex] ?? NO_PATHS];
    return finite(into.length * out.count + into.count * out.beyond);
  });
}

function extend(neighbors: readonly number[], known: readonly Paths[], weight: number): Paths {
  if (neighbors.length === 0) return { count: 1, length: weight, beyond: 0 };
  let count = 0;
  let beyond = 0;
  for (const neighbor of neighbors) {
    const paths = known[neighbor] ?? NO_PATHS;
    count = finite(count + paths.count);
    beyond = finite(beyond + paths.length);
  }
  return { count, length: finite(beyond + weight * count), beyond };
}

/** Path counts double with every fork; past the largest number they stay there, so that no `Infinity` gets out. */
function finite(value: number): number {
  return Math.min(value, Number.MAX_VALUE);
}

function at(list: ArrayLike<number>, index: number): number {
  return list[index] ?? 0;
}
