import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute, type Bin, type Piece } from './distribute.ts';

/** Judges every way to distribute by the definition, and takes the first of the best in the order of the ties. */
function distributeByTrying(bins: readonly Bin[], pieces: readonly Piece[]): number[] {
  const scoreOf = (chosen: readonly number[]): number[] => {
    const parts = bins.flatMap(({ creditCap, courseCap }, bin) => {
      const own = pieces.flatMap(({ options }, index) =>
        options.filter((option) => option.bin === bin && chosen[index] === bin),
      );
      const credits = own.reduce((sum, option) => sum + option.credits, 0);
      return [Math.min(credits, creditCap), Math.min(own.length, courseCap)];
    });
    const total = parts.reduce((sum, part, index) => (index % 2 === 0 ? sum + part : sum), 0);
    return [total, ...parts];
  };
  const isBetter = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, index) => Math.abs(value - (b[index] ?? 0)) > 1e-9);
    return at !== -1 && (a[at] ?? 0) > (b[at] ?? 0);
  };
  let best: number[] | null = null;
  const tryAll = (chosen: number[]) => {
    if (chosen.length === pieces.length) {
      if (best === null || isBetter(scoreOf(chosen), scoreOf(best))) best = chosen;
      return;
    }
    const options = pieces[chosen.length]?.options ?? [];
    if (options.length === 0) tryAll([...chosen, -1]);
    for (const { bin } of options) tryAll([...chosen, bin]);
  };
  tryAll([]);
  return best ?? [];
}

const credits = fc.constantFrom(0, 1, 1.5, 3, 4);
const problem = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const bin = fc.oneof(
    fc.constantFrom(3, 4, 6, 7.5).map((creditCap) => ({ creditCap, courseCap: 0 })),
    fc.integer({ min: 1, max: 3 }).map((courseCap) => ({ creditCap: courseCap * 3, courseCap })),
    fc.constant({ creditCap: Infinity, courseCap: Infinity }),
  );
  const piece = fc
    .tuple(fc.subarray([...Array(count).keys()]), fc.array(credits, { minLength: count, maxLength: count }))
    .map(([own, values]): Piece => ({ options: own.map((bin) => ({ bin, credits: values[bin] ?? 0 })) }));
  return fc.tuple(fc.array(bin, { minLength: count, maxLength: count }), fc.array(piece, { maxLength: 6 }));
});

describe('distributing courses over groups', () => {
  it('finds what trying every way finds, ties included', () => {
    fc.assert(
      fc.property(problem, ([bins, pieces]) => {
        expect(distribute(bins, pieces)).toEqual({ bins: distributeByTrying(bins, pieces), exact: true });
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not waste a large course on a small gap', () => {
    // Whoever fills the first group in order puts 4 credits where 3 are asked, and the second group stays short.
    const bins = [
      { creditCap: 3, courseCap: 0 },
      { creditCap: 4, courseCap: 0 },
    ];
    const both = (each: number): Piece => ({ options: [0, 1].map((bin) => ({ bin, credits: each })) });
    expect(distribute(bins, [both(4), both(3)]).bins).toEqual([1, 0]);
  });

  it('is exact for programs of a realistic size', () => {
    const bins = [12, 15, 9, 30, 18].map((creditCap) => ({ creditCap, courseCap: 0 }));
    const pieces = Array.from({ length: 60 }, (_, n): Piece => {
      const each = 1 + (n % 4);
      return { options: bins.flatMap((_, bin) => ((n + bin) % 3 === 0 ? [] : [{ bin, credits: each }])) };
    });
    expect(distribute(bins, pieces).exact).toBe(true);
  });

  it('says when it stopped at its limit, and still places every course', () => {
    const bins = Array.from({ length: 6 }, (_, n) => ({ creditCap: 17 + n, courseCap: 0 }));
    const pieces = Array.from({ length: 40 }, (_, n): Piece => ({
      options: bins.map((_, bin) => ({ bin, credits: 1.1 + ((n * 7 + bin) % 13) / 10 })),
    }));
    const found = distribute(bins, pieces, 50);
    expect(found.exact).toBe(false);
    expect(found.bins.every((bin) => bin >= 0)).toBe(true);
  });
});
