import { createRawSnippet } from 'svelte';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FakeHost } from '#tests/builders/fake-host.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import GoalBar from './GoalBar.svelte';

const start = createRawSnippet(() => ({ render: () => '<span></span>' }));

const overdue = aPlan({ id: 'plan' })
  .milestone('apply', { title: 'Apply', pinStart: '2027-01-01' })
  .milestone('transcript', { title: 'Transcript', pinStart: '2027-01-02' })
  .build();

/** Does to the plan what the core does with these two commands. */
function answerLikeTheCore(host: FakeHost): void {
  host.when('finding.acknowledge', ({ key, note }) => {
    host.change('plan', (document) => ({
      ...document,
      acknowledgements: [...document.acknowledgements, { key: String(key), note: String(note) }],
    }));
    return null;
  });
  host.when('finding.reopen', ({ key }) => {
    host.change('plan', (document) => ({
      ...document,
      acknowledgements: document.acknowledgements.filter((each) => each.key !== key),
    }));
    return null;
  });
}

async function openList() {
  const opened = await openSession(overdue);
  answerLikeTheCore(opened.host);
  await renderPart(opened.session, GoalBar, { start });
  (page.getByRole('button', { name: '2 open' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const list = page.getByRole('dialog', { name: 'Findings' });
  await expect.element(list).toBeVisible();
  return { ...opened, list };
}

const focused = () => document.activeElement;

/** Tabs on until the button has the focus; it must be there to be reached. */
async function tabTo(name: string): Promise<void> {
  for (let n = 0; n < 12; n++) {
    await userEvent.keyboard('{Tab}');
    if (focused()?.textContent.trim() === name) break;
  }
  expect(focused()?.textContent.trim()).toBe(name);
}

describe('the list of findings, by keyboard alone', () => {
  it('takes an acknowledgement with its note, and keeps it listed', async () => {
    const { list, host } = await openList();
    // Not the first: there the focus would come to by itself.
    await tabTo('Transcript');
    await tabTo('Acknowledge …');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.getAttribute('placeholder')).toContain('Agreed with the adviser');
    expect(list.getByRole('listitem').nth(1).element().contains(focused())).toBe(true);
    await userEvent.keyboard('They take late files{Enter}');
    await expect.poll(() => host.sent).toMatchObject([{ input: { note: 'They take late files' } }]);

    await expect.element(list.getByRole('heading', { name: '1 open finding' })).toBeVisible();
    await expect.poll(() => focused()?.textContent.trim()).toBe('Apply');
    await tabTo('Acknowledged 1');
    await userEvent.keyboard('{Enter}');
    await expect.element(list.getByText('They take late files')).toBeVisible();

    await tabTo('Reopen');
    await userEvent.keyboard('{Enter}');
    await expect.element(list.getByRole('heading', { name: '2 open findings' })).toBeVisible();
    await expect.poll(() => list.element().contains(focused())).toBe(true);
    await expect.element(list.getByText('They take late files')).not.toBeInTheDocument();
  });

  it('gives the focus back when the note is not given after all', async () => {
    const { list, host } = await openList();
    await tabTo('Transcript');
    await tabTo('Acknowledge …');
    await userEvent.keyboard('{Enter}');
    await tabTo('Cancel');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => focused()?.textContent.trim()).toBe('Acknowledge …');
    expect(list.getByRole('listitem').nth(1).element().contains(focused())).toBe(true);
    await expect.element(list.getByRole('heading', { name: '2 open findings' })).toBeVisible();
    expect(host.sent).toEqual([]);
  });

  it('jumps to the item and closes', async () => {
    const { session, list } = await openList();
    await tabTo('Transcript');
    await userEvent.keyboard('{Enter}');
    expect(session.selectedId).toBe('transcript');
    await expect.element(list).not.toBeInTheDocument();
    await expect.poll(() => focused() !== document.body).toBe(true);
  });

  it('is left with Escape, and the focus goes back to its button', async () => {
    await openList();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => focused()?.textContent).toContain('2 open');
  });
});

describe('the list of findings, by mouse', () => {
  it('takes an acknowledgement, keeps it listed, and opens it again', async () => {
    const { list } = await openList();
    await list.getByRole('button', { name: 'Acknowledge …' }).first().click();
    await list.getByLabelText('Why is this all right?').fill('They take late files');
    await list.getByRole('button', { name: 'Acknowledge', exact: true }).click();
    await expect.element(list.getByRole('heading', { name: '1 open finding' })).toBeVisible();
    await list.getByRole('button', { name: 'Acknowledged 1' }).click();
    await expect.element(list.getByText('They take late files')).toBeVisible();
    await list.getByRole('button', { name: 'Reopen' }).click();
    await expect.element(list.getByRole('heading', { name: '2 open findings' })).toBeVisible();
  });
});
