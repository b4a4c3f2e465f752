import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { USUAL_SECTIONS, type PrintOptionsInput } from '#shared/contract/print-options.ts';
import { codeText } from '#shared/domain/plan/course-code.ts';
import { templateRecipe } from '#shared/catalog/templates.ts';
import { findingsOf } from '#shared/domain/findings/findings-of.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { buildPlan } from '#shared/domain/template/build-plan.ts';
import { aPlan } from '../builders/plan-builder.ts';
import { colorsOf, countIn, squash, taggedText, wholeText, type OutlineEntry } from '../pdf.ts';
import { expectSound } from './expect-sound.ts';
import { planOver, UNICODE_TITLE } from './plans-to-print.ts';
import { printing, TODAY } from './print-document.ts';

const { print, write, close } = printing();
afterAll(close);

const inner = (entries: OutlineEntry[] | undefined) => entries?.map(({ title }) => title);

describe('a printed plan', () => {
  it('holds everything: every course, milestone, date and source, in order and by its structure', async () => {
    const plan = planOver(1);
    const pdf = await print(plan);
    expectSound(pdf, 'The way of José Peña');
    expect(inner(pdf.outline[0]?.items)).toEqual([
      'Summary',
      'Timeline',
      'Terms and courses',
      'Milestones',
      'Credentials and renewals',
      'Costs',
      'Findings',
      'Facts and sources',
    ]);
    const text = wholeText(pdf);
    for (const { title } of plan.items) expect(countIn(text, title), title).toBeGreaterThan(0);
    for (const { sourceTitle, sourceUrl } of plan.facts) {
      if (sourceTitle !== null) expect(text).toContain(sourceTitle);
      if (sourceUrl !== null) expect(countIn(text, sourceUrl)).toBe(1);
    }
    expect(text).toContain('Verify with the board');
    expect(text).toContain('Not known: ask the board');
    expect(text).toContain('As of: May 1, 2026');
    expect(text).toContain('Wednesday, September 1, 2027, with that day as today');
    const roles = new Set(pdf.pages.flatMap((page) => page.roles));
    for (const role of ['Document', 'H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Link']) {
      expect(roles, role).toContain(role);
    }
  });

  it('says the earliest date, the date at best, and what decides it', async () => {
    const text = wholeText(await print(planOver(1), { sections: ['summary'] }));
    // May 6, 2028 + 175 days of training + 120 of waiting + 1 of exam.
    expect(text).toContain('Monday, February 26, 2029');
    expect(text).toContain('Oct 30, 2028');
    expect(text).toContain('Set not to start before this day.');
    expect(text).toContain('If it took one day, the goal would come 119 days earlier.');
  });

  it.each(
    USUAL_SECTIONS.filter(
      (section) => section !== 'findings' && section !== 'changes' && section !== 'notes',
    ),
  )('names each of its items once in the section %s', async (section) => {
    const plan = planOver(2);
    const text = taggedText(await print(plan, { sections: [section] }));
    const shown = {
      summary: ['ait', 'wait', 'exam', 'license'],
      timeline: plan.items.map(({ id }) => id),
      terms: plan.items
        .filter(({ kind }) => ['program', 'term', 'course'].includes(kind))
        .map(({ id }) => id),
      milestones: plan.items.filter(({ kind }) => kind === 'milestone').map(({ id }) => id),
      credentials: ['license'],
      costs: plan.items.filter(({ costCents }) => costCents !== null).map(({ id }) => id),
      facts: ['license'],
    }[section];
    for (const { id, title } of plan.items)
      expect([title, countIn(text, title)]).toEqual([title, shown.includes(id) ? 1 : 0]);
  });

  it('writes every letter as it was typed', async () => {
    const plan = planOver(1);
    const pdf = await print({ ...plan, plan: { ...plan.plan, name: `Ľubica Šťastná: 中文 ≥ 3 → “ffi fl”` } });
    expect(pdf.title).toBe('Ľubica Šťastná: 中文 ≥ 3 → “ffi fl”');
    expect(wholeText(pdf)).toContain(UNICODE_TITLE);
    expect(pdf.pages[1]?.text).toContain('Ľubica Šťastná: 中文 ≥ 3 → “ffi fl”');
    expect(pdf.badFonts).toEqual([]);
  });

  it('takes titles that mean something in HTML, CSS or addresses as text', async () => {
    const title = `</style><img src=x> "quoted" \\ #%20 & \u2028 end`;
    const plan = aPlan({ id: 'a/b?c#d', name: title })
      .step('one', { title, notBefore: '2028-01-01' })
      .build();
    const pdf = await print(plan);
    expect(countIn(wholeText(pdf), title)).toBeGreaterThan(1);
    expect(pdf.pages.length).toBeGreaterThan(1);
  });

  it('is the same for the same plan and day', async () => {
    const plan = planOver(2);
    const first = await write(plan);
    // Chromium itself writes the second of the clock.
    await wait(1_100);
    expect(Buffer.compare(first, await write(plan))).toBe(0);
  });

  it('marks milestones as done, overdue or upcoming', async () => {
    const text = wholeText(await print(planOver(1), { sections: ['milestones'] }, '2027-10-02'));
    expect(text).toMatch(/Decision for this way\s+Decision\s+Aug 25, 2027\s+Done on Aug 25, 2027/);
    expect(text).toMatch(/Papers of anna\. are in\s+Deadline\s+Oct 1, 2027\s+Overdue/);
    const before = wholeText(await print(planOver(1), { sections: ['milestones'] }));
    expect(before).toMatch(/Papers of anna\. are in\s+Deadline\s+Oct 1, 2027\s+Upcoming/);
  });

  it('adds up what is known of the costs', async () => {
    const text = wholeText(await print(planOver(1), { sections: ['costs'] }));
    expect(text).toMatch(/Known in all\s+\$2,825\.50/);
  });

  it('keeps acknowledged findings, with their notes', async () => {
    const open = planOver(1);
    const before = wholeText(await print(open, { sections: ['findings'] }));
    expect(before).toContain('Course without a term');
    expect(before).not.toContain('acknowledged');
    const today = toDay(TODAY);
    const found = findingsOf(open, schedulePlan(open, today), today).find(
      ({ code }) => code === 'unplaced-course',
    );
    const known = {
      ...open,
      acknowledgements: [{ key: found?.key ?? '', note: 'Chosen with the adviser in 2029.' }],
    };
    const after = wholeText(await print(known, { sections: ['findings'] }));
    expect(after).toContain('1 acknowledged');
    expect(after).toContain('Chosen with the adviser in 2029.');
  });

  it('prints an empty plan and a plan without a goal', async () => {
    const empty = await print(aPlan({ id: 'empty', name: 'Empty' }).build());
    expectSound(empty, 'Empty');
    expect(wholeText(empty)).toContain('This plan has no goal yet');
    expect(wholeText(empty)).toContain('There is nothing to draw');

    const plan = planOver(1);
    const aimless = await print({ ...plan, plan: { ...plan.plan, goalId: null } });
    expectSound(aimless, 'The way of José Peña');
    expect(wholeText(aimless)).toContain('This plan has no goal yet');
  });

  it('prints the main template', async () => {
    const choices = { start: '2027-08-01', jurisdiction: 'CA', facility: null, route: null };
    const recipe = templateRecipe('medical-office-manager', choices);
    if (!recipe.ok) throw new Error(recipe.reason.code);
    let count = 0;
    const built = buildPlan(recipe.recipe, () => `id-${(count += 1)}`);
    if (!built.ok) throw new Error(built.reason.code);
    const plan = built.document;
    const pdf = await print(plan, {}, '2026-11-23');
    expectSound(pdf, plan.plan.name);
    const text = squash(wholeText(pdf));
    for (const item of plan.items) {
      const name = item.kind === 'course' ? `${codeText(item)} ${item.title}` : item.title;
      expect(text, name).toContain(squash(name));
    }
    for (const { field, sourceTitle, sourceUrl } of plan.facts) {
      for (const part of [field, sourceTitle, sourceUrl])
        if (part !== null) expect(text).toContain(squash(part));
    }
  });
});

