import { afterAll, beforeAll, expect, it } from 'vitest';
import { printOptions } from '#shared/contract/print-options.ts';
import { toDay, toIso } from '#shared/domain/time/day.ts';
import { aPlan } from '../builders/plan-builder.ts';
import { rawPrinting } from './print-document.ts';

let printing: ReturnType<typeof rawPrinting>;
beforeAll(() => (printing = rawPrinting()));
afterAll(() => printing.close());

/** Experiences of all lengths, from a few weeks to more than a year, most of which go on in the next academic year. */
function experiences() {
  const plan = aPlan({ id: 'plan-1', name: 'Names' });
  for (let place = 0; place < 60; place += 1) {
    const start = toDay('2027-09-01') + place * 5;
    const end = start + 30 + ((place * 37) % 420);
    plan.experience(`e${place}`, {
      title: `Residency number ${place} (AIT)`,
      pinStart: toIso(start),
      pinEnd: toIso(end),
    });
  }
  return plan.build();
}

it.each(['letter', 'a4'])('no name of a bar is wider than the room it was given, on %s', async (paper) => {
  const options = printOptions.parse({ sections: ['timeline'], paper });
  const { names, broken, over } = await printing.look(experiences(), options, (page) =>
    page.evaluate(() => {
      const labels = [...document.querySelectorAll<HTMLElement>('.label')];
      const isOver = (label: HTMLElement) => {
        const { right, bottom } = label.getBoundingClientRect();
        return [...label.querySelectorAll('span')].some((part) =>
          [...part.getClientRects()].some((box) => box.right > right + 0.5 || box.bottom > bottom + 0.5),
        );
      };
      return {
        names: labels.length,
        broken: labels.filter((label) => label.querySelectorAll('.dates').length > 1).length,
        over: labels.filter(isOver).map(({ textContent }) => textContent),
      };
    }),
  );
  expect(names).toBeGreaterThan(60);
  // Some dates are too wide for one line, which is what this is about.
  expect(broken).toBeGreaterThan(3);
  expect(over).toEqual([]);
});
