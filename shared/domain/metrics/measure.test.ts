import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf, loopsOf } from './components.ts';
import { measureCourses, type Measures } from './measure.ts';

/** Every edge leads from a smaller to a larger vertex, then the vertices are renamed: any graph without loops. */
const acyclic = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const pairs = Array.from({ length: size }, (_, to) =>
    Array.from({ length: to }, (_, from) => [from, to] as const),
  ).flat();
  return fc
    .tuple(fc.subarray(pairs), fc.shuffledSubarray([...Array(size).keys()], { minLength: size }))
    .map(([edges, names]) =>
      graphOf(
        size,
        edges.map(([from, to]) => [names[from] ?? 0, names[to] ?? 0]),
      ),
    );
});

const anyGraph = fc
  .integer({ min: 1, max: 7 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 })
      .map((edges) => graphOf(size, edges)),
  );

function graphOf(size: number, edges: readonly (readonly number[])[]): number[][] {
  const successors: number[][] = Array.from({ length: size }, () => []);
  for (const [from = 0, to = 0] of edges) if (!successors[from]?.includes(to)) successors[from]?.push(to);
  return successors;
}

/** The definitions of PRODUCT read literally: write down every source→sink path and look at the list. */
function measureByListing(graph: number[][]): Measures[] {
  const isSource = (vertex: number) => !graph.some((targets) => targets.includes(vertex));
  const pathsFrom = (vertex: number): number[][] => {
    const targets = graph[vertex] ?? [];
    if (targets.length === 0) return [[vertex]];
    return targets.flatMap((target) => pathsFrom(target).map((path) => [vertex, ...path]));
  };
  const paths = graph.flatMap((_, vertex) => (isSource(vertex) ? pathsFrom(vertex) : []));
  return graph.map((targets, vertex) => {
    const through = paths.filter((path) => path.includes(vertex));
    const inside = !isSource(vertex) && targets.length > 0;
    return {
      blocking: new Set(through.flatMap((path) => path.slice(path.indexOf(vertex) + 1))).size,
      delay: Math.max(...through.map((path) => path.length)),
      centrality: inside ? through.reduce((sum, path) => sum + path.length, 0) : 0,
    };
  });
}

function reaches(graph: number[][], from: number, to: number): boolean {
  const seen = new Set<number>();
  const visit = (vertex: number): boolean =>
    (graph[vertex] ?? []).some((target) => {
      if (target === to) return true;
      if (seen.has(target)) return false;
      seen.add(target);
      return visit(target);
    });
  return visit(from);
}

describe('the measures of a course', () => {
  it('equal what a list of all paths says, on any small graph without loops', () => {
    fc.assert(
      fc.property(acyclic, (graph) => {
        expect(measureCourses(graph)).toEqual(measureByListing(graph));
      }),
      { numRuns: 500 },
    );
  });

  it('are null exactly for courses that reach themselves', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const onLoop = graph.map((_, vertex) => reaches(graph, vertex, vertex));
        expect(measureCourses(graph).map((measures) => measures === null)).toEqual(onLoop);
      }),
      { numRuns: 300 },
    );
  });

  it('count the courses of a loop on the way', () => {
    // 0 → (1 ⇄ 2) → 3
    const [first, , , last] = measureCourses([[1], [2, 3], [1], []]);
    expect(first).toEqual({ blocking: 3, delay: 4, centrality: 0 });
    expect(last).toEqual({ blocking: 0, delay: 4, centrality: 0 });
  });

  it('stay finite where paths cannot be counted any more', () => {
    // 1,500 diamonds in a row hold 2^1500 paths.
    const diamonds = Array.from({ length: 1_500 }, (_, n) => [
      [3 * n + 1, 3 * n + 2],
      [3 * n + 3],
      [3 * n + 3],
    ]).flat();
    const measures = measureCourses([...diamonds, []]);
    expect(measures.every((measure) => Number.isFinite(measure?.centrality))).toBe(true);
    expect(measures[0]).toEqual({ blocking: 4_500, delay: 3_001, centrality: 0 });
  });

  it('need no stack for a long chain', () => {
    const chain = Array.from({ length: 20_000 }, (_, vertex) => (vertex === 19_999 ? [] : [vertex + 1]));
    expect(measureCourses(chain).at(1)).toEqual({ blocking: 19_998, delay: 20_000, centrality: 20_000 });
  });
});

describe('the parts of a graph', () => {
  it('hold together what reaches each other, and number edges downward', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { of } = componentsOf(graph);
        graph.forEach((targets, from) => {
          for (const to of targets) expect(of[to]).toBeLessThanOrEqual(of[from] ?? -1);
          graph.forEach((_, to) => {
            const together = from === to || (reaches(graph, from, to) && reaches(graph, to, from));
            expect(of[from] === of[to]).toBe(together);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are loops when they hold a way back, also to themselves', () => {
    expect(loopsOf([[1], [0], [2], [0]])).toEqual([[0, 1], [2]]);
  });
});
