import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import MilestonesView from './MilestonesView.svelte';

const plan = aPlan()
  .milestone('apply', { title: 'Apply', pinStart: '2027-02-01' })
  .milestone('decide', { title: 'Decide', pinStart: '2027-01-01' })
  .milestone('sent', { title: 'Transcript sent', doneOn: '2026-12-01' })
  .build();

it('are marked done on a day, today unless one says otherwise, and can be marked not done again', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, MilestonesView);
  await expect.element(page.getByRole('heading', { name: /Overdue/ })).toBeVisible();

  await page.getByRole('button', { name: 'Mark done: Apply' }).click();
  await page.getByRole('button', { name: 'Mark done', exact: true }).click();
  await page.getByRole('button', { name: 'Not done: Transcript sent' }).click();
  await expect
    .poll(() => host.sent)
    .toEqual([
      { name: 'milestone.complete', input: { id: 'apply', doneOn: '2027-01-15' } },
      { name: 'milestone.reopen', input: { id: 'sent' } },
    ]);
  expect(session.notices.list).toMatchObject([{ kind: 'done', command: 'milestone.reopen' }]);
});

it('teach what they are where there are none', async () => {
  const { session } = await openSession(aPlan().step('exam').build());
  await renderPart(session, MilestonesView);
  await expect.element(page.getByRole('heading', { name: 'No milestones yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a milestone' }).click();
  expect(session.question).toMatchObject({ kind: 'add-item', item: 'milestone' });
});
