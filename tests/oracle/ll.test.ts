import { test } from 'vitest';
import fc from 'fast-check';
import { arbitraryPlanWithLoops, shown, SMALL_PLAN_TODAY } from './arbitrary-plan.ts';
import { differencesOf } from './compare.ts';
const classes = (
  process.env.ABOUT ??
  'start,end,undated,mode,date,best,items,undatedItems,brokenItems,complete,latestStart,binding reason,binding from,gain,next'
).split(',');
test('x', () => {
  for (const about of classes) {
    const arb = arbitraryPlanWithLoops.map((p) =>
      shown({
        ...p,
        links: p.links.map((l) => ({ ...l, window: null, groupId: null })),
        linkGroups: [],
        items: p.items.map((i) => ({
          ...i,
          programId:
            i.pinStart ||
            i.actualStart ||
            i.actualEnd ||
            (i.kind === 'step' && i.attempts.length) ||
            (i.kind === 'experience' && i.log.length) ||
            (i.kind === 'credential' && i.issued) ||
            (i.kind === 'milestone' && i.doneOn)
              ? null
              : i.programId,
          ...(i.lengthUnit === 'month' ? { lengthUnit: 'day' as const } : {}),
          actualStart: i.actualEnd ?? i.actualStart,
        })),
      }),
    );
    const r = fc.check(
      fc.property(arb, (p) => !differencesOf(p, SMALL_PLAN_TODAY).some((d) => d.about === about)),
      { numRuns: Number(process.env.RUNS ?? 1500), seed: Number(process.env.SEED ?? 5) },
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
      d = String((e as Error).stack);
    }
    console.log('===== ' + about + ' after ' + r.numRuns + fc.stringify(p) + d);
  }
}, 120000);
