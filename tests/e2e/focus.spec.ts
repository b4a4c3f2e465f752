import { expect, test } from './fixtures.ts';

/** The focus is never left on the page itself, where a keyboard would have to begin again from the top. */
test('what had the focus goes away: the focus goes to the plan', async ({ app: { page } }) => {
  const main = page.locator('#main');
  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  await page.getByRole('dialog', { name: 'New plan' }).getByRole('button', { name: 'Make plan' }).click();
  await expect(page.getByRole('region', { name: 'Goal' })).toBeVisible();
  // The first run, whose button opened the dialog, has made room for the plan.
  await expect(main).toBeFocused();

  await page.getByRole('navigation').getByRole('button', { name: 'Milestones' }).click();
  await page
    .getByRole('button', { name: /^Mark .* done$/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Mark done', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();
  // The row has moved to what is done; the next one is where one goes on.
  await expect(page.getByRole('listitem').filter({ has: page.locator(':focus') })).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: 'Table' }).click();
  // Only the rows in sight are drawn.
  await page.getByRole('textbox', { name: 'Show only rows with' }).fill('master of health');
  await page
    .getByRole('main')
    .getByRole('button', { name: /Master of Health Administration/ })
    .first()
    .click();
  await page
    .getByRole('complementary', { name: 'Details' })
    .getByRole('button', { name: /^Delete/ })
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete program' }).click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeHidden();
  await expect(main).toBeFocused();
});

test('another view begins at its top', async ({ app }) => {
  await app.restart(() => app.cli(['new', '--template', 'medical-office-manager', '--start', '2027-08-23']));
  const { page } = app;
  const open = (view: string) => page.getByRole('navigation').getByRole('button', { name: view }).click();
  const main = page.getByRole('main');
  await open('Facts');
  await main.evaluate((element) => element.scrollTo(0, 2_000));
  await open('Milestones');
  await expect(page.getByRole('heading', { level: 1, name: 'Milestones' })).toBeInViewport();
});
