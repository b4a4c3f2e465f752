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

describe('lanes', () => {
  const lane = (name: string | RegExp) => page.getByRole('button', { name });

  it('are closed to one row and opened again, and the focus stays on the name', async () => {
    await timelineOf(twoWays());
    await expect.element(lane('Licensure')).toHaveAttribute('aria-expanded', 'true');
    (lane('Licensure').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(bar(/^Long/)).not.toBeInTheDocument();
    await expect.element(lane('Licensure, 2 items')).toHaveAttribute('aria-expanded', 'false');
    await expect.element(lane('Licensure, 2 items')).toHaveFocus();
    const { width } = document.querySelector('.collapsed .bands')?.getBoundingClientRect() ?? { width: 0 };
    expect(width).toBeGreaterThan(50);
    await userEvent.keyboard('{Enter}');
    await expect.element(bar(/^Long/)).toBeVisible();
    await expect.element(lane('Licensure')).toHaveFocus();
  });

  it('open for what is selected elsewhere, and for a match that is gone to', async () => {
    const { session } = await timelineOf(twoWays());
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('button', { name: 'Collapse all' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(bar(/^Long/)).not.toBeInTheDocument();
    session.select('short');
    await expect.element(bar(/^Short/)).toBeVisible();
    await expect.element(bar(/^Long/)).not.toBeInTheDocument();
    await userEvent.keyboard('/long{Enter}');
    await expect.element(bar(/^Long/)).toHaveClass('found');
  });

  it('are made of what is chosen, and stay so for the plan', async () => {
    const { session } = await timelineOf(twoWays());
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('radio', { name: 'Status' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(lane('Planned')).toBeVisible();
    await lane('Planned').click();
    cleanup();
    await renderPart(session, Timeline);
    await expect.element(lane('Planned, 3 items')).toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('button', { name: 'Expand all' }).click();
    await expect.element(bar(/^Short/)).toBeVisible();
  });
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
    await expect.element(page.getByText('Ends 20 days late for the target.')).toBeVisible();
  });

  it('stays chosen for the plan', async () => {
    const { session } = await timelineOf(twoWays());
    await choose('Slack');
    cleanup();
    await renderPart(session, Timeline);
    await expect.element(bar(/^Short/)).toHaveAccessibleName(/200 days to spare$/);
  });
});
