import { afterAll, describe, expect, it } from 'vitest';
import type { PrintOptionsInput } from '#shared/contract/print-options.ts';
import type { Baseline } from '#shared/domain/baseline/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { countIn, taggedText, textOf, wholeText } from '../pdf.ts';
import { expectSound } from './expect-sound.ts';
import { planOver } from './plans-to-print.ts';
import { printing, TODAY } from './print-document.ts';

const { print, close } = printing();
afterAll(close);

const NAME = 'Sent to the board of Peña';
const baselineOf = (document: PlanDocument, takenOn = TODAY): Baseline => ({
  ...{ id: 'sent', name: NAME, takenOn, takenAt: `${takenOn}T09:00:00.000Z` },
  document,
});
const changed = (plan: PlanDocument, changes: Record<string, object>): PlanDocument => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, ...changes[item.id] })),
});
const sections: PrintOptionsInput['sections'] = ['changes'];

/** One of everything: the pace of the training, a course done, one added, one left out, one put into a term, and many moved. */
function after(years: number): PlanDocument {
  const plan = planOver(years);
  const [milestone] = plan.items.filter(({ id }) => id === 'due-0');
  const later = changed(plan, {
    ait: { hoursPerWeek: 20 },
    'fall-0-0': { status: 'completed', grade: 'A' },
    'fall-0-2': { title: 'Course cilla. in fall of anna.: foundations of health', credits: 4 },
    unplaced: { termId: 'spring-0' },
  });
  return {
    ...later,
    plan: { ...later.plan, target: '2030-01-01' },
    items: [
      ...later.items.filter(({ id }) => id !== 'past'),
      ...(milestone ? [{ ...milestone, id: 'fresh', title: 'Letter of the employer' }] : []),
    ],
  };
}

describe('what changed since a baseline, on paper', () => {
  it('says the goal’s day then and now, what moves it, and everything else once', async () => {
    const plan = after(1);
    const pdf = await print(plan, { sections }, TODAY, baselineOf(planOver(1)));
    expectSound(pdf, plan.plan.name);
    const heading = `What changed since “${NAME}”, Sep 1, 2027`;
    expect(pdf.outline[0]?.items.map(({ title }) => title)).toEqual([heading]);
    const text = taggedText(pdf);
    expect(countIn(text, heading)).toBe(1);
    expect(text).toMatch(
      /License to lead a nursing home\s+Monday, February 26, 2029\s+Monday, August 20, 2029/,
    );
    expect(text).toContain('175 days later');
    expect(text).toMatch(
      /What moves the goal: 1 item\s+Item\s+Then\s+Now\s+Change\s+Goal\s+Training under a preceptor\s+May 6 – Oct 27, 2028\s+May 6, 2028 – Apr\s+20,\s+2029\s+20 hours per\s+week\s+instead\s+of 40\s+175 days later/,
    );
    expect(text).toContain('Target date: Jan 1, 2030 instead of none');
    for (const group of ['Done since', 'Changed', 'Added', 'Removed', 'Moved only'])
      expect(text, group).toContain(`${group}: `);
    const named = [
      ...['Training under a preceptor', 'Course anna. in fall of anna.', 'foundations of health'],
      ...['Letter of the employer', 'Decision for this way', 'National exam for administrators'],
    ];
    for (const title of named) expect([title, countIn(text, title)]).toEqual([title, 1]);
    expect(text).toMatch(/Credits 4 instead of 3; called “Course\s+cilla/);
    expect(text).toMatch(/status Completed instead of\s+Planned/);
    expect(text).toContain('No longer noticed: 1 finding');
    expect(text).toContain('“Elective to be chosen later” is in no term yet');
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    for (const role of ['H2', 'H3', 'Table', 'TH', 'TD']) expect(roles, role).toContain(role);
  });

  it('is one sentence where nothing changed', async () => {
    const plan = planOver(1);
    const text = taggedText(await print(plan, { sections }, TODAY, baselineOf(plan)));
    expect(text).toContain(`Nothing has changed since “${NAME}”.`);
    expect(text).not.toMatch(/Then|Moved|Noticed/);
  });

  it('says what the days since have moved', async () => {
    const plan = planOver(1);
    const late = changed(plan, { ait: { notBefore: null } });
    const text = taggedText(await print(late, { sections }, '2027-10-01', baselineOf(late)));
    expect(text).toMatch(/Has not begun, and\s+time has passed/);
    expect(text).toMatch(/\n?30 days later/);
  });

  it('goes on over pages with its headings repeated, each item once', async () => {
    const frozen = planOver(12);
    const terms = frozen.items.filter(({ kind }) => kind === 'term');
    const plan = changed(
      frozen,
      Object.fromEntries(
        terms.flatMap((term) => {
          const next = (day: string) => day.replace(/^\d+/, (year) => String(Number(year) + 1));
          return term.kind === 'term'
            ? [[term.id, { firstDay: next(term.firstDay), lastDay: next(term.lastDay) }]]
            : [];
        }),
      ),
    );
    for (const paper of [
      { paper: 'letter' },
      { paper: 'a4' },
      { paper: 'letter', landscape: true },
      { paper: 'a4', landscape: true },
    ] as const) {
      const pdf = await print(plan, { sections, ...paper }, TODAY, baselineOf(frozen));
      expectSound(pdf, plan.plan.name);
      expect(pdf.pages.length).toBeGreaterThan(3);
      const text = taggedText(pdf);
      const moved = plan.items.filter(({ kind }) => kind === 'term' || kind === 'course');
      for (const { id, title } of moved)
        if (id !== 'unplaced') expect([title, countIn(text, title)]).toEqual([title, 1]);
      for (const { runs } of pdf.pages.slice(1)) expect(textOf(runs)).toMatch(/Item\s+Then\s+Now\s+Change/);
    }
  });

  it('stands between the summary and the timeline', async () => {
    const pdf = await print(
      after(1),
      { sections: ['timeline', 'changes', 'summary'] },
      TODAY,
      baselineOf(planOver(1)),
    );
    expectSound(pdf, 'The way of José Peña');
    expect(pdf.outline[0]?.items.map(({ title }) => title.slice(0, 12))).toEqual([
      'Summary',
      'What changed',
      'Timeline',
    ]);
    expect(wholeText(pdf)).toContain('Wednesday, September 1, 2027, with that day as today');
  });
});
