import { cleanup } from 'vitest-browser-svelte';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import Timeline from './Timeline.svelte';

let plans = 0;

const twoWays = (target: string | null = null) =>
  aPlan({ id: `view-${++plans}`, target })
    .step('long', { title: 'Long', length: 300, lengthUnit: 'day', phase: 'licensure' })
    .step('short', { title: 'Short', length: 100, lengthUnit: 'day', phase: 'experience' })
    .credential('license', { title: 'License', phase: 'licensure' })
    .link('long', 'license')
    .link('short', 'license')
    .goal('license')
    .build();

async function timelineOf(plan: PlanDocument) {
  const opened = await openSession(plan, { today: '2027-01-01' });
  await renderPart(opened.session, Timeline);
  await expect.element(bar(/^Long/)).toBeVisible();
  return opened;
}

const bar = (name: string | RegExp) => page.getByRole('row', { name });
const choose = async (name: string) => {
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('checkbox', { name }).click();
  await userEvent.keyboard('{Escape}');
};

beforeEach(() => {
  sessionStorage.clear();
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 760px; }');
  document.adoptedStyleSheets = [frame];
});

describe('slack', () => {
  const spare = () => document.querySelector('.slack .spare')?.getBoundingClientRect();
  const late = () => document.querySelector('.slack .late')?.getBoundingClientRect();

  it('is drawn and said on request, from the end of a bar to its latest finish', async () => {
    await timelineOf(twoWays());
    expect(document.querySelector('.slack')).toBeNull();
    await expect.element(bar(/^Short/)).not.toHaveAccessibleName(/spare/);

    await choose('Slack');
    await expect.element(bar(/^Short/)).toHaveAccessibleName(/, planned, 200 days to spare$/);
    const short = bar(/^Short/)
      .element()
      .getBoundingClientRect();
    const long = bar(/^Long/).element().getBoundingClientRect();
    expect(spare()?.left).toBeCloseTo(short.right, 0);
    expect(spare()?.right).toBeCloseTo(long.right, 0);
    expect(spare()?.top).toBeGreaterThanOrEqual(short.bottom - 2);
    expect(late()?.width).toBe(0);
  });

  it('is shown as late where the target is missed, and the tip says it', async () => {
    await timelineOf(twoWays('2027-10-08'));
    await choose('Slack');
    await expect.element(bar(/^Long/)).toHaveAccessibleName(/20 days late for the target$/);
    expect(late()?.width).toBeGreaterThan(10);
    await bar(/^Long/).hover();
    await expect.element(page.getByRole('tooltip')).toHaveTextContent('Ends 20 days late for the target.');
  });

  it('stays chosen for the plan', async () => {
    const { session } = await timelineOf(twoWays());
    await choose('Slack');
    cleanup();
    await renderPart(session, Timeline);
    await expect.element(bar(/^Short/)).toHaveAccessibleName(/200 days to spare$/);
  });
});
