import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { findingsNotAmong, foreseeFindings } from '#shared/domain/findings/foresee.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import type { Finding } from '#shared/domain/findings/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { dragItem } from '#shared/domain/schedule/drag.ts';
import { effectOf } from '#shared/domain/schedule/effect.ts';
import { resizeItem } from '#shared/domain/schedule/resize.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryPlan } from '../oracle/arbitrary-plan.ts';
import { arbitraryStudy, STUDY_TODAY } from '../oracle/arbitrary-study.ts';

vi.setConfig({ testTimeout: 180_000 });

const TODAY = toDay(STUDY_TODAY);
const anyPlan = fc.oneof(arbitraryPlan, arbitraryStudy);
const open = (findings: readonly Finding[]) => findings.filter(({ acknowledged }) => !acknowledged);

const all = (doc: PlanDocument) => open(findingsOf(doc, schedulePlan(doc, TODAY), TODAY));

test('what a drag would cause and resolve is the difference of two full passes', () => {
  let caused = 0;
  let resolved = 0;
  fc.assert(
    fc.property(anyPlan, fc.nat(), fc.integer({ min: -90, max: 300 }), fc.boolean(), (doc, n, away, move) => {
      const place = n % Math.max(1, doc.items.length);
      const item = doc.items[place];
      if (item === undefined) return;
      const now = schedulePlan(doc, TODAY);
      const day = TODAY + away;
      const outcome = move ? dragItem(now, item.id, day) : resizeItem(now, item.id, day);
      if (!outcome.ok) return;
      const after = { ...doc, items: doc.items.with(place, { ...item, ...outcome.changes }) };
      const seen = foreseeFindings(findingsOf(doc, now, TODAY), effectOf(now, after).schedule, item);
      expect(seen).toEqual({
        caused: findingsNotAmong(all(after), all(doc)),
        resolved: findingsNotAmong(all(doc), all(after)),
      });
      caused += seen.caused.length;
      resolved += seen.resolved.length;
    }),
    { numRuns: 2_000 },
  );
  // Without any of them the comparison would prove nothing.
  expect(caused).toBeGreaterThan(50);
  expect(resolved).toBeGreaterThan(50);
});
