import { expect, test } from './fixtures.ts';

test('the overview says what comes next, leads there, and shows its charts as a table', async ({ app }) => {
  const choices = ['--template', 'medical-office-manager', '--jurisdiction', 'CA', '--start', '2027-08-23'];
  // The database is one program's at a time.
  await app.restart(() => app.cli(['new', ...choices]));
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await expect(page.getByRole('region', { name: 'Earliest day of the goal' })).toContainText('Decided by');
  const next = page.getByRole('region', { name: 'Next', exact: true });
  await expect(next.getByRole('listitem')).toHaveCount(5);
  await next.getByRole('listitem').first().getByRole('button').click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();

  const terms = page.getByRole('region', { name: 'Credits and GPA by term' });
  await expect(terms.getByRole('img', { name: /credits per term/ })).toBeVisible();
  await terms.getByRole('button', { name: 'Show as table' }).click();
  await expect(terms.getByRole('table')).toBeVisible();
});
