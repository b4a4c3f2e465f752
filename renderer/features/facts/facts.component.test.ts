import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import FactsView from './FactsView.svelte';

const plan = aPlan()
  .program('bs', { title: 'BS Health Services' })
  .step('exam', { title: 'Exam', sort: 'exam' })
  .fact('fee', {
    itemId: 'exam',
    field: 'Exam fee',
    value: '425',
    unit: 'dollars',
    basis: 'source',
    sourceTitle: 'Handbook of the board',
    sourceUrl: 'https://board.example/handbook',
    asOfText: 'May 2026',
    checkedOn: '2026-11-23',
  })
  .fact('wait', { itemId: 'exam', field: 'Wait for a seat', value: null, basis: 'own' })
  .build();

const row = (field: string) => page.getByRole('listitem').filter({ hasText: field });
const change = (field: string) => page.getByRole('button', { name: `Change ${field}` });

let opened: Awaited<ReturnType<typeof openSession>>;
beforeEach(async () => {
  opened = await openSession(plan);
  await renderPart(opened.session, FactsView);
});

it('show their value, source and age, and that something is not known', async () => {
  await expect.element(row('Exam fee')).toMatchTextContent(/425 dollars.*board\.example/s);
  await expect.element(row('Exam fee')).toMatchTextContent('as of May 2026, checked Nov 23, 2026');
  await expect.element(row('Wait for a seat')).toMatchTextContent(/not known/i);
  await page.getByRole('radio', { name: 'Not known' }).click();
  await expect.element(row('Exam fee')).not.toBeInTheDocument();
  await page.getByRole('textbox', { name: 'Search the facts' }).fill('nowhere');
  await expect.element(page.getByText(/^Nothing here/)).toBeVisible();
});

it('are changed by keyboard where they stand, keep their age, and give the focus back', async () => {
  (change('Exam fee').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const value = page.getByRole('textbox', { name: 'Value' });
  await expect.element(value).toHaveFocus();
  await expect.element(page.getByText('Now “May 2026”; a day replaces it.')).toBeVisible();
  await userEvent.fill(value, '450');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => opened.host.sent)
    .toMatchObject([
      {
        name: 'fact.update',
        input: {
          id: 'fee',
          changes: { value: '450', asOf: null, asOfText: 'May 2026', checkedOn: '2027-01-15' },
        },
      },
    ]);
  await expect.element(change('Exam fee')).toHaveFocus();
});

it('stay as they are when changing them is called off', async () => {
  await change('Wait for a seat').click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(change('Wait for a seat')).toHaveFocus();
  expect(opened.host.sent).toEqual([]);
});

it('stay open with the reason when what was written is refused', async () => {
  opened.host.refusal = {
    code: 'bad-request',
    problems: [{ path: 'changes.sourceUrl', problem: 'must be a web address' }],
  };
  await change('Exam fee').click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('Must be a web address.')).toBeVisible();
});
