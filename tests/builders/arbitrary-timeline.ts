import fc from 'fast-check';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { PHASES, type ItemKind } from '#shared/domain/plan/items.ts';
import { layoutPlan } from '#shared/domain/layout/layout-plan.ts';
import type { TimelineLayout } from '#shared/domain/layout/layout.ts';
import type { ItemDates } from '#shared/domain/schedule/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { aPlan } from './plan-builder.ts';

/** A plan with dates of its own making, so that the layout meets stretches no schedule would produce. */
export interface ArbitraryTimeline {
  document: PlanDocument;
  datesOf: (id: string) => ItemDates;
  layout: TimelineLayout;
}

const BASE = toDay('2026-01-01');
const LOOSE_KINDS = ['experience', 'step', 'credential', 'milestone', 'course'] as const satisfies ItemKind[];

const anyStretch = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      start: fc.integer({ min: 0, max: 3_000 }),
      days: fc.integer({ min: 1, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);
type StretchOrNone = { start: number; days: number } | null;

const anyProgram = fc.record({
  phase: fc.constantFrom(...PHASES, null),
  stretch: anyStretch,
  terms: fc.array(
    fc.record({
      stretch: anyStretch,
      courses: fc.array(fc.record({ actual: fc.option(anyStretch) }), { maxLength: 5 }),
    }),
    { maxLength: 5 },
  ),
});
const anyLoose = fc.record({
  kind: fc.constantFrom(...LOOSE_KINDS),
  phase: fc.constantFrom(...PHASES, null),
  program: fc.nat({ max: 5 }),
  title: fc.string({ maxLength: 30 }),
  stretch: anyStretch,
});

/** Programs with terms and courses, loose items of every kind, and links among all of them. */
export const anyTimeline: fc.Arbitrary<ArbitraryTimeline> = fc
  .record({
    programs: fc.array(anyProgram, { maxLength: 3 }),
    loose: fc.array(anyLoose, { maxLength: 30 }),
    links: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('FS', 'SS', 'FF' as const)), {
      maxLength: 30,
    }),
  })
  .map(({ programs, loose, links }) => {
    const plan = aPlan();
    const stretches = new Map<string, StretchOrNone>();
    const remember = (id: string, stretch: StretchOrNone): string => {
      stretches.set(id, stretch);
      return id;
    };
    programs.forEach(({ phase, stretch, terms }, p) => {
      plan.program(remember(`p${p}`, stretch), { phase });
      terms.forEach((term, t) => {
        const termId = remember(`p${p}t${t}`, term.stretch);
        plan.term(termId, { index: t + 1 });
        term.courses.forEach(({ actual }, c) =>
          plan.course(remember(`${termId}c${c}`, actual ?? term.stretch), { termId }),
        );
      });
    });
    loose.forEach(({ kind, phase, program, title, stretch }, l) => {
      const programId = program < programs.length ? `p${program}` : null;
      plan[kind](remember(`l${l}`, stretch), { phase, title, programId });
    });
    const ids = [...stretches.keys()];
    for (const [from, to, kind] of ids.length === 0 ? [] : links) {
      plan.link(ids[from % ids.length] ?? '', ids[to % ids.length] ?? '', { kind });
    }
    const document = plan.build();
    const datesOf = (id: string): ItemDates => datesFrom(id, stretches.get(id) ?? null);
    return {
      document,
      datesOf,
      layout: layoutPlan(
        document,
        document.items.map(({ id }) => datesOf(id)),
      ),
    };
  });

function datesFrom(id: string, stretch: StretchOrNone): ItemDates {
  return {
    id,
    mode: 'auto',
    start: stretch === null ? null : BASE + stretch.start,
    end: stretch === null ? null : BASE + stretch.start + stretch.days - 1,
    latestStart: null,
    latestFinish: null,
    slack: null,
    undated: stretch === null ? { cause: 'no-length', itemId: id } : null,
  };
}
