import type { Page } from '@playwright/test';
import { WINDOW_COMMANDS } from '#shared/words/window-commands.ts';
import { expect } from '../fixtures.ts';
import { command, type State } from './states.ts';

/** What opens over a part of a view, or beside it, and how it goes again. */
export interface PopUp extends State {
  hide(page: Page): Promise<void>;
}

const escape = (page: Page) => page.keyboard.press('Escape');

/** A panel or menu behind a button of a view. */
function behind(name: string | RegExp, view: string, role: 'dialog' | 'menu' = 'dialog'): PopUp {
  return {
    name: `${view}: ${String(name)}`,
    show: async (page) => {
      await command(page, view);
      await page.getByRole('button', { name, exact: true }).first().click();
      await expect(page.getByRole(role)).toBeVisible();
    },
    hide: async (page) => {
      await escape(page);
      await expect(page.getByRole(role)).toHaveCount(0);
    },
  };
}

export const POP_UPS: readonly PopUp[] = [
  behind('View', 'Timeline'),
  behind('Legend', 'Timeline'),
  behind('Administrator-in-training (AIT)', 'Timeline'),
  behind(/ open$|^None open$/, 'Timeline'),
  behind('Add', 'Timeline', 'menu'),
  behind('Columns', 'Table'),
  behind(/^More for Year 1 Fall/, 'Terms', 'menu'),
  behind(/^More for Medical office/, 'Overview', 'menu'),
  {
    name: 'Timeline: find',
    show: async (page) => {
      await command(page, 'Timeline');
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await expect(page.getByRole('search')).toBeVisible();
    },
    hide: async (page) => {
      await page.getByRole('search').getByRole('textbox').focus();
      await escape(page);
      await expect(page.getByRole('search')).toHaveCount(0);
    },
  },
  {
    name: 'Milestones: what was done, and the history beside it',
    show: async (page) => {
      await command(page, 'Milestones');
      await page
        .getByRole('button', { name: /^Mark done: / })
        .first()
        .click();
      await page.getByRole('button', { name: 'Mark done', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Notices' }).getByText(/./).first()).toBeVisible();
      await command(page, WINDOW_COMMANDS['history.open'].title);
      await expect(page.getByRole('complementary', { name: 'History' })).toBeVisible();
    },
    hide: async (page) => {
      await page.keyboard.press('ControlOrMeta+z');
      const notices = page.getByRole('region', { name: 'Notices' });
      await expect(notices).toContainText('Undone');
      await notices.getByRole('button', { name: 'Dismiss' }).last().click();
      await page.getByRole('button', { name: 'Close the history' }).first().click();
      await expect(page.getByRole('complementary', { name: 'History' })).toHaveCount(0);
    },
  },
];
