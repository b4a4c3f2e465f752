import fc from 'fast-check';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { SEASONS } from '#shared/domain/plan/items.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';

/** A plan with courses to place, and the day on which they are. */
export interface FillingCase {
  doc: PlanDocument;
  today: string;
}

export interface Sizes {
  courses: number;
  terms: number;
  sets: number;
}

const START = toDay('2027-01-11');

const credits = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(1, 2, 3, 3, 3, 4, 4, 5) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1.5, 2 / 3, 1 / 3, 4.25) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const course = (courses: number, terms: number) =>
  fc.record({
    program: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
    credits,
    offered: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.subarray([...SEASONS], { minLength: 1 }) },
    ),
    status: fc.oneof(
      { weight: 14, arbitrary: fc.constant('planned' as const) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('enrolled', 'completed', 'withdrawn', 'transferred', 'exempt'),
      },
    ),
    grade: fc.constantFrom(null, 'A', 'C', 'D', 'F', 'P', 'W'),
    placed: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(terms * 2) },
    ),
    locked: fc.oneof(
      { weight: 12, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    repeats: fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.nat(courses - 1) },
    ),
  });

const set = (courses: number) =>
  fc.record({
    owner: fc.nat(courses - 1),
    kind: fc.constantFrom('pre', 'pre', 'pre', 'co', 'strict'),
    needs: fc.uniqueArray(fc.nat(courses - 1), { minLength: 1, maxLength: 3 }),
    need: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 3 }) },
    ),
    minGrade: fc.constantFrom(null, null, 'C'),
    /** Most sets ask for what stands earlier in the plan, so that not every case is a loop. */
    anywhere: fc.constantFrom(false, false, false, true),
  });

const term = fc.record({
  season: fc.constantFrom(...SEASONS),
  limit: fc.oneof(
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 3, arbitrary: fc.constantFrom(3, 6, 7.5, 8, 9, 12) },
  ),
  weeks: fc.constantFrom(6, 11, 16),
  /** Days to the next term's beginning, counted from this one's end; below zero they overlap. */
  gap: fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(1, 10, 30) },
    { weight: 1, arbitrary: fc.constantFrom(0, -20, -90) },
  ),
});

/** Plans with up to so many courses and terms per program: requisites of every kind, offerings, locks, limits, repeats. */
export function arbitraryFilling(sizes: Sizes): fc.Arbitrary<FillingCase> {
  return fc
    .record({
      courses: fc.array(course(sizes.courses, sizes.terms), {
        minLength: 1,
        maxLength: sizes.courses,
        size: 'max',
      }),
      sets: fc.array(set(sizes.courses), { maxLength: sizes.sets, size: 'max' }),
      terms: fc.tuple(
        fc.array(term, { minLength: 1, maxLength: sizes.terms, size: 'max' }),
        fc.array(term, { maxLength: Math.ceil(sizes.terms / 2) }),
      ),
      day: fc.oneof(
        { weight: 3, arbitrary: fc.constant(-30) },
        { weight: 1, arbitrary: fc.integer({ min: -5, max: 300 }) },
      ),
    })
    .map(({ courses, sets, terms, day }) => {
      const plan = aPlan().program('p0').program('p1');
      const ids = terms.flatMap((own, program) => addTerms(plan, `p${program}`, own, program * 40));
      courses.forEach(({ program, placed, repeats, ...fields }, index) => {
        const repeated =
          repeats !== null && repeats < courses.length && repeats !== index ? `c${repeats}` : null;
        plan.course(`c${index}`, {
          ...fields,
          programId: `p${program}`,
          termId: placed === null ? null : (ids[placed] ?? null),
          repeatsId: repeated,
        });
      });
      for (const { owner, needs, anywhere, need, ...rest } of sets) {
        const asked = needs.filter(
          (other) => other < courses.length && (anywhere ? other !== owner : other < owner),
        );
        if (owner >= courses.length || asked.length === 0) continue;
        const list = asked.map((other) => ({ courseId: `c${other}`, minGrade: rest.minGrade }));
        plan.requisites(`c${owner}`, list, {
          kind: rest.kind,
          need: need === null ? null : Math.min(need, list.length),
        });
      }
      return { doc: plan.build(), today: toIso(START + day) };
    });
}

function addTerms(
  plan: PlanBuilder,
  programId: string,
  terms: { season: (typeof SEASONS)[number]; limit: number | null; weeks: number; gap: number }[],
  offset: number,
): string[] {
  let first = START + offset;
  return terms.map(({ season, limit, weeks, gap }, index) => {
    const id = `${programId}-t${index}`;
    const last = first + weeks * 7 - 3;
    plan.term(id, {
      programId,
      index: index + 1,
      season,
      firstDay: toIso(first),
      lastDay: toIso(last),
      creditLimit: limit,
    });
    first = Math.max(first + 1, last + gap);
    return id;
  });
}

/** Plans whose terms are just about full: whole credits, one limit, a few requisites. Most of them need a search. */
export const tightFilling: fc.Arbitrary<FillingCase> = fc
  .record({
    credits: fc.array(fc.constantFrom(1, 2, 3, 3, 4, 4, 5), { minLength: 6, maxLength: 9, size: 'max' }),
    terms: fc.integer({ min: 2, max: 4 }),
    spare: fc.nat(2),
    odd: fc.array(fc.constantFrom(0, 0, 1, 2), { minLength: 4, maxLength: 4 }),
    pairs: fc.array(
      fc.tuple(fc.nat(8), fc.nat(8), fc.constantFrom<'pre' | 'co' | 'strict'>('pre', 'pre', 'co', 'strict')),
      { maxLength: 6 },
    ),
    /** Whether each term still runs when the next one begins. */
    overlapping: fc.oneof(
      { weight: 2, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    springs: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8], { maxLength: 2 }),
  })
  .map(({ credits, terms, spare, odd, pairs, overlapping, springs }) => {
    const total = credits.reduce((sum, each) => sum + each, 0);
    const limit = Math.ceil((total + spare) / terms);
    const plan = aPlan().program('p0');
    for (let term = 0; term < terms; term += 1) {
      const first = START + term * 40;
      const days = overlapping ? { firstDay: toIso(first), lastDay: toIso(first + 60) } : {};
      plan.term(`t${term}`, { creditLimit: limit + (odd[term] ?? 0), ...days });
    }
    credits.forEach((each, index) =>
      plan.course(`c${index}`, { credits: each, offered: springs.includes(index) ? ['spring'] : null }),
    );
    for (const [a, b, kind] of pairs) {
      const [first, second] = a < b ? [a, b] : [b, a];
      if (first !== second && second < credits.length) plan.requisites(`c${second}`, [`c${first}`], { kind });
    }
    return { doc: plan.build(), today: '2026-06-01' };
  });
