import { expect, test } from './fixtures.ts';

const EXAMPLE = 'tests/fixtures/worked-example.throughline.json';

test('a missing group gets a course, is planned then, and missing again when that is undone', async ({
  app,
}) => {
  await app.restart(async () => {
    await app.cli(['import', EXAMPLE]);
    await app.cli([
      'do',
      'requirement.add',
      '{"programId":"bs","title":"Core","rule":"choose","amount":1,"eligible":[]}',
    ]);
  });
  const { page } = app;
  await page.getByRole('navigation').getByRole('button', { name: 'Audit' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  const group = (status: string) => page.getByRole('button', { name: new RegExp(`^Core .*${status}$`) });
  await expect(group('Missing')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Goal' })).toContainText('no earlier than');

  await page.getByRole('button', { name: 'Add a course to Core' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a course' });
  await expect(dialog).toContainText('Counts toward “Core”.');
  await dialog.getByLabel('Title').fill('Health Care Finance');
  await dialog.getByRole('button', { name: 'Add course' }).click();
  await expect(group('Planned')).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('button', { name: /Health Care Finance .*Planned/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a course to Core' })).toBeFocused();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(group('Missing')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
});
