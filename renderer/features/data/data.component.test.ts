import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { DataState, StoredCopy } from '#shared/contract/copies.ts';
import { formatMoment } from '#shared/words/copies.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import DataDialog from './DataDialog.svelte';

const copy = (number: number, over: Partial<StoredCopy> = {}): StoredCopy => ({
  id: `copy-${number}`,
  at: `2027-01-1${number}T08:00:00.000Z`,
  why: 'daily',
  bytes: 120_000,
  checked: true,
  ...over,
});

const state = (copies: StoredCopy[], over: Partial<DataState> = {}) => ({
  ok: true as const,
  value: {
    file: '/home/ana/plans.db',
    bytes: 131_072,
    folder: '/home/ana/plans.db.backups',
    copies,
    canShow: false,
    ...over,
  },
});

async function open(copies: StoredCopy[], over: Partial<DataState> = {}) {
  const { session, host } = await openSession(aPlan({ name: 'MBA' }).step('exam').build());
  host.data = state(copies, over);
  const closed: string[] = [];
  await renderPart(session, DataDialog, { onclose: () => closed.push('closed') });
  return { session, host };
}

it('says where everything is, and how old the last copy is', async () => {
  await open([copy(4), copy(3)]);
  const dialog = page.getByRole('dialog', { name: 'Where is my data' });
  await expect.element(dialog).toMatchTextContent('/home/ana/plans.db');
  await expect.element(dialog).toMatchTextContent(`Last copy ${formatMoment(copy(4).at)}, checked`);
  await expect
    .element(dialog.getByRole('listitem').nth(1))
    .toMatchTextContent('Before the first change of the day');
  await expect.element(page.getByRole('button', { name: 'Show in folder' })).not.toBeInTheDocument();
});

it('shows the folder where the host can', async () => {
  const { host } = await open([], { canShow: true });
  await page.getByRole('button', { name: 'Show in folder' }).click();
  expect(host.acted).toEqual([{ name: 'data.show', input: {} }]);
  await expect.element(page.getByText('There is no copy yet.')).toBeVisible();
});

it('shows what a copy holds and what would be lost, restores it, and undoes that', async () => {
  const { session, host } = await open([copy(4), copy(3)]);
  const before = copy(5, { id: 'before', why: 'replaced', checked: false });
  host.preview = {
    ok: true,
    value: {
      plans: [{ id: 'plan', name: 'MBA', items: 12 }],
      lastChange: null,
      lostPlans: ['Other'],
      lostChanges: 3,
    },
  };
  host.restored = () => {
    host.data = state([before, copy(4), copy(3)]);
    host.change('plan', (document) => ({ ...document, plan: { ...document.plan, name: 'Restored' } }));
    host.revision += 1;
    return { ok: true, value: { replaced: 'before' } };
  };
  await page
    .getByRole('button', { name: /^Restore the copy of/ })
    .nth(1)
    .click();
  const dialog = page.getByRole('dialog');
  await expect.element(dialog).toMatchTextContent('It holds “MBA” (12 items).');
  await expect.element(dialog).toMatchTextContent('1 plan would be gone: “Other”. 3 changes made since');
  await expect.element(dialog.getByRole('heading', { level: 3 })).toHaveFocus();
  expect(host.acted).toEqual([]);

  await page.getByRole('button', { name: 'Restore this copy' }).click();
  await expect.element(page.getByRole('button', { name: 'Undo restore' })).toBeVisible();
  expect(session.document?.plan.name).toBe('Restored');
  await page.getByRole('button', { name: 'Undo restore' }).click();
  await expect.element(page.getByRole('button', { name: 'Back up now' })).toBeVisible();
  expect(host.acted).toEqual([
    { name: 'backup.restore', input: { id: 'copy-3' } },
    { name: 'backup.restore', input: { id: 'before' } },
  ]);
});

it('says why a copy could not be written, and keeps the list', async () => {
  const { host } = await open([copy(4)]);
  host.copied = { ok: false, error: { code: 'disk-full', file: '/home/ana/plans.db' } };
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/disk/i);
  await expect.element(page.getByRole('dialog').getByRole('listitem')).toBeVisible();
});
