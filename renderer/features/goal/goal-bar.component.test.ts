import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import GoalBar from './GoalBar.svelte';

const start = createRawSnippet(() => ({ render: () => '<span></span>' }));

async function barOf(plan: PlanDocument) {
  const opened = await openSession(plan);
  await renderPart(opened.session, GoalBar, { start });
  return opened;
}

const waits = aPlan()
  .step('approval', { title: 'Approval', length: 120, lengthUnit: 'day', bestLength: 1 })
  .step('exam', { title: 'Exam' })
  .credential('license', { title: 'License' })
  .link('approval', 'exam')
  .link('exam', 'license')
  .goal('license');

describe('the goal bar', () => {
  it('says the earliest day, the day at best and what decides it', async () => {
    const { session } = await barOf(waits.build());
    await expect.element(page.getByText('May 16, 2027')).toBeVisible();
    await expect.element(page.getByText('Jan 17, 2027')).toBeVisible();

    await page.getByRole('button', { name: 'Approval' }).click();
    const steps = page.getByRole('dialog').getByRole('listitem');
    await expect.element(steps.first()).toHaveTextContent('License May 16, 2027 as soon as “Exam” allows');
    expect(steps.elements()).toHaveLength(3);
    await expect.element(page.getByText('119 days earlier if it took one day')).toBeVisible();
    await steps.nth(1).getByRole('button').click();
    expect(session.selectedId).toBe('exam');
  });

  it('says “no earlier than” and why, when something before the goal has no dates', async () => {
    const plan = aPlan()
      .program('ba', { title: 'Bachelor' })
      .term('fall')
      .course('placed', { termId: 'fall' })
      .course('loose')
      .goal('ba')
      .build();
    await barOf(plan);
    await expect.element(page.getByText('no earlier than')).toBeVisible();
    await expect.element(page.getByText('(1 course unplaced)')).toBeVisible();
  });

  it('lists findings, and takes an acknowledgement with its reason', async () => {
    const plan = aPlan({ id: 'plan' }).milestone('apply', { title: 'Apply', pinStart: '2027-01-01' }).build();
    const { host, session } = await barOf(plan);
    const key = session.findings[0]?.key;
    await page.getByRole('button', { name: '1 open' }).click();
    await page.getByRole('button', { name: 'Acknowledge …' }).click();
    await page.getByLabelText('Why is this all right?').fill('They accept late files');
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([
        { name: 'finding.acknowledge', input: { planId: 'plan', key, note: 'They accept late files' } },
      ]);
  });

  it('asks for a goal where there is none', async () => {
    const { host } = await barOf(waits.goal(null).build());
    await page.getByRole('combobox', { name: 'Goal of the plan' }).fill('lic');
    await page.getByRole('option', { name: /License/ }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'plan.update', input: { id: 'plan', changes: { goalId: 'license' } } }]);
  });

  it('compares the day with the target', async () => {
    const { session } = await barOf(waits.goal('license').target('2027-05-01').build());
    await page.getByRole('button', { name: '15 days late' }).click();
    await expect
      .element(page.getByRole('heading', { name: 'The goal comes 15 days too late for May 1, 2027.' }))
      .toBeVisible();
    const late = page.getByRole('dialog').getByRole('listitem');
    expect(late.elements()).toHaveLength(3);
    await expect
      .element(late.first())
      .toHaveTextContent('Approval would have to start by Dec 31, 2026, 15 days earlier than it can');
    await late.nth(1).getByRole('button').click();
    expect(session.selectedId).toBe('exam');
  });

  it('says how much room a target leaves', async () => {
    await barOf(waits.goal('license').target('2027-05-20').build());
    await page.getByRole('button', { name: '4 days to spare' }).click();
    await expect.element(page.getByText('Everything before the goal can still begin in time.')).toBeVisible();
  });
});
