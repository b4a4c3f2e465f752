import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { printOptions } from '#shared/contract/print-options.ts';
import { planOver } from './plans-to-print.ts';
import { rawPrinting } from './print-document.ts';

let printing: ReturnType<typeof rawPrinting>;
beforeAll(() => (printing = rawPrinting()));
afterAll(() => printing.close());

it.each(['color', 'gray'])('axe-core finds nothing in the pages that are printed, in %s', async (ink) => {
  const options = printOptions.parse({ gray: ink === 'gray' });
  const found = await printing.look(planOver(4), options, async (page) => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    );
  });
  expect(found).toEqual([]);
});
