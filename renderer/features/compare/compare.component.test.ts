import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import {
  WORKED_EXAMPLE_TODAY as today,
  workedExample,
  workedExampleWithMasters,
} from '#tests/oracle/worked-example.ts';
import CompareView from './CompareView.svelte';

const named = (name: string, doc: PlanDocument): PlanDocument => ({
  ...doc,
  plan: { ...doc.plan, id: name.toLowerCase(), name },
});
const usual = named('Usual', workedExample());
const slower = named('Slower', workedExample({ hoursPerWeek: 20 }));
const master = named('Master', workedExampleWithMasters());

async function compare(...plans: PlanDocument[]) {
  const opened = await openSession(plans, { today });
  await renderPart(opened.session, CompareView);
  return opened;
}

describe('the comparison', () => {
  it('says in a sentence what makes the difference, and beside each other what each plan means', async () => {
    await compare(usual, slower);
    await expect
      .element(page.getByText(/^license: 175 days later, because “ait” takes 350 days instead of 175/))
      .toBeVisible();
    const columns = page.getByRole('region', { name: 'The plans beside each other' });
    await expect.element(columns.getByText('Apr 4, 2029')).toBeVisible();
    await expect.element(columns.getByText('Sep 26, 2029')).toBeVisible();
    await expect.element(columns.getByText('175 days later')).toBeVisible();
    await expect.element(columns.getByRole('row', { name: /Decided by ait ait/ })).toBeVisible();
  });

  it('lists the cause and folds away what only moved', async () => {
    await compare(usual, slower);
    await expect
      .element(page.getByRole('row', { name: /ait 20 hours per week instead of 40 ends 175 days later/ }))
      .toBeVisible();
    await expect.element(page.getByRole('row', { name: /issuing/ })).not.toBeInTheDocument();
    await page.getByRole('button', { name: /Moved because of that 4 items/ }).click();
    await expect.element(page.getByRole('row', { name: /issuing 175 days later/ })).toBeVisible();
  });

  it('takes a third plan, and starts from another one', async () => {
    await compare(usual, slower, master);
    await page.getByRole('button', { name: 'Master', exact: true }).click();
    await expect.element(page.getByText('license: 553 days later:')).toBeVisible();
    await expect.element(page.getByText(/^728 days later, because “ms” is added/)).toBeVisible();

    await page.getByLabelText('Starting from').click();
    await page.getByRole('option', { name: 'Master' }).click();
    await expect.element(page.getByText('license: 553 days earlier:')).toBeVisible();
    await expect.element(page.getByText('license: 378 days earlier:')).toBeVisible();
  });

  it('goes to an item in its own plan', async () => {
    const { session } = await compare(usual, master);
    await page.getByRole('button', { name: 'residency' }).click();
    await expect.poll(() => session.document?.plan.name).toBe('Master');
    expect([session.view, session.selectedId]).toEqual(['timeline', 'residency']);
  });

  it('follows when a plan is changed', async () => {
    const { session, host } = await compare(usual, slower);
    host.when('experience.update', () => {
      host.change('slower', () => named('Slower', workedExample({ hoursPerWeek: 30 })));
      return null;
    });
    await session.run('experience.update', { id: 'ait', changes: { hoursPerWeek: 30 } });
    await expect
      .element(page.getByText(/^license: 59 days later, because “ait” takes 234 days/))
      .toBeVisible();
  });

  it('does not take a fifth plan', async () => {
    const more = ['A', 'B', 'C'].map((name) => named(name, workedExample()));
    await compare(usual, slower, ...more);
    for (const name of ['A', 'B']) await page.getByRole('button', { name, exact: true }).click();
    await expect.element(page.getByRole('button', { name: 'C', exact: true })).toBeDisabled();
  });

  it('teaches what it is for where there is one plan, and makes the second', async () => {
    const { session, host } = await compare(usual);
    host.when('plan.duplicate', () => host.add(named('Scenario', workedExample())), 'Scenario');
    await page.getByRole('button', { name: 'Duplicate as scenario' }).click();
    await expect.poll(() => session.document?.plan.name).toBe('Scenario');
    expect(host.sent).toEqual([{ name: 'plan.duplicate', input: { id: 'usual' } }]);
    expect(session.notices.list).toMatchObject([
      { kind: 'done', command: 'plan.duplicate', subject: 'Scenario' },
    ]);
    await expect.element(page.getByText('license: the same day.')).toBeVisible();
    await expect.element(page.getByText('Nothing: the two plans are the same.')).toBeVisible();
  });
});
