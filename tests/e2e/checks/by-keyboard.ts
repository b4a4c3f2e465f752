import type { Locator, Page } from '@playwright/test';
import { expect } from '../fixtures.ts';
import { expectFocusSeen, MOST_STOPS } from './focus.ts';

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible();
  for (let n = 0; n < MOST_STOPS; n += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expectFocusSeen(page, to);
}

/** Finds a command by its name and carries it out. */
export async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expectFocusSeen(page, page.getByRole('combobox', { name: 'Command, plan or item' }));
  await page.keyboard.type(words);
  await expect(page.getByRole('option').first()).toContainText(new RegExp(words, 'i'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Find a command' })).toBeHidden();
}

/** Makes the first of the templates the first run offers. */
export async function makePlan(page: Page, state?: string): Promise<void> {
  await tabTo(page, page.getByRole('main').getByRole('listitem').first().getByRole('button'));
  await page.keyboard.press('Enter');
  const making = page.getByRole('dialog', { name: 'New plan' });
  if (state !== undefined) {
    await tabTo(page, making.getByRole('combobox', { name: 'State' }));
    await page.keyboard.type(state);
    await expect(page.getByRole('option', { name: new RegExp(state, 'i') })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }
  await tabTo(page, making.getByRole('button', { name: 'Make plan' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Goal' })).toContainText('license');
}