describe('without color', () => {
  it('has none on any page, and with color it has', async () => {
    const isGray = ([red, green, blue]: number[]) => red === green && green === blue;
    const gray = colorsOf(await write(planOver(2), { gray: true }, '2027-10-02'));
    expect(gray.length).toBeGreaterThan(4);
    expect(gray.filter((color) => !isGray(color))).toEqual([]);
    const colored = colorsOf(await write(planOver(2), {}, '2027-10-02'));
    expect(colored.filter((color) => !isGray(color)).length).toBeGreaterThan(4);
  });
});

describe('its paper', () => {
  const SIZES: [PrintOptionsInput, number, number][] = [
    [{ paper: 'letter' }, 612, 792],
    [{ paper: 'letter', landscape: true }, 792, 612],
    [{ paper: 'a4' }, 595.28, 841.89],
    [{ paper: 'a4', landscape: true, gray: true }, 841.89, 595.28],
  ];
  it.each(SIZES)('is as asked for: %j', async (options, width, height) => {
    const pdf = await print(planOver(3), options);
    expectSound(pdf, 'The way of José Peña');
    for (const page of pdf.pages) {
      // Chromium's sheets are whole points.
      expect(Math.abs(page.width - width)).toBeLessThan(1);
      expect(Math.abs(page.height - height)).toBeLessThan(1);
    }
  });
});
