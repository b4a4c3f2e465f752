import type { Page } from '@playwright/test';
import { WINDOW_COMMANDS } from '#shared/words/window-commands.ts';
import { expect } from '../fixtures.ts';
import { closeAll } from './closing.ts';
import type { PopUp } from './pop-ups.ts';
import { command } from './states.ts';

const filter = (page: Page) => page.getByRole('textbox', { name: 'Show only rows with' });
const editor = (page: Page) => page.locator('[data-editor]');

/** A cell of the table whose editor is open, with what is typed there and not accepted. */
function editing(column: string, of: string, refused = ''): PopUp {
  return {
    name: `Table: the editor of ${column}${refused && ', refused'}`,
    show: async (page) => {
      await command(page, 'Table');
      await filter(page).fill(of);
      const row = page
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: of }) })
        .first();
      const head = page.getByRole('columnheader', { name: column }).first();
      const place = await head.getAttribute('aria-colindex');
      await row.locator(`[aria-colindex="${place ?? ''}"]`).click();
      await page.keyboard.press('F2');
      await expect(editor(page)).toBeVisible();
      if (refused === '') return;
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(refused);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert').filter({ visible: true })).not.toHaveCount(0);
    },
    hide: async (page) => {
      for (let n = 0; n < 3 && (await editor(page).count()) > 0; n += 1) await page.keyboard.press('Escape');
      await expect(editor(page)).toHaveCount(0);
      await filter(page).fill('');
    },
  };
}

/** A list of choices that is open in a dialog. */
function list(dialog: string, field: string | RegExp, typed = ''): PopUp {
  return {
    name: `${dialog}: the list of ${String(field)}${typed && `, “${typed}”`}`,
    show: async (page) => {
      await command(page, dialog);
      const control = page.getByRole('dialog').getByRole('combobox', { name: field });
      await control.click();
      if (typed !== '') await control.fill(typed);
      await expect(page.getByRole('listbox')).toBeVisible();
    },
    hide: closeAll,
  };
}

async function openCalendar(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Choose from a calendar' }).first().click();
  await expect(page.getByRole('button', { name: 'Next month' })).toBeVisible();
}

/** What a field shows while it is used: editors, lists and calendars. */
export const FIELDS: readonly PopUp[] = [
  editing('Title', 'Health Economics'),
  editing('Credits', 'Health Economics'),
  editing('Credits', 'Health Economics', 'many'),
  editing('Status', 'Health Economics'),
  editing('Term', 'Health Economics'),
  editing('Starts', 'Year 1 Fall'),
  list(WINDOW_COMMANDS['plan.new'].title, 'Start from'),
  list(WINDOW_COMMANDS['plan.settings'].title, 'Goal'),
  list(WINDOW_COMMANDS['plan.settings'].title, 'Goal', 'no such thing'),
  {
    name: 'Terms: the list of programs',
    show: async (page) => {
      await command(page, 'Terms');
      await page.getByRole('main').getByRole('combobox', { name: 'Program' }).click();
      await expect(page.getByRole('listbox')).toBeVisible();
    },
    hide: closeAll,
  },
  {
    name: 'the calendar of a target day',
    show: async (page) => {
      await command(page, WINDOW_COMMANDS['plan.settings'].title);
      await openCalendar(page);
    },
    hide: closeAll,
  },
  {
    name: 'the calendar of the day something was done',
    show: async (page) => {
      await command(page, 'Milestones');
      await page.getByRole('button', { name: /done/i }).first().click();
      await openCalendar(page);
    },
    hide: closeAll,
  },
  {
    name: 'details: the list of prerequisites',
    show: async (page) => {
      await command(page, 'Health Economics');
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByRole('combobox', { name: 'Add a course that has to come first' }).first().click();
      await expect(page.getByRole('listbox')).toBeVisible();
    },
    hide: closeAll,
  },
];
