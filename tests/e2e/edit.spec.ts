import { expect, test, type App } from './fixtures.ts';

const EXAMPLE = 'tests/fixtures/worked-example.throughline.json';

/** The worked example: a bachelor's degree, 1,000 hours at 40 a week, a wait, an exam, the license. */
async function openExample(app: App): Promise<void> {
  await app.restart(() => app.cli(['import', EXAMPLE]));
  await app.page.getByRole('navigation').getByRole('button', { name: 'Table' }).click();
}

test('half the hours a week bring the license 175 days later, told before and after it is saved', async ({
  app,
}) => {
  await openExample(app);
  const { page } = app;
  const goal = page.getByRole('region', { name: 'Goal' });
  await expect(goal).toContainText('Apr 4, 2029');

  await page
    .getByRole('main')
    .getByRole('button', { name: /AIT|in training|in-training/i })
    .click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByLabel('Hours per week').fill('20');
  await expect(details.getByText('The goal would come Sep 26, 2029: 175 days later.')).toBeVisible();
  await expect(goal).toContainText('Apr 4, 2029');
  await page.keyboard.press('Enter');
  await expect(goal).toContainText('Sep 26, 2029');

  await details.getByLabel('Hours per week').press('Tab');
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(goal).toContainText('Apr 4, 2029');
  await expect(details.getByLabel('Hours per week')).toHaveValue('40');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(goal).toContainText('Sep 26, 2029');
});

test('what decides the date can be followed step by step to its item', async ({ app }) => {
  await openExample(app);
  const { page } = app;
  await page.getByText('Decided by').locator('..').getByRole('button').click();
  const chain = page.getByRole('dialog', { name: 'What decides the date' });
  const steps = chain.getByRole('listitem');
  await expect(steps.first()).toContainText('Apr 4, 2029');
  const title = await steps.nth(1).locator('.title').innerText();
  await steps.nth(1).getByRole('button').click();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByLabel('Title')).toHaveValue(title);
});

test('a deleted item comes back with its links', async ({ app }) => {
  await openExample(app);
  const { page } = app;
  const goal = page.getByRole('region', { name: 'Goal' });
  await page.getByRole('main').getByRole('button', { name: /exam/i }).click();
  await page.getByRole('button', { name: 'Delete this step' }).click();
  await page.getByRole('button', { name: 'Delete step' }).click();
  await expect(goal).not.toContainText('Apr 4, 2029');
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(goal).toContainText('Apr 4, 2029');
});

test('a refused value is explained at its field and changes nothing', async ({ app }) => {
  await openExample(app);
  const { page } = app;
  await page
    .getByRole('main')
    .getByRole('button', { name: /AIT|in training|in-training/i })
    .click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByLabel('Hours per week').fill('400');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('alert')).toContainText(/168/);
  await expect(page.getByRole('region', { name: 'Goal' })).toContainText('Apr 4, 2029');
});
