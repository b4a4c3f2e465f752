import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { metricsOf } from '#shared/domain/metrics/metrics-of.ts';
import { aPlan } from '../builders/plan-builder.ts';
import { arbitraryStudy } from '../oracle/arbitrary-study.ts';
import { metricsByOracle } from '../oracle/metrics-oracle.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';

// Thousands of plans, each by an oracle that takes its time; a busy machine may take long for them.
vi.setConfig({ testTimeout: 180_000 });

function expectTheSame(document: PlanDocument): void {
  const { courses, complexity } = metricsOf(document);
  const oracle = metricsByOracle(document);
  expect([...courses.keys()].sort()).toEqual([...oracle.keys()].sort());
  let total = 0;
  for (const [id, asked] of oracle) {
    const measured = courses.get(id) ?? null;
    if (asked === null || measured === null) expect([id, measured]).toEqual([id, asked]);
    else {
      // Near a loop the rules leave open how long a path is.
      const known = {
        ...asked,
        delay: asked.delay ?? measured.delay,
        centrality: asked.centrality ?? measured.centrality,
      };
      expect({ id, ...measured, complexity: 0 }).toEqual({ id, ...known, complexity: 0 });
      expect(measured.complexity).toBeCloseTo(asked.complexity ?? measured.complexity, 9);
    }
    total += measured?.complexity ?? 0;
  }
  expect(complexity).toBeCloseTo(total, 9);
}

test('the metrics of a plan are what a list of all paths says', () => {
  fc.assert(fc.property(arbitraryStudy, expectTheSame), { numRuns: 1_000 });
});

/** Up to nine courses in one or two programs, thick with requisites of all kinds. */
const curriculum = fc
  .record({
    system: fc.constantFrom('semester' as const, 'quarter' as const),
    programs: fc.array(fc.constantFrom('p', 'p', 'p', 'q'), { minLength: 2, maxLength: 9 }),
    edges: fc.array(
      fc.record({
        a: fc.nat(8),
        b: fc.nat(8),
        kind: fc.constantFrom('pre' as const, 'co' as const, 'strict' as const),
      }),
      { maxLength: 20, size: 'max' },
    ),
    loops: fc.constantFrom(false, false, true),
  })
  .map(({ system, programs, edges, loops }) => {
    const plan = aPlan().program('p', { system }).program('q');
    programs.forEach((programId, n) => plan.course(`c${n}`, { programId }));
    for (const { a, b, kind } of edges) {
      const [one, other] = loops ? [a, b] : [Math.min(a, b), Math.max(a, b)];
      if (one === other || Math.max(one, other) >= programs.length) continue;
      plan.requisites(`c${other}`, [`c${one}`], { kind });
    }
    return plan.build();
  });

test('the metrics of thick curricula are what a list of all paths says', () => {
  fc.assert(fc.property(curriculum, expectTheSame), { numRuns: 2_000 });
});
