import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HistoryEntry } from '#shared/contract/answers.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import HistoryPanel from './HistoryPanel.svelte';

let entries: HistoryEntry[];
const entry = (seq: number, planId: string, subject: string): HistoryEntry => ({
  seq,
  planId,
  name: 'item.move',
  subject,
  at: new Date(Date.now() - 3 * 60_000).toISOString(),
  undone: false,
});

beforeEach(() => {
  entries = [entry(1, 'one', 'AIT'), entry(2, 'two', 'Exam'), entry(3, 'one', 'Visit')];
});

async function history() {
  const plans = [aPlan({ id: 'one', name: 'One' }).build(), aPlan({ id: 'two', name: 'Two' }).build()];
  const opened = await openSession(plans);
  opened.host.whenAsked('history.read', () => ({ value: entries }));
  opened.host.when('history.jump', ({ seq }) => {
    entries = entries.map((each) => ({ ...each, undone: each.seq > (seq as number) }));
    return { undone: 2, redone: 0, last: null };
  });
  await renderPart(opened.session, HistoryPanel, { onclose: () => undefined });
  await expect.element(page.getByRole('button', { name: /^Moved “Visit”/ })).toBeVisible();
  return opened;
}

it('lists the steps of the plan with their time and marks the present', async () => {
  await history();
  const steps = page.getByRole('listitem');
  expect(steps.elements().length).toBe(3);
  const present = page.getByRole('button', { name: /^Moved “Visit” Now 3 minutes ago/ });
  await expect.element(present).toHaveAttribute('aria-current', 'step');
  await page.getByRole('radio', { name: 'All plans' }).click();
  await expect.element(page.getByRole('button', { name: /^Moved “Exam”.*· Two/ })).toBeVisible();
});

it('goes back to a step with the keyboard, and keeps the focus on it', async () => {
  const { host } = await history();
  await userEvent.tab();
  while (!document.activeElement?.matches('.step')) await userEvent.tab();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.poll(() => host.sent).toEqual([{ name: 'history.jump', input: { seq: 1 } }]);
  const ait = page.getByRole('button', { name: /^Moved “AIT” Now/ });
  await expect.element(ait).toHaveFocus();
  await expect.element(page.getByRole('button', { name: /^Moved “Visit” Undone/ })).toBeVisible();
});

it('teaches while nothing has been changed', async () => {
  entries = [];
  const { session, host } = await openSession(aPlan({ id: 'one' }).build());
  host.whenAsked('history.read', () => ({ value: entries }));
  await renderPart(session, HistoryPanel, { onclose: () => undefined });
  await expect.element(page.getByText(/^Nothing has been changed here yet/)).toBeVisible();
});
