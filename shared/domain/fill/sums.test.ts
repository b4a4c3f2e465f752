import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LARGEST_SUM, Sums } from './sums.ts';

it('knows the largest sum up to a limit as adding up every choice does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 45 }), { maxLength: 7 }),
      fc.integer({ min: 0, max: LARGEST_SUM }),
      (sizes, limit) => {
        const sums = new Sums();
        for (const size of sizes) sums.add(size);
        let all = [0];
        for (const size of sizes) all = [...all, ...all.map((sum) => sum + size)];
        expect(sums.largestUpTo(limit)).toBe(Math.max(...all.filter((sum) => sum <= limit)));
      },
    ),
    { numRuns: 2_000 },
  );
});
