import { expect, test } from './fixtures.ts';

const CURRICULUM = 'tests/fixtures/curricula/semesters-with-metrics.csv';

test('a curriculum without terms gets terms and courses in one step, and loses them in one', async ({
  app,
}) => {
  await app.restart(() => app.cli(['import', CURRICULUM]));
  const { page } = app;
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: /Fill the terms/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Fill the terms' });
  await expect(dialog.getByText(/and no terms; add some/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Add terms and look again' }).click();
  await expect(dialog.getByText('Every course finds a term, and no arrangement is better.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const notice = page.getByLabel('Notices').getByText(/^Filled the terms of/);
  await expect(notice).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add', exact: true })).toBeFocused();
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByLabel('Notices').getByText(/^Undone: fill the terms of/)).toBeVisible();
});
