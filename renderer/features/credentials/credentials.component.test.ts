import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import CredentialsView from './CredentialsView.svelte';

const plan = aPlan()
  .credential('license', { title: 'License', renewMonths: 24 })
  .credential('bls', { title: 'BLS card', issued: '2025-02-01', expires: '2027-02-20', renewMonths: 24 })
  .build();

it('are grouped by what they ask for, the most urgent first', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, CredentialsView);
  const headings = page.getByRole('heading', { level: 2 });
  await expect.element(headings.nth(0)).toMatchTextContent('Renew now');
  await expect.element(headings.nth(1)).toMatchTextContent('Planned');
});

it('are renewed for one more period, and issued with the day they expire', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, CredentialsView);
  await page.getByRole('button', { name: 'Record renewal: BLS card' }).click();
  await page.getByRole('button', { name: 'Record renewal', exact: true }).click();
  await page.getByRole('button', { name: 'Mark issued: License' }).click();
  await page.getByRole('button', { name: 'Mark issued', exact: true }).click();
  await expect
    .poll(() => host.sent)
    .toEqual([
      { name: 'credential.update', input: { id: 'bls', changes: { expires: '2029-02-20' } } },
      {
        name: 'credential.update',
        input: { id: 'license', changes: { issued: '2027-01-15', expires: '2029-01-14' } },
      },
    ]);
});
