import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Baseline } from '#shared/domain/baseline/types.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import GoalDrift from '../goal/GoalDrift.svelte';
import DatesSummary from '../inspector/DatesSummary.svelte';
import Timeline from '../timeline/Timeline.svelte';
import BaselinesDialog from './BaselinesDialog.svelte';

const today = '2027-09-01';
const plan = (length: number): PlanDocument =>
  aPlan({ id: 'plan', name: 'Nursing' })
    .step('exam', { title: 'Exam', length, phase: 'licensure' })
    .credential('license', { title: 'License', phase: 'licensure' })
    .milestone('visit', { title: 'Visit', pinStart: '2027-09-20', phase: 'licensure' })
    .link('exam', 'license')
    .goal('license')
    .build();
const frozen = (id: string, name: string, document: PlanDocument): Baseline => ({
  id,
  name,
  takenOn: today,
  takenAt: `${today}T09:00:00.000Z`,
  document,
});

async function dialog(baselines: Baseline[]) {
  const opened = await openSession(plan(15), { today });
  opened.host.baselines.set('plan', baselines);
  await opened.session.start();
  await renderPart(opened.session, BaselinesDialog, { onclose: () => opened.session.put(null) });
  return opened;
}
const changes = () => page.getByRole('region', { name: /^Changes since/ });

beforeEach(() => {
  sessionStorage.clear();
  document.body.style.cssText = 'display: block; height: 100%; margin: 0';
  const frame = new CSSStyleSheet();
  frame.replaceSync('body > div { display: flex; flex-direction: column; height: 700px; }');
  document.adoptedStyleSheets = [frame];
});

describe('the dialog of baselines', () => {
  it('says what a baseline is for, and takes one under a name', async () => {
    const { host } = await dialog([]);
    await expect.element(page.getByText(/Later you see here what has changed since/)).toBeVisible();
    host.when('baseline.take', ({ name }) => {
      const taken = frozen('b1', String(name), plan(15));
      host.baselines.set('plan', [taken]);
      return { id: taken.id, name: taken.name, takenOn: today, takenAt: taken.takenAt };
    });
    await page.getByRole('textbox').fill('Sent to the board');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: /^Sent to the board/ })).toBeVisible();
    await expect.element(changes()).toMatchTextContent('Nothing has changed since “Sent to the board”.');
    expect(host.sent).toEqual([
      { name: 'baseline.take', input: { planId: 'plan', name: 'Sent to the board' } },
    ]);
    await expect.element(page.getByRole('textbox')).toHaveValue('');
  });

  it('compares with the newest, and with another when it is chosen', async () => {
    const { session } = await dialog([frozen('b2', 'Second', plan(15)), frozen('b1', 'First', plan(10))]);
    await expect.element(changes()).toMatchTextContent('Nothing has changed since “Second”.');
    await page.getByRole('button', { name: /^First/ }).click();
    await expect.element(changes()).toMatchTextContent('License: 5 days later than in “First”');
    await expect.element(changes()).toMatchTextContent('Exam');
    await changes().getByRole('button', { name: 'Exam' }).click();
    expect(session.selectedId).toBe('exam');
  });

  it('renames in place by keyboard, and shows why a name is refused', async () => {
    const { host } = await dialog([frozen('b1', 'First', plan(10))]);
    await page.getByRole('button', { name: 'Rename First' }).click();
    const name = page.getByRole('textbox', { name: 'Name of the baseline' });
    host.refusal = { code: 'baseline-name-taken', name: 'Second' };
    await name.fill('Second');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toMatchTextContent('This plan has a baseline named “Second”');
    host.when('baseline.rename', ({ name: given }) => {
      host.baselines.set('plan', [frozen('b1', String(given), plan(10))]);
      return null;
    });
    await name.fill('Sent');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: /^Sent/ }).first()).toHaveFocus();
    expect(host.sent.at(-1)).toEqual({ name: 'baseline.rename', input: { id: 'b1', name: 'Sent' } });
    await page.getByRole('button', { name: 'Rename Sent' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog', { name: 'Baselines' })).toBeVisible();
  });

  it('deletes with undo at hand and keeps the focus', async () => {
    const { host, session } = await dialog([frozen('b1', 'First', plan(10))]);
    host.when('baseline.delete', () => {
      host.baselines.set('plan', []);
      return null;
    });
    await page.getByRole('button', { name: 'Delete First' }).click();
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    expect(session.notices.list).toMatchObject([
      { kind: 'done', command: 'baseline.delete', subject: 'First' },
    ]);
  });
});

describe('a baseline that is shown', () => {
  it('costs nothing until it is asked for, and then stands under the bars', async () => {
    const { session, host } = await openSession(plan(15), { today });
    host.baselines.set('plan', [frozen('b1', 'Sent', plan(10))]);
    await session.start();
    const asked: string[] = [];
    host.delay = (name) => void asked.push(name);
    await renderPart(session, Timeline);
    const bar = (name: RegExp) => page.getByRole('row', { name });
    await expect.element(bar(/^Exam/)).toBeVisible();
    expect([document.querySelector('.ghosts'), asked]).toEqual([null, []]);

    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Baseline' }).click();
    await userEvent.keyboard('{Escape}');
    await expect.element(bar(/^Exam/)).toHaveAccessibleName(/ends 5 days later than in “Sent”$/);
    await expect.element(bar(/^License/)).toHaveAccessibleName(/5 days later than in “Sent”$/);
    await expect.element(bar(/^Visit/)).toHaveAccessibleName(/as in “Sent”$/);
    const ghosts = document.querySelector('.ghosts .moved')?.getBoundingClientRect();
    const exam = bar(/^Exam/).element().getBoundingClientRect();
    expect(ghosts?.left).toBeCloseTo(exam.left, 0);
    await bar(/^Exam/).hover();
    await expect.element(page.getByRole('tooltip')).toMatchTextContent('Ends 5 days later than in “Sent”.');
    expect(asked).toEqual(['baseline.read']);
  });

  it('is said by the goal and by the details of an item, also after an edit', async () => {
    const { session, host } = await openSession(plan(15), { today });
    host.baselines.set('plan', [frozen('b1', 'Sent', plan(10))]);
    await session.start();
    await session.baseline.show('b1');
    await renderPart(session, GoalDrift);
    const drift = page.getByRole('button', { name: '5 days later' });
    await expect.element(drift).toBeVisible();
    await drift.click();
    expect(session.question).toEqual({ kind: 'baselines' });
    const exam = session.items.get('exam');
    if (exam === undefined) throw new Error('no exam');
    await renderPart(session, DatesSummary, { item: exam });
    await expect.element(page.getByText('Ends 5 days later than in “Sent”.')).toBeVisible();
    await session.run('step.update', { id: 'exam', changes: { length: 10 } });
    await expect.element(page.getByText('As in “Sent”.')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'no change' })).toBeVisible();
  });

  it('is gone while it is deleted, and back after an undo', async () => {
    const { session, host } = await openSession(plan(15), { today });
    const baseline = frozen('b1', 'Sent', plan(10));
    host.baselines.set('plan', [baseline]);
    await session.start();
    await session.baseline.show('b1');
    expect(session.baseline.goalDays).toBe(5);
    host.baselines.set('plan', []);
    await session.run('baseline.delete', { id: 'b1' });
    expect([session.baseline.now, session.baseline.goalDays, session.baseline.driftOf('exam')]).toEqual([
      null,
      null,
      null,
    ]);
    host.baselines.set('plan', [baseline]);
    await session.run('baseline.rename', { id: 'b1', name: 'Sent' });
    expect(session.baseline.goalDays).toBe(5);
  });
});
