import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import AuditView from './AuditView.svelte';

const plan = aPlan({ id: 'plan' })
  .program('ba', { title: 'Bachelor', creditsRequired: 30, gpaGoal: 3.5, gpaMinimum: 2 })
  .term('fall')
  .course('policy', { title: 'Policy', prefix: 'HSA', number: '300', status: 'completed', grade: 'B' })
  .course('failed', { title: 'Finance', prefix: 'HSA', number: '4150', status: 'completed', grade: 'F' })
  .course('moved', { title: 'Ethics', status: 'transferred' })
  .course('first', { title: 'Writing', status: 'completed', grade: 'D' })
  .course('second', { title: 'Writing', repeatsId: 'first', termId: 'fall' })
  .course('loose', { title: 'Anatomy', termId: 'fall' })
  .course('unknown', { title: 'Seminar', credits: null })
  .requisites('loose', ['policy'])
  .requirement('core', { title: 'Core', eligible: ['policy', 'failed'] })
  .requirement('open', { title: 'Electives', rule: 'credits', amount: 12, eligible: ['moved', 'unknown'] })
  .requirement('writing', { title: 'Writing', rule: 'choose', amount: 1, eligible: ['first'], minGrade: 'C' })
  .build();

async function show(document: PlanDocument = plan) {
  const opened = await openSession(document);
  await renderPart(opened.session, AuditView);
  return opened;
}

const card = () => page.getByRole('region', { name: 'Bachelor' });

describe('the audit of a program', () => {
  it('tells credits, GPA and what is still needed', async () => {
    await show();
    await expect.element(card().getByText('9 of 30 credits earned, 3 planned, 18 missing')).toBeVisible();
    await expect
      .element(
        card()
          .getByText(/leaves out “Seminar”, whose credits are not known/)
          .first(),
      )
      .toBeVisible();
    await expect.element(card().getByText('1.33')).toBeVisible();
    await expect.element(card().getByText(/^The goal of 3\.50 cannot be reached any more/)).toBeVisible();
    await expect.element(card().getByText(/^The minimum of 2\.00 needs/)).toBeVisible();
  });

  it('tells each group in words, opens what is missing, and names the fix', async () => {
    const { session } = await show();
    await expect
      .element(page.getByRole('button', { name: 'Core 1 of 2 courses earned Missing' }))
      .toBeVisible();
    await expect.element(page.getByText('Take “HSA 4150 Finance” again.')).toBeVisible();
    await expect.element(page.getByText('Add 3 courses.')).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Writing 1 of 1 course Planned' }))
      .toHaveAttribute('aria-expanded', 'false');
    await page.getByRole('button', { name: 'Ethics 3 cr Transferred' }).click();
    expect(session.selectedId).toBe('moved');
  });

  it('lists what does not count, with the reason', async () => {
    await show();
    await expect.element(page.getByText('Not counted, because the grade F earns no credit.')).toBeVisible();
    await expect
      .element(page.getByText('Not counted, because it belongs to no group; its credits still count.'))
      .toBeVisible();
    await expect
      .element(
        page.getByText(
          /^Not counted, because the grade D is below C, .*another attempt, “Writing”, takes its place/,
        ),
      )
      .toBeInTheDocument();
  });

  it('asks for a course for a group, and for one to be taken again', async () => {
    const { session } = await show();
    await page.getByRole('button', { name: 'Add a course to Electives' }).click();
    expect(session.question).toMatchObject({
      kind: 'add-item',
      item: 'course',
      programId: 'ba',
      requirement: { id: 'open' },
    });
    session.put(null);
    await page.getByRole('button', { name: 'Take HSA 4150 again' }).click();
    expect(session.question).toMatchObject({ repeats: { id: 'failed' } });
  });

  it('assigns a course that no group needs, and keeps the focus in the group', async () => {
    const { host } = await show();
    await page.getByRole('combobox', { name: 'Assign a course to Electives' }).fill('anat');
    await page.getByRole('option', { name: /Anatomy/ }).click();
    await expect
      .poll(() => host.sent)
      .toEqual([{ name: 'course.update', input: { id: 'loose', changes: { requirementId: 'open' } } }]);
    await expect.element(page.getByText('Add 2 courses.')).toBeVisible();
    expect(document.activeElement).not.toBe(document.body);
  });

  it('says where there is nothing to audit', async () => {
    await show(aPlan().milestone('m').build());
    await expect.element(page.getByText('Nothing to audit yet')).toBeVisible();
  });
});

describe('grades tried out', () => {
  it('change the GPA shown, by keyboard too, and nothing else', async () => {
    const { host } = await show();
    await page.getByRole('button', { name: 'What if … in Bachelor' }).click();
    const trial = page.getByRole('region', { name: 'What if' });
    (trial.getByRole('combobox', { name: 'Grade in Anatomy' }).element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('option', { name: 'A', exact: true })).toBeVisible();
    await userEvent.keyboard('A');
    await userEvent.keyboard('{Enter}');
    await expect.element(trial.getByText(/^GPA 2\.00 then, in 12 graded credits$/)).toBeVisible();
    await trial.getByRole('button', { name: 'Clear' }).click();
    await expect.element(trial.getByText(/Choose the grades you expect/)).toBeVisible();
    await trial.getByRole('button', { name: 'Close' }).click();
    await expect.element(page.getByRole('button', { name: 'What if … in Bachelor' })).toHaveFocus();
    expect(host.sent).toEqual([]);
  });
});

describe('the curriculum', () => {
  it('is ordered by complexity and can be ordered by anything else', async () => {
    await show();
    const table = page.getByRole('table');
    const titles = () =>
      table
        .getByRole('rowheader')
        .elements()
        .map((cell) => cell.textContent.trim());
    await expect
      .element(table.getByRole('columnheader', { name: 'Complexity' }))
      .toHaveAttribute('aria-sort', 'descending');
    expect(titles()[0]).toMatch(/Policy/);
    await expect.element(page.getByText('Complexity 10, the sum over 7 courses.')).toBeVisible();
    await table.getByRole('button', { name: 'Course' }).click();
    expect(titles()[0]).toBe('Anatomy');
    await expect
      .element(table.getByRole('columnheader', { name: 'Course' }))
      .toHaveAttribute('aria-sort', 'ascending');
  });

  it('says why a course on a loop has no numbers, and where they are defined', async () => {
    await show(
      aPlan()
        .program('p')
        .course('a')
        .course('b')
        .course('c')
        .requisites('a', ['b'])
        .requisites('b', ['a'])
        .build(),
    );
    expect(
      page.getByText('Its requisites run in a circle, so it has no numbers; remove one of them.').elements(),
    ).toHaveLength(2);
    await expect.element(page.getByText(/Complexity 1, without 2 courses on a loop/)).toBeVisible();
    await expect.element(page.getByRole('link', { name: /arXiv:1811\.09676/ })).toBeVisible();
  });
});
