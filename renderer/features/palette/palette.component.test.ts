import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-svelte';
import type { Session } from '#renderer/state/session.svelte.ts';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import Palette from './Palette.svelte';

const plan = aPlan({ id: 'one', name: 'One' })
  .program('bs', { title: 'BS' })
  .term('fall', { title: 'Fall 2027', firstDay: '2027-08-23', lastDay: '2027-12-10' })
  .course('policy', { title: 'Policy', prefix: 'HCA', number: '401', termId: 'fall' })
  .credential('license', { title: 'License' })
  .goal('license')
  .build();
const other = aPlan({ id: 'two', name: 'Slow lane' }).step('exam').build();

async function palette() {
  const opened = await openSession([plan, other]);
  await open(opened.session);
  return opened;
}

async function open(session: Session) {
  cleanup();
  session.put({ kind: 'palette' });
  await renderPart(session, Palette);
  await expect.element(page.getByRole('combobox')).toHaveFocus();
}

const active = () => page.getByRole('option', { selected: true });

beforeEach(() => localStorage.clear());

describe('the palette', () => {
  it('lists everything by group, and with a few letters what fits, the best first', async () => {
    const { session } = await palette();
    await expect.element(page.getByRole('group', { name: 'Add' })).toBeVisible();
    await expect.element(active()).toMatchTextContent(/Overview/);
    await userEvent.keyboard('pdf');
    await expect.element(active()).toMatchTextContent(/Save as PDF/);
    await expect.element(page.getByRole('status')).toMatchTextContent(/^\d+ results?\.$/);
    await userEvent.keyboard('{Enter}');
    expect(session.question).toEqual({ kind: 'print-plan' });
  });

  it('goes to an item by its code and to a plan by its name', async () => {
    const { session } = await palette();
    await userEvent.keyboard('hca 401');
    await expect.element(active()).toMatchTextContent(/HCA 401 Policy/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => session.selectedId).toBe('policy');

    await open(session);
    await userEvent.keyboard('slow{Enter}');
    await expect.poll(() => session.document?.plan.name).toBe('Slow lane');
  });

  it('says why something cannot be done, and stays open', async () => {
    const { session } = await palette();
    await userEvent.keyboard('zoom in');
    await expect.element(active()).toHaveAttribute('aria-disabled', 'true');
    await expect.element(active()).toMatchTextContent(/Go to the timeline first\./);
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('status')).toMatchTextContent(/Zoom in: Go to the timeline first\./);
    expect(session.question).toEqual({ kind: 'palette' });
  });

  it('puts the recent ones first the next time', async () => {
    const { session } = await palette();
    await userEvent.keyboard('facts{Enter}');
    await expect.poll(() => session.view).toBe('facts');
    await open(session);
    const recent = page.getByRole('group', { name: 'Recent' });
    await expect.element(recent.getByRole('option').first()).toMatchTextContent(/Facts/);
  });

  it('is walked with the arrows, around its ends, and says when nothing fits', async () => {
    await palette();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(active()).toMatchTextContent(/Help and keys/);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(active()).toMatchTextContent(/Timeline/);
    await userEvent.keyboard('xqxq');
    await expect.element(page.getByRole('status')).toMatchTextContent(/Nothing found\./);
  });
});
