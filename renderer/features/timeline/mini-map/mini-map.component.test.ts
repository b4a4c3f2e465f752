import { cleanup } from 'vitest-browser-svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import Timeline from '#renderer/features/timeline/Timeline.svelte';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import { randomPlan } from '#tests/oracle/big-plan.ts';

let plans = 0;

/** Twelve steps in each of ten years, over more rows than fit. */
function tenYears() {
  const plan = aPlan({ id: `map-${++plans}` });
  for (let n = 0; n < 120; n += 1) {
    const year = 2027 + Math.floor(n / 12);
    plan.step(`s${n}`, {
      title: `Step ${n}`,
      phase: 'licensure',
      pinStart: `${year}-01-04`,
      pinEnd: `${year + 1}-03-31`,
    });
  }
  return plan;
}

async function timelineOf(plan: PlanDocument) {
  const opened = await openSession(plan);
  await renderPart(opened.session, Timeline);
  return opened;
}

const frame = () => page.getByRole('slider', { name: 'Part of the plan in view' });
const box = () => frame().element().getBoundingClientRect();
const said = () => frame().element().getAttribute('aria-valuetext');
const bar = (name: string) => page.getByRole('row', { name: new RegExp(`^${name},`) });
const map = () => {
  const canvas = document.querySelector('canvas');
  if (canvas === null) throw new Error('no picture');
  return canvas;
};
const colorAt = (x: number, y: number): readonly number[] => [
  ...(map()
    .getContext('2d')
    ?.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data ?? []),
];

/** How many cells of the picture have something in them. */
function inked(): number {
  const { width, height } = map();
  const data = map().getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 0) count += 1;
  return count;
}

beforeEach(async () => {
  sessionStorage.clear();
  await page.viewport(1_000, 700);
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frames = new CSSStyleSheet();
  frames.replaceSync('body > div { display: flex; flex-direction: column; height: 600px; }');
  document.adoptedStyleSheets = [frames];
});

describe('the mini-map', () => {
  it('shows the whole plan, with a frame around all of it that is in view', async () => {
    await timelineOf(tenYears().build());
    await expect.element(frame()).toBeVisible();
    await expect.poll(inked).toBeGreaterThan(500);
    await expect.poll(said).toMatch(/ to .*, rows 1 to \d+ of 24$/);
    const strip = map().getBoundingClientRect();
    expect(box().width).toBeGreaterThan(strip.width * 0.8);
    expect(box().right).toBeLessThanOrEqual(strip.right + 1);
  });

  it('follows what is in view', async () => {
    await timelineOf(tenYears().build());
    await expect.element(frame()).toBeVisible();
    const whole = box();
    await page.getByRole('radio', { name: 'Months' }).click();
    await expect.poll(() => box().width).toBeLessThan(whole.width / 3);
    const before = box();
    const field = page.getByRole('treegrid').element();
    field.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, deltaX: 400, cancelable: true }));
    await expect.poll(() => box().left).toBeGreaterThan(before.left + 20);
    await expect.poll(() => box().top).toBeGreaterThan(before.top + 3);
    expect(box().width).toBeCloseTo(before.width, 1);
  });

  it('goes to where it is pressed', async () => {
    await timelineOf(tenYears().build());
    await page.getByRole('radio', { name: 'Months' }).click();
    await expect.element(frame()).toBeVisible();
    const strip = map().getBoundingClientRect();
    await page.elementLocator(map()).click({ position: { x: strip.width - 150, y: 40 } });
    await expect.poll(() => box().left + box().width / 2 - strip.left).toBeCloseTo(strip.width - 150, -1);
    await expect.element(frame()).toHaveFocus();
  });

  it('is moved by keys, and says where it is', async () => {
    await timelineOf(tenYears().build());
    await page.getByRole('radio', { name: 'Months' }).click();
    await expect.element(frame()).toBeVisible();
    (frame().element() as HTMLElement).focus();
    await userEvent.keyboard('{Home}');
    await expect.poll(said).toMatch(/^(November|December) 2026 to /);
    const first = Number(frame().element().getAttribute('aria-valuenow'));
    await userEvent.keyboard('{PageDown}');
    await expect.poll(() => Number(frame().element().getAttribute('aria-valuenow'))).toBeGreaterThan(first);
    await userEvent.keyboard('{End}');
    await expect.poll(said).toMatch(/ 2037, rows 1 to/);
    const before = box();
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => box().top).toBeGreaterThan(before.top);
    await userEvent.keyboard('+');
    await expect.poll(() => box().width).toBeLessThan(before.width);
  });

  it('is drawn anew when the plan has changed, with the chain that decides in ink', async () => {
    const plan = aPlan({ id: `map-${++plans}` })
      .step('one', { title: 'One', phase: 'licensure', pinStart: '2027-02-01', pinEnd: '2028-01-31' })
      .step('two', { title: 'Two', phase: 'licensure', pinStart: '2030-02-01', pinEnd: '2031-01-31' })
      .build();
    const { session } = await timelineOf(plan);
    await expect.element(frame()).toBeVisible();
    await expect.poll(inked).toBeGreaterThan(100);
    const inTheBar = () => colorAt(map().width / devicePixelRatio - 100, 28).slice(0, 3);
    const before = inTheBar();
    await session.run('plan.update', { id: plan.plan.id, changes: { goalId: 'two' } });
    await expect.poll(inTheBar).not.toEqual(before);
    expect(inTheBar().every((part) => part < 60)).toBe(true);
  });

  it('is hidden on request and stays so for the plan; in a small window it has to be asked for', async () => {
    const { session } = await timelineOf(tenYears().build());
    await expect.element(frame()).toBeVisible();
    const toggle = async () => {
      await page.getByRole('button', { name: 'View', exact: true }).click();
      await page.getByRole('checkbox', { name: 'Mini-map' }).click();
      await userEvent.keyboard('{Escape}');
    };
    await toggle();
    await expect.element(frame()).not.toBeInTheDocument();
    cleanup();
    await renderPart(session, Timeline);
    await expect.element(bar('Step 0')).toBeVisible();
    expect(document.querySelector('.map')).toBeNull();
    cleanup();

    await page.viewport(600, 700);
    await timelineOf(tenYears().build());
    await expect.element(bar('Step 0')).toBeVisible();
    expect(document.querySelector('.map')).toBeNull();
    await toggle();
    await expect.element(frame()).toBeVisible();
  });

  it('takes as few elements for ten thousand items as for ten', async () => {
    const elements = async (items: number) => {
      const { plan, ...rest } = randomPlan(items, 5);
      await timelineOf({ ...rest, plan: { ...plan, id: `map-${++plans}` } });
      await expect.element(frame()).toBeVisible();
      const count = document.querySelectorAll('.map, .map *').length;
      cleanup();
      return count;
    };
    expect(await elements(10_000)).toBe(await elements(60));
  });
});
