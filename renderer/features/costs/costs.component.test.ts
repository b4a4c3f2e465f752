import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import CostsView from './CostsView.svelte';

const plan = aPlan()
  .program('bs', { title: 'BS Health Services' })
  .term('fall')
  .course('anatomy', { termId: 'fall' })
  .step('exam', { title: 'Exam', sort: 'exam', pinStart: '2027-09-01', costCents: 42_550 })
  .fact('fee', {
    itemId: 'exam',
    field: 'Exam fee',
    value: '$425.50',
    basis: 'source',
    sourceTitle: 'NAB handbook',
    sourceUrl: 'https://nab.example/handbook',
    asOfText: 'May 2026',
  })
  .build();

it('add up to a sum that says what it leaves out', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, CostsView);
  const sum = page.getByRole('region', { name: 'In all' });
  await expect.element(sum).toMatchTextContent('At least $425.50');
  await expect
    .element(sum)
    .toMatchTextContent(
      '1 item has no cost: the sum is at least $425.50. Ask for the cost of “BS Health Services”.',
    );
  await expect
    .element(page.getByRole('region', { name: '2027–28' }))
    .toMatchTextContent('1 of 1 known $425.50');
});

it('are changed where they stand, in dollars', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, CostsView);
  await page.getByLabelText('Cost of BS Health Services').fill('$40,000.10');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => host.sent)
    .toEqual([{ name: 'program.update', input: { id: 'bs', changes: { costCents: 4_000_010 } } }]);
  await expect.element(page.getByRole('region', { name: 'In all' })).toMatchTextContent('$40,425.60');
});

it('say why a cost is refused, at its field', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, CostsView);
  host.refusal = { code: 'bad-request', problems: [{ path: 'changes.costCents', problem: 'is too small' }] };
  await page.getByLabelText('Cost of Exam').fill('-5');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alert')).toBeVisible();
});

it('name their source and its age, and lead there', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, CostsView);
  await expect
    .element(page.getByRole('row', { name: /^Exam/ }))
    .toMatchTextContent('Exam fee: $425.50 Source, as of May 2026');
  await page.getByRole('link', { name: /^NAB handbook/ }).click();
  expect(host.acted).toEqual([{ name: 'link.open', input: { url: 'https://nab.example/handbook' } }]);
});

it('can be put together by program and phase', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, CostsView);
  await page.getByRole('radio', { name: 'Program' }).click();
  await expect.element(page.getByRole('region', { name: 'Outside the programs' })).toBeVisible();
  await page.getByRole('radio', { name: 'Phase' }).click();
  await expect.element(page.getByRole('region', { name: 'Licensure' })).toBeVisible();
});
