import { expect, test } from './fixtures.ts';

test('a copy is written, restored with what it would lose in sight, and the restore undone', async ({
  app,
}) => {
  await app.restart(async () => {
    await app.cli(['new', '--template', 'medical-office-manager-entry', '--start', '2027-08-23']);
  });
  const { page } = app;
  const plans = page.getByRole('list', { name: 'Plans' }).getByRole('listitem');
  await expect(plans).toHaveCount(1);
  await page.getByRole('button', { name: 'Where is my data' }).click();
  const dialog = page.getByRole('dialog', { name: 'Where is my data' });
  await expect(dialog).toContainText(app.dbFile);
  await dialog.getByRole('button', { name: 'Back up now' }).click();
  const restore = dialog.getByRole('button', { name: /^Restore the copy of .*You asked for it/ });
  await expect(restore).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: /^More for / }).click();
  await page.getByRole('menuitem', { name: 'Duplicate as scenario' }).click();
  await expect(plans).toHaveCount(2);

  await page.getByRole('button', { name: 'Where is my data' }).click();
  await restore.click();
  await expect(dialog).toContainText('1 plan would be gone');
  await dialog.getByRole('button', { name: 'Restore this copy' }).click();
  await expect(plans).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Undo restore' }).click();
  await expect(plans).toHaveCount(2);
});
