import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import OverviewView from './OverviewView.svelte';

const done = (termId: string, grade: string) => ({ termId, grade, status: 'completed' }) as const;

const plan = aPlan()
  .program('bs', { title: 'BS Health Services', creditsRequired: 120, gpaMinimum: 2 })
  .term('fall', { title: 'Fall 2026', creditLimit: 5 })
  .term('spring', { title: 'Spring 2027', creditLimit: 18 })
  .course('anatomy', { title: 'Anatomy', ...done('fall', 'A') })
  .course('statistics', { title: 'Statistics', ...done('fall', 'C') })
  .course('ethics', { title: 'Ethics', termId: 'spring' })
  .course('seminar', { title: 'Seminar', termId: 'spring', credits: null })
  .experience('ait', {
    title: 'AIT',
    hoursRequired: 1000,
    hoursPerWeek: 40,
    log: [{ id: 'l', day: '2027-01-10', hours: 12.5, note: null }],
  })
  .step('exam', { title: 'Exam', sort: 'exam', pinStart: '2027-01-12' })
  .milestone('apply', { title: 'Apply', sort: 'deadline', pinStart: '2027-02-01', reminders: [7] })
  .milestone('decide', { title: 'Decide', pinStart: '2027-01-01' })
  .milestone('sent', { title: 'Transcript sent', doneOn: '2026-12-01' })
  .credential('license', { title: 'License' })
  .credential('bls', { title: 'BLS card', issued: '2025-02-01', expires: '2027-02-20' })
  .link('ait', 'license')
  .goal('license')
  .build();

const panel = (name: string) => page.getByRole('region', { name, exact: true });

it('says what comes next and what is overdue, and leads there', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, OverviewView);
  const next = panel('Next').getByRole('listitem');
  await expect.element(next.nth(0)).toMatchTextContent(/Apply.*Reminder.*Jan 25, 2027.*in 10 days/s);
  await expect.element(panel('Next').getByText('Deadline')).toBeVisible();
  await expect.element(panel('Overdue').getByRole('listitem').nth(0)).toMatchTextContent('14 days late');
  await expect.element(panel('Done recently')).toMatchTextContent('Transcript sent');

  await panel('Next')
    .getByRole('button', { name: /^Apply Reminder/ })
    .click();
  expect(session.selectedId).toBe('apply');
});

it('marks what is overdue done by keyboard, and goes on with the next', async () => {
  const { session, host } = await openSession(plan);
  host.when('milestone.complete', ({ id, doneOn }) => {
    host.change('plan', (document) => ({
      ...document,
      items: document.items.map((item) => (item.id === id ? { ...item, doneOn } : item) as typeof item),
    }));
    return null;
  });
  await renderPart(session, OverviewView);
  const button = panel('Overdue').getByRole('button', { name: 'Mark done: Decide' });
  (button.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  (page.getByRole('button', { name: 'Mark done', exact: true }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => host.sent)
    .toEqual([{ name: 'milestone.complete', input: { id: 'decide', doneOn: '2027-01-15' } }]);
  await expect.element(panel('Overdue').getByRole('button', { name: /^Exam/ })).toHaveFocus();
});

it('records a passed exam as an attempt', async () => {
  const { session, host } = await openSession(plan);
  await renderPart(session, OverviewView);
  await panel('Overdue').getByRole('button', { name: 'Mark passed: Exam' }).click();
  await page.getByRole('button', { name: 'Mark passed', exact: true }).click();
  await expect
    .poll(() => host.sent)
    .toEqual([
      { name: 'attempt.add', input: { stepId: 'exam', day: '2027-01-15', result: 'passed', score: null } },
    ]);
});

it('says how far one has come in credits, hours and milestones', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, OverviewView);
  await expect
    .element(panel('Progress').getByRole('img', { name: /6 of 120 credits earned, 3 planned/ }))
    .toBeVisible();
  await expect.element(panel('Progress')).toMatchTextContent('12.5 of 1,000 hours logged');
  await expect.element(panel('Progress')).toMatchTextContent('1 of 3 done');
  await expect.element(panel('Progress')).toMatchTextContent('Without 1 course of unknown credits.');
  await expect.element(panel('Credentials')).toMatchTextContent(/BLS card.*Expires Feb 20, 2027.*Renew now/s);
});

it('draws credits against limits and the GPA, and shows both as a table', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, OverviewView);
  const terms = panel('Credits and GPA by term');
  await expect.element(terms.getByRole('img', { name: /credits per term/ })).toMatchTextContent('6 !');
  await expect.element(terms.getByRole('img', { name: /GPA over time/ })).toMatchTextContent('3.00');
  await expect.element(terms).toMatchTextContent('leaves out Seminar');
  await terms.getByRole('button', { name: 'Show as table' }).click();
  await expect
    .element(terms.getByRole('row', { name: /Fall 2026/ }))
    .toMatchTextContent(/Fall 2026 ?6 ?0 ?0 ?5 \(over\) ?3.00 ?3.00/);
});

it('says what decides the goal and what it would bring', async () => {
  const { session } = await openSession(plan);
  await renderPart(session, OverviewView);
  await expect
    .element(panel('Earliest day of the goal'))
    .toMatchTextContent(/Decided by.*AIT.*earlier if it took one day/s);
  await expect.element(panel('Open findings')).toMatchTextContent(/\d+ errors/);
});

it('teaches how to begin where there is nothing', async () => {
  const { session } = await openSession(aPlan().build());
  await renderPart(session, OverviewView);
  await page.getByRole('button', { name: 'Add a program' }).click();
  expect(session.question).toMatchObject({ kind: 'add-item', item: 'program' });
});
