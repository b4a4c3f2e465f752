import { expect, test } from './fixtures.ts';

test('notes and links of an item stay, are found, marked, and lead where they say', async ({
  app,
  target,
}) => {
  await app.restart(() => app.cli(['import', 'tests/fixtures/worked-example.throughline.json']));
  let { page } = app;
  const inDetails = () => page.getByRole('complementary', { name: 'Details' });
  await page.getByRole('row', { name: /exam/i }).first().click();
  let details = inDetails();
  await details.getByRole('button', { name: /^Notes and links/ }).click();
  await details.getByRole('textbox', { name: 'Notes' }).fill('Bring two pencils.\nCall Dr. Peña.');
  await details.getByRole('button', { name: 'Add a web link' }).click();
  await page.keyboard.type('Handbook');
  await page.keyboard.press('Tab');
  await page.keyboard.type('board.example');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('alert')).toHaveText(
    'Must be an address that starts with https://, http:// or mailto:.',
  );
  await details.getByRole('textbox', { name: 'Address' }).fill('https://board.example/handbook');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('link', { name: 'Handbook board.example' })).toBeVisible();
  // The bar says so at once, and after a restart.
  const marked = () => page.getByRole('row', { name: /, notes, 1 link/ });
  await expect(marked()).toHaveClass(/noted/);

  await app.restart();
  ({ page } = app);
  details = inDetails();
  await expect(marked()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pencils');
  await expect(page.getByRole('option').first()).toContainText('in notes or links');
  await page.keyboard.press('Enter');
  await expect(details.getByRole('textbox', { name: 'Notes' })).toHaveValue(
    'Bring two pencils.\nCall Dr. Peña.',
  );

  // A desktop asks with a window of the system.
  if (target === 'electron') return;
  const context = page.context();
  await context.route('https://board.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Handbook</title>' }),
  );
  const opened = context.waitForEvent('page');
  await details.getByRole('link', { name: 'Handbook board.example' }).click();
  const tab = await opened;
  await tab.waitForURL('https://board.example/handbook');
  expect(await tab.evaluate(() => [window.opener === null, document.referrer])).toEqual([true, '']);
});
