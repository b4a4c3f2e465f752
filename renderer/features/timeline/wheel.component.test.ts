import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import Timeline from './Timeline.svelte';

let plans = 0;

beforeEach(async () => {
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 760px; }');
  document.adoptedStyleSheets = [frame];
  const plan = aPlan({ id: `wheel-${++plans}` }).step('one', {
    title: 'One',
    pinStart: '2027-01-04',
    pinEnd: '2027-12-31',
  });
  for (let n = 0; n < 60; n += 1)
    plan.step(`s${n}`, { title: `Step ${n}`, pinStart: '2027-01-04', pinEnd: '2027-06-30' });
  const { session } = await openSession(plan.build());
  await renderPart(session, Timeline);
  await expect.element(bar()).toBeVisible();
});

const bar = () => page.getByRole('row', { name: /^One,/ });
const box = () => bar().element().getBoundingClientRect();
const field = () => page.getByRole('treegrid').element();
const wheel = (init: WheelEventInit) =>
  field().dispatchEvent(new WheelEvent('wheel', { cancelable: true, ...init }));

describe('the wheel', () => {
  it('scrolls over the lanes, and with Shift over the days', async () => {
    const before = box();
    wheel({ deltaY: 10 });
    await expect.poll(() => box().top).toBeCloseTo(before.top - 10, 0);
    expect(box().left).toBeCloseTo(before.left, 0);
    wheel({ deltaY: 50, shiftKey: true });
    await expect.poll(() => box().left).toBeCloseTo(before.left - 50, 0);
    expect(box().top).toBeCloseTo(before.top - 10, 0);
  });
});
