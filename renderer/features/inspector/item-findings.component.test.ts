import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import ItemFindings from './ItemFindings.svelte';

const overdue = () =>
  aPlan({ id: 'plan' })
    .milestone('apply', { title: 'Apply', pinStart: '2027-01-01' })
    .milestone('other', { title: 'Other', pinStart: '2027-01-02' });

async function show(plan: PlanBuilder) {
  const { session } = await openSession(plan.build());
  const item = session.items.get('apply');
  if (item === undefined) throw new Error('the plan lost its item');
  await renderPart(session, ItemFindings, { item });
}

it('shows what was noticed about the item, and about no other', async () => {
  await show(overdue());
  const rows = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect
    .element(rows.first())
    .toHaveTextContent(
      'Error: “Apply” was due on Jan 1, 2027 and is not done; mark it as done or set a new date.',
    );
  expect(rows.elements()).toHaveLength(1);
});

it('keeps what was acknowledged, with its note', async () => {
  const { session } = await openSession(overdue().build());
  const key = session.findings.find(({ itemIds }) => itemIds[0] === 'apply')?.key ?? '';
  await show(overdue().acknowledge(key, 'They take late files'));
  const row = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect
    .element(row)
    .toHaveTextContent(
      'Acknowledged: “Apply” was due on Jan 1, 2027 and is not done; mark it as done or set a new date. They take late files',
    );
});
