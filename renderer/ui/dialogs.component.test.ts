import { createRawSnippet } from 'svelte';
import { expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openSession, renderPart } from '#tests/builders/open-session.ts';
import { aPlan } from '#tests/builders/plan-builder.ts';
import ConfirmDialog from './ConfirmDialog.svelte';
import Dialog from './Dialog.svelte';
import Menu from './Menu.svelte';

const { session } = await openSession(aPlan().build());
const field = createRawSnippet(() => ({ render: () => '<div><input aria-label="Name" /></div>' }));

it('a dialog puts the focus on its first field, keeps it inside, and closes on Escape', async () => {
  const onclose = vi.fn();
  await renderPart(session, Dialog, { title: 'Rename', onclose, children: field });
  await expect.element(page.getByRole('dialog', { name: 'Rename' })).toBeVisible();
  await expect.element(page.getByLabelText('Name')).toHaveFocus();
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  expect(page.getByRole('dialog').element().contains(document.activeElement)).toBe(true);
  await userEvent.keyboard('{Escape}');
  expect(onclose).toHaveBeenCalledOnce();
});

it('a dialog is submitted with Enter', async () => {
  const onsubmit = vi.fn();
  await renderPart(session, Dialog, { title: 'Rename', onclose: vi.fn(), onsubmit, children: field });
  await page.getByLabelText('Name').fill('New');
  await userEvent.keyboard('{Enter}');
  expect(onsubmit).toHaveBeenCalledOnce();
});

it('a question before something is deleted has its focus on the harmless answer', async () => {
  const [onconfirm, onclose] = [vi.fn(), vi.fn()];
  const words = { title: 'Delete it?', text: 'Undo brings it back.', confirm: 'Delete exam' };
  await renderPart(session, ConfirmDialog, { ...words, onconfirm, onclose });
  await expect.element(page.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect([onclose.mock.calls.length, onconfirm.mock.calls.length]).toEqual([1, 0]);
  await page.getByRole('button', { name: 'Delete exam' }).click();
  expect(onconfirm).toHaveBeenCalledOnce();
});

it('a menu is used with the keyboard, and skips what cannot be chosen', async () => {
  const chosen: string[] = [];
  const trigger = createRawSnippet<[Record<string, unknown>]>((props) => ({
    render: () => '<button>More</button>',
    setup: (button) => {
      const { onclick, onkeydown, onpointerdown, ...rest } = props() as Record<string, EventListener>;
      for (const [name, value] of Object.entries(rest)) button.setAttribute(name, String(value));
      const listeners = { click: onclick, keydown: onkeydown, pointerdown: onpointerdown };
      for (const [name, run] of Object.entries(listeners)) if (run) button.addEventListener(name, run);
    },
  }));
  const entries = [
    { label: 'First', onselect: () => chosen.push('First') },
    { label: 'Second', disabled: true, onselect: () => chosen.push('Second') },
    { label: 'Third', onselect: () => chosen.push('Third') },
  ];
  await renderPart(session, Menu, { entries, trigger });
  (page.getByRole('button', { name: 'More' }).element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('menuitem', { name: 'First' })).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('menuitem', { name: 'Third' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(chosen).toEqual(['Third']);
});
