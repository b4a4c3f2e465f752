import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COLORS, PHASE_COLORS, tint } from '#electron/formats/svg/colors.ts';
import { drawBar, inkIn, type BarLook } from '#electron/formats/svg/draw-bar.ts';
import { LETTER_WIDTHS } from '#electron/formats/svg/letter-widths.ts';
import { writeTimeline, type PictureOptions } from '#electron/formats/svg/write-timeline.ts';
import { readPlanFile } from '#electron/formats/plan-file.ts';
import { BAR_STATES } from '#shared/domain/layout/bar-state.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { ITEM_KINDS, PHASES } from '#shared/domain/plan/items.ts';
import { schedulePlan } from '#shared/domain/schedule/schedule.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { barNames } from '#shared/words/timeline.ts';
import { buildPlan } from '#shared/domain/template/build-plan.ts';
import { templateRecipe } from '#shared/catalog/templates.ts';
import { testBrowser } from '#tests/browser.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { countingIds } from '#tests/test-app.ts';
import { arbitraryPlan, SMALL_PLAN_TODAY } from '#tests/oracle/arbitrary-plan.ts';
import { readAdvances } from './woff.ts';

const ROOT = join(import.meta.dirname, '../..');
const TODAY = '2026-11-23';
const HARD = 'Peña, ł, 中, →, <&> "a" \'b\' ]]>';

/** What a browser's own XML parser finds in a picture. */
interface Read {
  name: string;
  problem: string | null;
  title: string;
  description: string;
  itemTitles: string[];
  texts: { text: string; x: number; y: number; size: number; weight: number }[];
  tags: string[];
  attributes: string[];
}

let browser: Browser;
let page: Page;
beforeAll(async () => {
  const found = await testBrowser();
  if (!('executablePath' in found)) throw new Error('These tests need a Chromium.');
  browser = await chromium.launch(found);
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** Reads a picture with Chromium's XML parser, places as they are on the page. */
const read = (svg: string): Promise<Read> =>
  page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const shift = (element: Element | null): [number, number] => {
      if (element === null) return [0, 0];
      const [x, y] = shift(element.parentElement);
      const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '');
      return [x + Number(moved?.[1] ?? 0), y + Number(moved?.[2] ?? 0)];
    };
    const all = [...root.querySelectorAll('*')];
    return {
      name: root.nodeName,
      problem: root.querySelector('parsererror')?.textContent ?? null,
      title: root.querySelector(':scope > title')?.textContent ?? '',
      description: root.querySelector(':scope > desc')?.textContent ?? '',
      itemTitles: [...root.querySelectorAll('g > title')].map((title) => title.textContent),
      texts: [...root.querySelectorAll('text')].map((element) => {
        const [x, y] = shift(element);
        return {
          text: element.textContent,
          x: x + Number(element.getAttribute('x')),
          y: y + Number(element.getAttribute('y')),
          size: Number(element.getAttribute('font-size')),
          weight: Number(element.getAttribute('font-weight') ?? 400),
        };
      }),
      tags: [...new Set(all.map(({ nodeName }) => nodeName))],
      attributes: all.flatMap((element) =>
        [...element.attributes].map(({ name, value }) => `${name}=${value}`),
      ),
    };
  }, svg);

function pictureOf(document: PlanDocument, options: Partial<PictureOptions> = {}): string {
  const written = writeTimeline(document, { today: TODAY, ...options });
  if (!written.ok) throw new Error(written.failure.code);
  return written.text;
}

const workedExample = (): PlanDocument => {
  const file = readPlanFile(
    readFileSync(join(ROOT, 'tests/fixtures/worked-example.throughline.json'), 'utf8'),
  );
  if (!file.ok) throw new Error(file.failure.code);
  return file.document;
};

/** The largest template, every item renamed. */
function template(rename: (title: string) => string): PlanDocument {
  const recipe = templateRecipe('medical-office-manager', {
    start: '2026-08-24',
    jurisdiction: 'CA',
    facility: null,
    route: null,
    name: null,
  });
  if (!recipe.ok) throw new Error('the template is gone');
  const built = buildPlan(recipe.recipe, countingIds());
  if (!built.ok) throw new Error('the template cannot be built');
  const { document } = built;
  return { ...document, items: document.items.map((item) => ({ ...item, title: rename(item.title) })) };
}

const FONT_FILES = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'];
const fontOf = (weight: number) => {
  const files = FONT_FILES.map((subset) =>
    readAdvances(join(ROOT, `node_modules/@fontsource/inter/files/inter-${subset}-${weight}-normal.woff`)),
  );
  return (letter: string): number | null => {
    for (const advance of files) {
      const width = advance(letter);
      if (width !== null) return width;
    }
    return null;
  };
};

