import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTerms } from '#shared/domain/fill/fill-terms.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { arbitraryFilling, tightFilling, type FillingCase } from './arbitrary-filling.ts';
import { faultsOf, sizeOf, toPlace, tryEverything, worthOf } from './fill-oracle.ts';

const SMALL_ENOUGH = 600;
const choiceOf = (placements: { courseId: string; termId: string }[]): Map<string, string> =>
  new Map(placements.map(({ courseId, termId }) => [courseId, termId]));

/** Compares the engine with trying everything, and says which kind of case it was. */
function compare({ doc, today }: FillingCase): 'optimal' | 'infeasible' | 'nothing' {
  const filling = fillTerms(doc, toDay(today));
  if (toPlace(doc).length === 0) {
    expect(filling.status).toBe('nothing-to-place');
    return 'nothing';
  }
  const answer = tryEverything(doc, today);
  expect(filling.status).toBe(answer.feasible ? 'optimal' : 'infeasible');
  if (!answer.feasible) {
    expect(filling.reasons).not.toEqual([]);
    return 'infeasible';
  }
  const choice = choiceOf(filling.placements);
  expect(faultsOf(doc, today, choice)).toEqual([]);
  expect(worthOf(doc, today, choice)).toEqual({ last: answer.last, largest: answer.largest });
  expect(filling.largest).toBeCloseTo(Math.max(...answer.largest), 5);
  return 'optimal';
}

/** Compares so many cases that are small enough; how many of each kind there were. */
function compareAll(cases: fc.Arbitrary<FillingCase>, numRuns: number, limit: number) {
  const seen = { optimal: 0, infeasible: 0, nothing: 0, skipped: 0 };
  fc.assert(
    fc.property(cases, (each) => {
      seen[sizeOf(each.doc, each.today) > limit ? 'skipped' : compare(each)] += 1;
    }),
    { numRuns },
  );
  return seen;
}

describe('filling the terms answers what trying everything answers', () => {
  it('on plans with every kind of rule', { timeout: 300_000 }, () => {
    const seen = compareAll(arbitraryFilling({ courses: 7, terms: 4, sets: 6 }), 4_000, SMALL_ENOUGH);
    // Where one kind becomes rare, the test has stopped testing it.
    expect(seen.optimal).toBeGreaterThan(1_500);
    expect(seen.infeasible).toBeGreaterThan(1_500);
  });

  it('on plans whose terms are full', { timeout: 300_000 }, () => {
    const seen = compareAll(tightFilling, 400, 20_000);
    expect(seen.optimal).toBeGreaterThan(120);
    expect(seen.infeasible).toBeGreaterThan(40);
  });
});

describe('filling the terms of larger plans', () => {
  it('never breaks a rule, and leaves no course out', { timeout: 300_000 }, () => {
    let filled = 0;
    fc.assert(
      fc.property(arbitraryFilling({ courses: 40, terms: 12, sets: 25 }), ({ doc, today }) => {
        const filling = fillTerms(doc, toDay(today), 4_000);
        if (filling.status !== 'optimal' && filling.status !== 'feasible') {
          expect(filling.placements).toEqual([]);
          return;
        }
        filled += 1;
        expect(faultsOf(doc, today, choiceOf(filling.placements))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(filled).toBeGreaterThan(30);
  });
});
