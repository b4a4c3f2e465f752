import { tick } from 'svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { LABEL_ROOM } from '#shared/domain/layout/labels.ts';
import { MAX_PER_DAY, MIN_PER_DAY } from '#shared/domain/layout/time-scale.ts';
import { cuts, overlaps } from '#tests/e2e/checks/look/faults.ts';
import { installLook } from '#tests/e2e/checks/look/texts.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { BIG_PLAN_TODAY, randomPlan } from '#tests/oracle/big-plan.ts';
import Timeline from './Timeline.svelte';

const TITLES = [
  'Exam',
  'Introduction to the U.S. Health Care System and Professions',
  'Application for the license, by the board and for the exams, with transcripts and fingerprints',
  'Łukasz Peña → Gesundheitsökonomie',
  '保健医療管理学概論と実習',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  'illilli, fit: 1,111 × 7',
];
/** The step of the zoom buttons. */
const STEP = 1.5;
const STEPS = Math.ceil(Math.log(MAX_PER_DAY / MIN_PER_DAY) / Math.log(STEP)) + 1;

function planOf(count: number, seed: number): PlanDocument {
  const { plan, items, ...rest } = randomPlan(count, seed);
  return {
    ...rest,
    plan: { ...plan, id: `labels-${count}-${seed}` },
    items: items.map((item, place) => ({ ...item, title: TITLES[(place * 5 + seed) % TITLES.length]! })),
  };
}

beforeEach(() => {
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 760px; }');
  document.adoptedStyleSheets = [frame];
});

/** What is wrong with how names stand to their bars: the page itself measures what the layout has worked out. */
function misplaced(): string[] {
  const faults: string[] = [];
  for (const label of document.querySelectorAll<HTMLElement>('[role=treegrid] [role=gridcell]')) {
    const text = label.textContent;
    if (text === '') continue;
    const bar = label.parentElement!.getBoundingClientRect();
    const box = label.getBoundingClientRect();
    const isCut = label.scrollWidth > label.clientWidth + 1;
    if (isCut && getComputedStyle(label).textOverflow !== 'ellipsis') faults.push(`cut: ${text}`);
    if (label.classList.contains('inside') && (box.left < bar.left - 1 || box.right > bar.right + 1))
      faults.push(`out of its bar: ${text}`);
    if (label.classList.contains('beside') && Math.abs(box.left - bar.right - LABEL_ROOM.beside) > 0.1)
      faults.push(`not beside its bar: ${text}`);
  }
  return faults;
}

/** Days and years of which the left edge of the view leaves only the end. */
function cutDates(): string[] {
  const axis = document.querySelector('.axis')!;
  const edge = axis.parentElement!.parentElement!.getBoundingClientRect().left;
  return [...axis.querySelectorAll('span')].flatMap((label) => {
    const { left, right } = label.getBoundingClientRect();
    return left < edge - 0.5 && right > edge + 0.5 ? label.textContent : [];
  });
}

/** The names at the edges are set when the view has been still for a moment. */
const settled = () => new Promise((done) => setTimeout(done, 250));

const drawn = () =>
  new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

describe.each([
  [12, 1],
  [80, 2],
  [300, 3],
])('names of a plan of %i items', (count, seed) => {
  it('never overlap and end with an ellipsis where they are cut, at every zoom', async () => {
    const plan = planOf(count, seed);
    const { session } = await openSession(plan, { today: BIG_PLAN_TODAY });
    await renderPart(session, Timeline);
    await document.fonts.ready;
    installLook();
    session.timeline!.zoomBy(1e-9);
    let names = 0;
    for (let step = 0; step < STEPS; step += 1) {
      // Another part of the plan each time, wherever that item is.
      session.select(plan.items[(step * 37) % plan.items.length]!.id);
      await tick();
      await drawn();
      const where = `step ${step} of ${STEPS}`;
      expect(overlaps(), where).toEqual([]);
      expect(cuts(), where).toEqual([]);
      expect(misplaced(), where).toEqual([]);
      names += document.querySelectorAll('[role=treegrid] [role=gridcell]:not(:empty)').length;
      session.timeline!.zoomBy(STEP);
    }
    expect(names).toBeGreaterThan(STEPS);
  });
});

it.each(['Decades', 'Years', 'Months', 'Weeks', 'Days'])(
  'dates are whole at the left edge of the view: %s',
  async (zoom) => {
    const { session } = await openSession(planOf(12, 4), { today: BIG_PLAN_TODAY });
    await renderPart(session, Timeline);
    await page.getByRole('radio', { name: zoom }).click();
    const field = page.getByRole('treegrid').element();
    for (let step = 0; step < 4; step += 1) {
      field.dispatchEvent(new WheelEvent('wheel', { deltaX: 29, cancelable: true, bubbles: true }));
      await settled();
      expect(cutDates(), `step ${step}`).toEqual([]);
    }
  },
);