/** Pairs of texts that lie over each other, by the widths in the font's own files; a letter it lacks is a square. */
function overlaps(texts: Read['texts']): string[] {
  const boxes = texts.map(({ text, x, y, size, weight }) => {
    const advance = fonts[weight === 600 ? 600 : 400];
    let width = 0;
    for (const letter of text) if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(letter)) width += advance(letter) ?? 1_000;
    return {
      text,
      left: x,
      right: x + (width * size) / 1_000,
      top: y - size * 0.75,
      bottom: y + size * 0.25,
    };
  });
  return boxes.flatMap((a, place) =>
    boxes
      .slice(place + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} / ${b.text}`),
  );
}
const fonts = { 400: fontOf(400), 600: fontOf(600) };

describe('the picture of a timeline', () => {
  it('says what the worked example comes to, and every item once', async () => {
    const document = workedExample();
    const found = await read(pictureOf(document));
    expect(found).toMatchObject({ name: 'svg', problem: null, title: document.plan.name });
    expect(found.description).toBe(
      'Timeline of 9 items. Nursing home administrator license: Apr 4, 2029. As of Nov 23, 2026. Shows Jan 10, 2028 – Apr 4, 2029.',
    );
    expect(found.itemTitles).toContain(
      'Administrator in training (AIT), May 13, 2028 to November 3, 2028, planned, decides the goal’s date',
    );
    expect(found.itemTitles).toHaveLength(document.items.length);
    const drawn = found.texts.map(({ text }) => text);
    for (const words of [
      'Nursing home administrator license: Apr 4, 2029',
      'Experience',
      'Decides the goal’s date',
    ])
      expect(drawn).toContain(words);
    expect(overlaps(found.texts)).toEqual([]);
  });

  it('stands on its own: no other file, no script, no style sheet, nothing foreign', async () => {
    const { tags, attributes } = await read(pictureOf(workedExample()));
    expect(tags.toSorted()).toEqual(['circle', 'desc', 'g', 'path', 'rect', 'text', 'title']);
    expect(attributes.filter((each) => /href|url\(|^on|^style|javascript/i.test(each))).toEqual([]);
    expect(pictureOf(workedExample()).match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('is the same for the same plan and day', () => {
    expect(pictureOf(workedExample())).toBe(pictureOf(structuredClone(workedExample())));
    expect(pictureOf(workedExample(), { today: '2028-06-01' })).not.toBe(pictureOf(workedExample()));
  });

  it('keeps every letter that XML can hold, and shows the others as missing', async () => {
    const document = aPlan({ name: HARD })
      .milestone('m', { title: `${HARD} \u0007\ud800x`, pinStart: '2027-01-01' })
      .step('s', { title: '  two\n lines ', pinStart: '2027-02-01', length: 200, lengthUnit: 'day' })
      .build();
    const found = await read(pictureOf(document));
    expect(found.problem).toBeNull();
    expect(found.title).toBe(HARD);
    expect(found.itemTitles[0]).toContain(`${HARD} \ufffd\ufffdx, January 1, 2027`);
    expect(found.texts.map(({ text }) => text)).toContain('two lines');
  });

  it.each([
    ['as it is', (title: string) => title],
    ['with long names', (title: string) => `${title} and everything else that belongs to it, Wörter 中文`],
    ['with short names', (title: string) => title.slice(0, 3)],
  ])('draws a whole degree and license, %s', async (_what, rename) => {
    const document = template(rename);
    for (const days of [{}, { from: '2030-02-01', to: '2031-03-15' }]) {
      const found = await read(pictureOf(document, days));
      expect(found.problem).toBeNull();
      expect(overlaps(found.texts)).toEqual([]);
      if (!('from' in days)) expect(found.itemTitles).toHaveLength(document.items.length);
    }
  });

  const titles = fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 90 }), {
    minLength: 1,
    maxLength: 9,
  });
  const range = fc.constantFrom(
    {},
    { from: '2028-03-01' },
    { to: '2029-01-01' },
    { from: '2027-12-01', to: '2028-06-30' },
  );
  it('draws any plan: well-formed, each item seen told once, no name over another', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, titles, range, async (plan, names, days) => {
        const document = {
          ...plan,
          items: plan.items.map((item, place) => ({
            ...item,
            title: names[place % names.length] ?? item.title,
          })),
        };
        const written = writeTimeline(document, { today: SMALL_PLAN_TODAY, ...days });
        if (!written.ok) throw new Error(written.failure.code);
        const found = await read(written.text);
        expect(found.problem).toBeNull();
        const lost = written.losses.flatMap((loss) => ('titles' in loss ? loss.titles : []));
        expect(found.itemTitles.length + lost.length).toBe(document.items.length);
        expect(overlaps(found.texts)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('tells dates and names of exactly the items with dates', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPlan, async (document) => {
        const schedule = schedulePlan(document, toDay(SMALL_PLAN_TODAY));
        const dated = document.items.filter(({ id }) => schedule.dates(id).start !== null);
        const { itemTitles } = await read(pictureOf(document, { today: SMALL_PLAN_TODAY }));
        const namesTold = itemTitles.map((told) => told.split(', ')[0]).toSorted();
        expect(namesTold).toEqual(dated.map((item) => barNames(item)[0]).toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('the days of a picture', () => {
  const plan = () =>
    aPlan()
      .step('before', { pinStart: '2026-01-01', length: 10, lengthUnit: 'day' })
      .step('across', { pinStart: '2026-12-20', length: 40, lengthUnit: 'day' })
      .milestone('inside', { pinStart: '2027-01-31' })
      .milestone('after', { pinStart: '2027-02-01' })
      .course('unplaced')
      .build();

  it('are those asked for; what lies outside is left out and said', async () => {
    const written = writeTimeline(plan(), { today: TODAY, from: '2027-01-01', to: '2027-01-31' });
    if (!written.ok) throw new Error(written.failure.code);
    expect(written.losses).toEqual([
      { code: 'undated', titles: ['unplaced'] },
      { code: 'outside', titles: ['before', 'after'] },
    ]);
    const found = await read(written.text);
    expect(found.itemTitles.map((told) => told.split(',')[0])).toEqual(['across', 'inside']);
    // Its own dates, not those it is cut to.
    expect(found.itemTitles[0]).toContain('December 20, 2026 to January 28, 2027');
    expect(found.texts.map(({ text }) => text)).toContain('2 items outside these days are not shown.');
  });

  it('are refused the wrong way round', () => {
    expect(writeTimeline(plan(), { today: TODAY, from: '2027-02-01', to: '2027-01-31' })).toEqual({
      ok: false,
      failure: { code: 'dates-reversed', first: '2027-02-01', last: '2027-01-31' },
    });
  });

  it('say where there is nothing to draw', async () => {
    const words = async (document: PlanDocument, days = {}) =>
      (await read(pictureOf(document, days))).texts.map(({ text }) => text);
    expect(await words(aPlan({ name: 'Empty' }).build())).toEqual([
      'Empty',
      'No goal chosen',
      'As of Nov 23, 2026',
      'Nothing has a date yet.',
    ]);
    expect(await words(plan(), { from: '2100-01-01', to: '2100-12-31' })).toContain(
      'Nothing of the plan lies in these days.',
    );
    expect(await words(plan(), { from: '2100-01-01' })).toContain('Nothing of the plan lies in these days.');
    expect(await words(plan(), { to: '1950-01-01' })).toContain('Nothing of the plan lies in these days.');
  });

  it('show today only when it is one of them', async () => {
    const words = async (today: string) =>
      (await read(pictureOf(plan(), { today, to: '2027-01-31' }))).texts.map(({ text }) => text);
    expect(await words('2027-01-31')).toContain('Today');
    expect(await words('2027-02-01')).not.toContain('Today');
  });
});

describe('what a picture is made of', () => {
  it('widths are those in the font files', () => {
    for (const weight of [400, 600] as const) {
      const advance = fonts[weight];
      for (const [first, widths] of LETTER_WIDTHS[weight]) {
        const letters = widths.split(/\s+/).map((_, place) => String.fromCodePoint(first + place));
        const inFont = letters.map((letter) => advance(letter));
        const expected = inFont.map((width) => (width === null ? '-' : String(Math.ceil(width))));
        expect(widths.split(/\s+/)).toEqual(expected);
      }
    }
  });

  it('colors are the light ones of the window', () => {
    const css = readFileSync(join(ROOT, 'renderer/styles/tokens.css'), 'utf8');
    const token = (name: string) => new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6})`).exec(css)?.[1];
    const { ink, inkSoft, inkFaint, line, lineStrong, today, error, errorSoft } = COLORS;
    expect([ink, inkSoft, inkFaint, line, lineStrong, today, error, errorSoft]).toEqual(
      ['ink', 'ink-soft', 'ink-faint', 'line', 'line-strong', 'today', 'error', 'error-soft'].map(token),
    );
    for (const phase of PHASES)
      expect(PHASE_COLORS[phase]).toEqual({
        tone: token(`phase-${phase}`),
        soft: token(`phase-${phase}-soft`),
      });
  });

  it('names on bars can be read: at least 4.5 : 1 in every phase and state', () => {
    const bars = PHASES.flatMap((phase) =>
      BAR_STATES.flatMap((state) => ITEM_KINDS.map((kind) => ({ phase, state, kind }))),
    ).filter(({ kind }) => kind !== 'milestone' && kind !== 'credential');
    for (const { phase, state, kind } of bars) {
      const look: BarLook = {
        kind,
        state,
        tone: PHASE_COLORS[phase],
        pattern: phase,
        isCritical: false,
        isPinned: false,
        isWait: false,
        isChecked: false,
        x: 0,
        y: 0,
        width: 100,
        height: 20,
        openLeft: false,
        openRight: false,
      };
      const fill = /fill="(#[0-9a-f]{6})"/.exec(drawBar(look))?.[1] ?? '';
      expect(contrast(inkIn(look), fill), `${phase} ${state} ${kind}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(tint('#000000', 0.25)).toBe('#bfbfbf');
  });
});

/** Contrast as WCAG defines it. */
function contrast(a: string, b: string): number {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5]
      .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [light(a), light(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}
