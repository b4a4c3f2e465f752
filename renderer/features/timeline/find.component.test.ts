import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import Timeline from './Timeline.svelte';

let plans = 0;

const lawPlan = () =>
  aPlan({ id: `find-${++plans}` })
    .program('bs', { title: 'BS', phase: 'undergraduate' })
    .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .term('spring', { title: 'Spring 2028', firstDay: '2028-01-10', lastDay: '2028-05-12' })
    .course('law', { title: 'Health Law', prefix: 'HCA', number: '301', termId: 'fall' })
    .course('policy', { title: 'Policy', prefix: 'HCA', number: '401', termId: 'spring' })
    .course('loose', { title: 'Law of Torts', prefix: 'LAW', number: '100' })
    .step('review', {
      title: 'Law review',
      length: 90,
      lengthUnit: 'day',
      phase: 'licensure',
      programId: null,
      notes: 'Ask Dr. Peña',
    })
    .credential('license', { title: 'License', phase: 'licensure' })
    .link('bs', 'review')
    .link('review', 'license')
    .goal('license');

async function timelineOf(plan: PlanDocument) {
  const opened = await openSession(plan);
  await renderPart(opened.session, Timeline);
  await expect.element(bar(/^BS/)).toBeVisible();
  return opened;
}

const bar = (name: string | RegExp) => page.getByRole('row', { name });
const field = () => page.getByRole('textbox', { name: 'Title, code or notes' });
const status = () => page.getByRole('search').getByRole('status');
const dimmed = () => [...document.querySelectorAll('.dimmed')].map((each) => each.getAttribute('data-id'));

/** What Svelte says of values that are read when their component is gone, among others. */
const warn = vi.spyOn(console, 'warn');
afterEach(() => {
  expect(warn).not.toHaveBeenCalled();
  warn.mockClear();
});

beforeEach(() => {
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 760px; }');
  document.adoptedStyleSheets = [frame];
});

describe('finding', () => {
  it('opens with a slash, dims what does not match, and says the count', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('/');
    await expect.element(field()).toHaveFocus();
    expect(dimmed()).toEqual([]);
    await userEvent.keyboard('law');
    await expect.element(status()).toHaveTextContent('2 found, 1 without dates');
    expect(dimmed().toSorted()).toEqual(['bs', 'fall', 'license', 'policy', 'spring']);
    await expect.element(bar(/^HCA 301/)).not.toHaveClass('dimmed');
  });

  it('brings the first match into view while one types, where none is in it', async () => {
    await timelineOf(lawPlan().build());
    await page.getByRole('radio', { name: 'Days' }).click();
    const isSeen = (name: RegExp) => {
      const { left, right } = page.getByRole('treegrid').element().getBoundingClientRect();
      const box = bar(name).query()?.getBoundingClientRect();
      return box !== undefined && box.left < right && box.right > left;
    };
    await userEvent.keyboard('/health');
    await expect.poll(() => isSeen(/^HCA 301/)).toBe(true);
    await userEvent.keyboard('{Control>}a{/Control}review');
    await expect.poll(() => isSeen(/^Law review/)).toBe(true);
    await expect.element(field()).toHaveFocus();
  });

  it('keeps names readable that it dims', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('/law');
    await expect.element(bar(/^BS/)).toHaveClass('dimmed');
    const { color, backgroundColor } = getComputedStyle(bar(/^BS/).element());
    expect(contrast(color, backgroundColor)).toBeGreaterThan(4.5);
  });

  it('goes to the next match and the one before, around the ends, and says which', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('{Control>}f{/Control}law{Enter}');
    await expect.element(bar(/^HCA 301/)).toHaveClass('found');
    await expect.element(status()).toHaveTextContent('1 of 2, 1 without dates: HCA 301 Health Law');
    await userEvent.keyboard('{Enter}');
    await expect.element(bar(/^Law review/)).toHaveClass('found');
    await userEvent.keyboard('{Enter}');
    await expect.element(bar(/^HCA 301/)).toHaveClass('found');
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    await expect.element(bar(/^Law review/)).toHaveClass('found');
    await expect.element(field()).toHaveFocus();
  });

  it('goes on among the bars with the down arrow', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('/review{ArrowDown}');
    await expect.element(bar(/^Law review/)).toHaveFocus();
  });

  it('hides the others on request, and brings them back', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('/law');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('radio', { name: 'Hide others' }).click();
    await expect.element(bar(/^BS/)).not.toBeInTheDocument();
    await expect.element(bar(/^HCA 301/)).toBeVisible();
    await expect.element(page.getByRole('treegrid')).toHaveAttribute('aria-rowcount', '2');
    await userEvent.keyboard('{Escape}');
    await field().click();
    await userEvent.keyboard('{Escape}');
    await expect.element(bar(/^BS/)).toBeVisible();
  });

  it('looks at kinds, status, findings and what decides', async () => {
    await timelineOf(lawPlan().build());
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Term' }).click();
    await expect.element(status()).toHaveTextContent('2 found');
    await page.getByRole('checkbox', { name: 'Decides the goal’s date' }).click();
    await expect.element(status()).toHaveTextContent('1 found');
    await expect.element(bar(/^Spring 2028/)).not.toHaveClass('dimmed');
    await page.getByRole('checkbox', { name: 'With open findings' }).click();
    await expect.element(status()).toHaveTextContent('Nothing found');
    await expect.element(page.getByRole('button', { name: 'Next match' })).toBeDisabled();
  });

  it('forgets everything with Escape, and the focus goes to the match', async () => {
    await timelineOf(lawPlan().build());
    await userEvent.keyboard('/law{Enter}{Escape}');
    await expect.element(page.getByRole('search')).not.toBeInTheDocument();
    await expect.element(bar(/^HCA 301/)).toHaveFocus();
    expect(dimmed()).toEqual([]);
    await userEvent.keyboard('/');
    await expect.element(field()).toHaveValue('');
  });

  it('leaves a slash that is typed into a field alone', async () => {
    const { session } = await timelineOf(lawPlan().build());
    session.put({ kind: 'help' });
    await userEvent.keyboard('/');
    await expect.element(page.getByRole('search')).not.toBeInTheDocument();
  });
});

/** The contrast of two computed colors. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map((each) => {
    const value = Number(each) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
