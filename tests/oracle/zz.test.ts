import { test } from 'vitest';
import fc from 'fast-check';
import { arbitraryPlan, shown, SMALL_PLAN_TODAY } from './arbitrary-plan.ts';
import { consultOracle } from './schedule-oracle.ts';
import { differencesOf } from './compare.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
const ok = (p: PlanDocument) =>
  (p.linkGroups.length === 0 ||
    [...consultOracle(p, SMALL_PLAN_TODAY).items.values()].every((i) => i.start !== null)) &&
  !(p.links.some((l) => l.kind !== 'FS') && p.items.some((i) => i.lengthUnit === 'month')) &&
  !p.items.some(
    (i) =>
      (i.actualEnd !== null &&
        i.actualStart === null &&
        (i.kind === 'experience'
          ? (i.hoursRequired === null || i.hoursPerWeek === null) && i.length === null
          : i.length === null)) ||
      (i.programId !== null &&
        (i.pinStart ||
          i.actualStart ||
          i.actualEnd ||
          (i.kind === 'step' && i.attempts.some((a) => a.result === 'passed')) ||
          (i.kind === 'experience' && i.log.length > 0) ||
          (i.kind === 'credential' && i.issued) ||
          (i.kind === 'milestone' && i.doneOn)) &&
        p.links.some((l) => l.toId === i.programId)),
  );
const classes = (
  process.env.ABOUT ??
  'start,end,undated,mode,date,best,items,undatedItems,brokenItems,complete,latestStart,latestFinish,slack,binding reason,binding from,gain,next'
).split(',');
test('x', () => {
  for (const about of classes) {
    const r = fc.check(
      fc.property(
        arbitraryPlan
          .filter(ok)
          .map((p) => shown({ ...p, links: p.links.map((l) => ({ ...l, window: null })) })),
        (p) => !differencesOf(p, SMALL_PLAN_TODAY).some((d) => about === 'any' || d.about === about),
      ),
      { numRuns: Number(process.env.RUNS ?? 2000), seed: Number(process.env.SEED ?? 5) },
    );
    if (!r.failed) {
      console.log('===== OK ' + about);
      continue;
    }
    const p = r.counterexample![0];
    let d: string;
    try {
      d = differencesOf(p, SMALL_PLAN_TODAY)
        .map((x) => JSON.stringify(x))
        .join('\n');
    } catch (e) {
      d = String(e);
    }
    console.log('===== ' + about + ' after ' + r.numRuns + fc.stringify(p) + d);
  }
}, 120000);
