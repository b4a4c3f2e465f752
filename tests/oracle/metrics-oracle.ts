/**
 * The curriculum metrics of a plan by writing down every path of courses and looking at the list. Only for small
 * programs; where a course leads to or comes from a loop, paths have no end, so that only what it blocks is told.
 */
import type { PlanDocument } from '#shared/domain/plan/document.ts';

export interface OracleMetrics {
  blocking: number;
  /** `null` near a loop. */
  delay: number | null;
  centrality: number | null;
  complexity: number | null;
}

/** By course id; `null` for a course on a loop. */
export function metricsByOracle(document: PlanDocument): Map<string, OracleMetrics | null> {
  const courses = document.items.filter((item) => item.kind === 'course');
  const programOf = (id: string): string | null | undefined =>
    courses.find((course) => course.id === id)?.programId;
  const pairs = document.requisiteSets.flatMap(({ courseId, needs }) =>
    needs.map((need) => [need.courseId, courseId] as const),
  );
  const inside = pairs.filter(
    ([from, to]) => programOf(from) !== undefined && programOf(from) === programOf(to),
  );
  const after = (id: string): string[] => [
    ...new Set(inside.flatMap(([from, to]) => (from === id ? [to] : []))),
  ];
  const before = (id: string): string[] => [
    ...new Set(inside.flatMap(([from, to]) => (to === id ? [from] : []))),
  ];

  const reached = (id: string, next: (id: string) => string[]): Set<string> => {
    const found = new Set<string>();
    const visit = (at: string): void => {
      for (const each of next(at)) {
        if (found.has(each)) continue;
        found.add(each);
        visit(each);
      }
    };
    visit(id);
    return found;
  };
  const isOnLoop = (id: string): boolean => reached(id, after).has(id);
  const isNearLoop = (id: string): boolean => [...reached(id, after), ...reached(id, before)].some(isOnLoop);
  /** All ways from a course back to one that needs nothing, and on to one that leads nowhere. */
  const ways = (id: string, next: (id: string) => string[]): string[][] => {
    const others = next(id);
    return others.length === 0
      ? [[id]]
      : others.flatMap((each) => ways(each, next).map((way) => [id, ...way]));
  };

  return new Map(
    courses.map(({ id, programId }): [string, OracleMetrics | null] => {
      if (isOnLoop(id)) return [id, null];
      const blocking = reached(id, after).size;
      if (isNearLoop(id)) return [id, { blocking, delay: null, centrality: null, complexity: null }];
      const through = ways(id, before).flatMap((back) =>
        ways(id, after).map((on) => [...back, ...on.slice(1)]),
      );
      const delay = Math.max(...through.map((path) => path.length));
      const isEnd = before(id).length === 0 || after(id).length === 0;
      const centrality = isEnd ? 0 : through.reduce((sum, path) => sum + path.length, 0);
      const program = document.items.find((item) => item.id === programId);
      const isQuarter = program?.kind === 'program' && program.system === 'quarter';
      return [
        id,
        { blocking, delay, centrality, complexity: ((blocking + delay) * (isQuarter ? 2 : 3)) / 3 },
      ];
    }),
  );
}
