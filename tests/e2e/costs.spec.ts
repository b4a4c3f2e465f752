import { expect, test } from './fixtures.ts';

test('a cost is entered where it stands, counts in the sum, and is taken back', async ({ app }) => {
  const choices = ['--template', 'medical-office-manager', '--jurisdiction', 'CA', '--start', '2027-08-23'];
  // The database is one program's at a time.
  await app.restart(() => app.cli(['new', ...choices]));
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Costs' }).click();
  const sum = page.getByRole('region', { name: 'In all' });
  await expect(sum).toContainText('at least $115');

  await page.getByLabel('Cost of Master of Health Administration').fill('38,000');
  await page.keyboard.press('Enter');
  await expect(sum).toContainText('at least $38,115');

  await page.getByLabel('Notices').getByRole('button', { name: 'Undo' }).click();
  await expect(sum).toContainText('at least $115');
});
