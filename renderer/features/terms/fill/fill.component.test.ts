import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FillState, Proposal } from '#shared/contract/fill.ts';
import { fillTerms } from '#shared/domain/fill/fill-terms.ts';
import { toDay } from '#shared/domain/time/day.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan, type PlanBuilder } from '#tests/builders/plan-builder.ts';
import FillDialog from './FillDialog.svelte';

const semesters = () =>
  aPlan({ id: 'plan', name: 'Mine' })
    .program('bs', { title: 'BS' })
    .term('t1', { title: 'Fall', creditLimit: 6, firstDay: '2027-08-23', lastDay: '2027-12-10' })
    .term('t2', { title: 'Spring', creditLimit: 6, firstDay: '2028-01-17', lastDay: '2028-05-05' })
    .course('a', { title: 'Algebra' })
    .course('b', { title: 'Biology' })
    .requisites('b', ['a']);

const proposalFor = (plan: PlanBuilder): Proposal => ({
  filling: fillTerms(plan.build(), toDay('2027-01-15')),
  newTerms: [],
});

async function open(
  plan: PlanBuilder,
  state: FillState = { progress: { stage: 'balancing', steps: 9, found: true }, result: proposalFor(plan) },
) {
  const opened = await openSession(plan.build());
  opened.host.fill = () => ({ ok: true, value: state });
  const onclose = vi.fn();
  await renderPart(opened.session, FillDialog, { onclose });
  return { ...opened, onclose };
}

describe('filling the terms', () => {
  it('shows what would go where, and stores it in one command that can be undone', async () => {
    const { host, session, onclose } = await open(semesters());
    host.when('plan.place', () => ({ termIds: {} }), 'Mine');
    await expect
      .element(page.getByText('Every course finds a term, and no arrangement is better.'))
      .toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Fall' })).toBeVisible();
    await expect.element(page.getByText('Algebra')).toBeVisible();
    await expect
      .element(page.getByRole('meter', { name: 'Credits in Spring' }))
      .toHaveAttribute('aria-valuetext', '3 of 6 credits');
    await expect.element(page.getByRole('button', { name: 'Place the courses' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => host.sent)
      .toEqual([
        {
          name: 'plan.place',
          input: {
            planId: 'plan',
            newTerms: [],
            placements: [
              { courseId: 'a', termId: 't1' },
              { courseId: 'b', termId: 't2' },
            ],
          },
        },
      ]);
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(session.notices.list).toMatchObject([{ kind: 'done', command: 'plan.place', subject: 'Mine' }]);
  });

  it('stores nothing when it is discarded', async () => {
    const { host, onclose } = await open(semesters());
    await page.getByRole('button', { name: 'Discard' }).click();
    expect(onclose).toHaveBeenCalled();
    expect(host.sent).toEqual([]);
  });

  it('says how far it is, and takes the best so far when it is asked to', async () => {
    const plan = semesters();
    const { host } = await open(plan, {
      progress: { stage: 'balancing', steps: 9, found: true },
      result: null,
    });
    await expect.element(page.getByRole('status')).toHaveTextContent('Evening out the terms …');
    host.fill = () => ({
      ok: true,
      value: { progress: { stage: 'balancing', steps: 9, found: true }, result: proposalFor(plan) },
    });
    await expect.element(page.getByRole('button', { name: 'Place the courses' })).toBeVisible();
  });

  it('can be closed meanwhile', async () => {
    const { host, onclose } = await open(semesters(), {
      progress: { stage: 'searching', steps: 1, found: false },
      result: null,
    });
    await expect.element(page.getByText('Looking for an arrangement that keeps every rule …')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Use the best so far' })).toBeDisabled();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => onclose.mock.calls.length).toBe(1);
    expect(host.sent).toEqual([]);
  });

  it('says why not, and offers to add terms where that helps', async () => {
    const { host } = await open(
      aPlan({ id: 'plan' }).program('bs', { title: 'BS', system: 'quarter' }).course('a'),
    );
    await expect
      .element(page.getByText('“BS” has 1 course without a term, and no terms; add some.'))
      .toBeVisible();
    await page.getByLabelText('How many').fill('2');
    await page.getByLabelText('Credit limit of each').fill('15');
    await page.getByRole('button', { name: 'Add terms and look again' }).click();
    await expect
      .poll(() => host.acted.filter(({ name }) => name === 'fill.start').map(({ input }) => input))
      .toEqual([
        { planId: 'plan' },
        { planId: 'plan', newTerms: { count: 2, start: null, creditLimit: 15 } },
      ]);
  });

  it('offers none where they would not help', async () => {
    const plan = semesters().requisites('a', ['b']);
    await open(plan);
    await expect.element(page.getByText(/require each other in a circle/)).toBeVisible();
    await expect.element(page.getByLabelText('How many')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Close' }).last()).toHaveFocus();
  });

  it('shows a refusal, and looks again when it is asked to', async () => {
    const { host, onclose } = await open(semesters());
    await expect.element(page.getByRole('button', { name: 'Place the courses' })).toBeVisible();
    host.refusal = { code: 'cannot-place', course: 'Algebra', why: 'placed' };
    await page.getByRole('button', { name: 'Place the courses' }).click();
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('“Algebra” is in a term by now; fill the terms again.');
    expect(onclose).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect.element(page.getByRole('button', { name: 'Place the courses' })).toBeVisible();
  });
});
