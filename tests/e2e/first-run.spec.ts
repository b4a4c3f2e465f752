import { expect, test } from './fixtures.ts';

test('the first run offers paths, and a plan made from one says the earliest day of the license', async ({
  app,
}) => {
  const { page } = app;
  await expect(
    page.getByRole('heading', { level: 1, name: 'Plan the whole way to your license.' }),
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(5);

  await page.getByRole('main').getByRole('listitem').first().getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'New plan' });
  await dialog.getByRole('combobox', { name: 'State' }).fill('calif');
  await page.getByRole('option', { name: /California/ }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('My way to CA');
  await dialog.getByRole('button', { name: 'Make plan' }).click();

  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: 'Goal' })).toContainText(
    /Nursing home administrator license.*\d{4}/s,
  );
  await expect(page.getByRole('navigation').getByRole('button', { name: /^My way to CA/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expect(page).toHaveTitle('My way to CA · Throughline');

  // Everything is stored the moment it is made.
  await app.restart();
  await expect(app.page.getByRole('region', { name: 'Goal' })).toBeVisible();
});

test('a plan can begin empty and grow by hand', async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start with an empty plan' }).click();
  // What is said of dates and templates belongs to templates.
  await expect(page.getByRole('dialog')).toHaveText(/^New plan\s*Start from.*call it “My plan”/s);
  await page.getByRole('textbox', { name: 'Name' }).fill('From scratch');
  await page.getByRole('button', { name: 'Make plan' }).click();
  await expect(page.getByText('No goal chosen')).toBeVisible();

  const addButton = page.getByRole('main').getByRole('button', { name: 'Add', exact: true });
  const add = async (kind: RegExp) => {
    await addButton.click();
    await page.getByRole('menuitem', { name: kind }).click();
  };
  const dialog = page.getByRole('dialog');
  await add(/^Step/);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Board exam');
  await dialog.getByRole('textbox', { name: 'Takes' }).fill('30');
  await page.getByRole('button', { name: 'Add step' }).click();
  await add(/^Credential/);
  await dialog.getByRole('textbox', { name: 'Title' }).fill('License');
  await page.getByRole('button', { name: 'Add credential' }).click();
  // A closing dialog gives the focus back where it came from; a list that is opened before that closes again.
  await expect(addButton).toBeFocused();

  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('combobox', { name: 'Add what has to come first' }).fill('board');
  await page.getByRole('option', { name: /Board exam/ }).click();
  await details.getByRole('button', { name: 'Make this the goal of the plan' }).click();
  const goal = page.getByRole('region', { name: 'Goal' });
  await expect(goal).toContainText('Earliest: License');
  await expect(details.getByText('This is the goal of the plan.')).toBeVisible();

  // The whole way back: goal, link, credential, step.
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: /^Undo: / }).click();
  await page.getByRole('navigation').getByRole('button', { name: 'Table' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing in this plan yet' })).toBeVisible();
});

test('without a server there is one calm notice that says what to do', async ({ app, target }) => {
  test.skip(target === 'electron', 'a window and its core end together');
  const { page } = app;
  await page.getByRole('button', { name: 'Start with an empty plan' }).click();
  await page.route('**/api', (route) => route.abort());
  await page.getByRole('button', { name: 'Make plan' }).click();
  await expect(page.getByText('What was saved before is safe.')).toBeVisible();
  await page.unroute('**/api');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('What was saved before is safe.')).toBeHidden();
  app.complaints.length = 0;
});
