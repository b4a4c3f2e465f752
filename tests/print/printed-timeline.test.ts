import { afterAll, describe, expect, it } from 'vitest';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { aPlan } from '../builders/plan-builder.ts';
import { randomPlan, BIG_PLAN_TODAY } from '../oracle/big-plan.ts';
import { countIn, overlaps, taggedText, textOf, wholeText, type ReadPdf, type TextRun } from '../pdf.ts';
import { planOver } from './plans-to-print.ts';
import { printing } from './print-document.ts';

const { print, close } = printing();
afterAll(close);

const sections = ['timeline'] as const;
const drawn = (runs: readonly TextRun[]) => runs.filter(({ tagged }) => !tagged);

/** Every title once in the structure, legible, and no text upon another. */
function expectNamedOnce(pdf: ReadPdf, plan: PlanDocument) {
  const tagged = taggedText(pdf);
  for (const { title } of plan.items) expect([title, countIn(tagged, title)]).toEqual([title, 1]);
  for (const page of pdf.pages) {
    for (const { size } of page.runs) expect(size).toBeGreaterThanOrEqual(7);
    expect(overlaps(page)).toEqual([]);
  }
}

describe('the printed timeline', () => {
  const papers = [
    { paper: 'letter' },
    { paper: 'letter', landscape: true },
    { paper: 'a4' },
    { paper: 'a4', landscape: true },
  ] as const;
  it.each(papers.flatMap((paper) => [1, 12, 40].map((years) => [paper, years] as const)))(
    'has a page for each academic year, with its dates, its lanes and each name once: %j, %i years',
    async (paper, years) => {
      const plan = planOver(years);
      const pdf = await print(plan, { sections: [...sections], ...paper });
      expectNamedOnce(pdf, plan);
      const tagged = taggedText(pdf);
      // The training, the wait and the exam after the last term go on into one more year.
      for (let year = 0; year <= years; year += 1) {
        const from = 2027 + year;
        expect(tagged).toContain(`Academic year ${from}–${String((from + 1) % 100).padStart(2, '0')}`);
      }
      expect(pdf.pages).toHaveLength(years + 1);
      const { paper: name, landscape } = { landscape: false, ...paper };
      for (const { width, height } of pdf.pages) {
        expect(width > height).toBe(landscape);
        // A4 is the narrower and longer one.
        expect(Math.max(width, height) > 800).toBe(name === 'a4');
      }
      pdf.pages.forEach(({ runs, text }, place) => {
        const axis = textOf(drawn(runs));
        expect(axis).toMatch(/Aug/);
        expect(axis).toMatch(/\b20[2-6]\d\b/);
        expect(text, `page ${place + 1}`).toMatch(/Degree number |Licensure|Experience/);
      });
    },
  );

  it('has no empty page after a full one, wherever its last row ends', async () => {
    for (const rows of [18, 19, 20, 25, 26]) {
      const plan = aPlan({ id: 'plan', name: 'Plan' }).milestone('m', {
        title: 'Step 0.',
        pinStart: '2027-09-01',
      });
      for (let place = 0; place < rows; place += 1)
        plan.step(`s${place}`, {
          title: `Step ${String.fromCharCode(65 + place)}.`,
          pinStart: '2028-08-02',
          length: 11,
          lengthUnit: 'month',
        });
      const pdf = await print(plan.build(), { sections: [...sections], landscape: true, paper: 'a4' });
      for (const { text } of pdf.pages) expect(text, `${rows} rows`).toMatch(/Step [0A-Z]\./);
    }
  });

  it('repeats the dates and the names of the lanes on every page', async () => {
    const pdf = await print(planOver(4), { sections: [...sections] });
    pdf.pages.forEach(({ runs, text }, year) => {
      const axis = textOf(drawn(runs));
      for (const part of [String(2027 + year), 'Aug', 'Jan', 'Jul']) expect(axis).toContain(part);
      expect(text).toContain(year < 4 ? 'Degree number anna.' : 'Licensure');
    });
  });

  it('tags a title where the item starts, and only draws it where it goes on', async () => {
    const plan = aPlan({ id: 'plan', name: 'Plan' })
      .experience('job', {
        title: 'A job over two summers',
        length: 18,
        lengthUnit: 'month',
        notBefore: '2028-02-01',
      })
      .build();
    const pdf = await print(plan, { sections: [...sections] });
    expect(pdf.pages).toHaveLength(2);
    const tagged = pdf.pages.map(({ runs }) =>
      countIn(textOf(runs.filter((run) => run.tagged)), 'A job over two summers'),
    );
    expect(tagged).toEqual([1, 0]);
    expect(pdf.pages[1]?.text).toContain('A job over two summers');
  });

  it.each([2, 3, 5])('fits into %i pages', async (per) => {
    const plan = planOver(4);
    const pdf = await print(plan, { sections: [...sections], per });
    expect(pdf.pages).toHaveLength(per);
    expectNamedOnce(pdf, plan);
  });

  it('goes on over the page before its type becomes too small to read', async () => {
    const plan = planOver(12);
    const pdf = await print(plan, { sections: [...sections], per: 1 });
    expect(pdf.pages.length).toBeGreaterThan(1);
    pdf.pages.slice(1).forEach(({ text }) => expect(text).toContain(', continued'));
    expectNamedOnce(pdf, plan);
  });

  it('shows the days asked for and says what lies outside', async () => {
    const pdf = await print(planOver(3), { sections: [...sections], from: '2028-08-01', to: '2029-07-31' });
    const text = wholeText(pdf);
    expect(text).toContain('Academic year 2028–29');
    expect(text).not.toContain('Academic year 2027–28');
    expect(text).toContain('Papers of berta. are in');
    expect(text).not.toContain('Papers of anna. are in');
    expect(text).toMatch(/\d+ items lie outside the printed dates/);
  });

  it('leaves out years in which nothing is planned, and says so', async () => {
    const plan = aPlan({ id: 'plan', name: 'Plan' })
      .milestone('first', { title: 'The first day', pinStart: '2028-01-01' })
      .milestone('second', { title: 'The second day', pinStart: '2035-01-01' })
      .build();
    const pdf = await print(plan, { sections: [...sections] });
    expect(pdf.pages).toHaveLength(2);
    expect(wholeText(pdf)).toContain('Nothing is planned in 2028–29 to 2033–34.');
  });

  it('lists what has no dates, and why', async () => {
    const plan = aPlan({ id: 'plan', name: 'Plan' })
      .step('a', { title: 'Some time or other', length: null, lengthUnit: null })
      .step('b', { title: 'Soon after that' })
      .link('a', 'b')
      .build();
    const text = taggedText(await print(plan, { sections: [...sections] }));
    expect(countIn(text, 'Some time or other')).toBe(1);
    expect(text).toContain('It has no length yet');
    expect(text).toContain('It waits for something else that has no dates yet.');
  });

  it('lets no two names overlap, whatever their length', async () => {
    const plan = aPlan({ id: 'plan', name: 'Plan' });
    const long =
      'of a very long name that has to be broken into several lines because no chart is as wide as it is';
    for (let place = 0; place < 30; place += 1) {
      const day = String(1 + (place % 28)).padStart(2, '0');
      plan.milestone(`m${place}`, {
        title: `Milestone ${place + 10} ${place % 3 === 0 ? long : ''}`.trim(),
        pinStart: `2028-${place % 2 === 0 ? '02' : '07'}-${day}`,
      });
    }
    plan.milestone('word', { title: 'W'.repeat(290), pinStart: '2028-07-31' });
    const pdf = await print(plan.build(), { sections: [...sections] });
    const text = taggedText(pdf);
    expect(countIn(text, 'W'.repeat(290))).toBe(1);
    expect(countIn(text, long)).toBe(10);
    for (const page of pdf.pages) {
      expect(overlaps(page)).toEqual([]);
      // The margins are 0.7 inches, 50.4 points.
      for (const { x } of page.runs) expect(x).toBeGreaterThan(50);
      for (const { x, width } of page.runs) expect(x + width).toBeLessThan(page.width - 50);
    }
  });

  it('prints a plan of a thousand items', { timeout: 120_000 }, async () => {
    const plan = randomPlan(1_000, 7);
    const pdf = await print(plan, { sections: [...sections], per: 12, landscape: true }, BIG_PLAN_TODAY);
    expectNamedOnce(pdf, plan);
  });
});
