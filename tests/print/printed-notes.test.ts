import { afterAll, describe, expect, it } from 'vitest';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { countIn, taggedText } from '../pdf.ts';
import { expectSound } from './expect-sound.ts';
import { planOver } from './plans-to-print.ts';
import { printing } from './print-document.ts';

const { print, close } = printing();
afterAll(close);

const FORM = { title: 'Form for José', url: 'https://board.example/form?part=2' };
const MAIL = { title: null, url: 'mailto:board@example.org' };

/** Notes of many lines on every item, and two links on each. */
function noted(years: number): PlanDocument {
  const plan = planOver(years);
  return {
    ...plan,
    plan: { ...plan.plan, notes: 'About all of it', webLinks: [FORM] },
    items: plan.items.map((item, place) => ({
      ...item,
      notes: `Line one of ${place}\nLine two: “ask” → 中`,
      webLinks: [FORM, MAIL],
    })),
  };
}

describe('notes and links on paper', () => {
  it('stand under the title of their item, with their lines kept', async () => {
    for (const paper of [{ paper: 'letter' }, { paper: 'a4', landscape: true }] as const) {
      const plan = noted(2);
      const pdf = await print(plan, { sections: ['notes'], ...paper });
      expectSound(pdf, plan.plan.name);
      const text = taggedText(pdf);
      for (const { title } of plan.items) expect([title, countIn(text, title)]).toEqual([title, 1]);
      expect(countIn(text, FORM.url)).toBe(plan.items.length);
      expect(countIn(text, 'board@example.org')).toBe(plan.items.length);
      expect(text).toMatch(/Line one of 0\nLine two: “ask” → 中/);
      expect(pdf.pages.flatMap(({ roles }) => roles)).toContain('Link');
      expect(pdf.outline[0]?.items.map(({ title }) => title)).toEqual(['Notes and links']);
    }
  });

  it('of the plan stand in its summary; those of items are printed only when asked for', async () => {
    const text = taggedText(await print(noted(1)));
    expect(text).toContain('About all of it');
    expect(countIn(text, FORM.url)).toBe(1);
    expect(text).not.toContain('Line one of');
    const none = taggedText(await print(planOver(1), { sections: ['notes'] }));
    expect(none).toContain('Nothing in this plan has notes or links yet.');
  });
});
