import { expect, test, type App } from './fixtures.ts';

/** A plan whose baseline was taken before a step of it became longer, made on the command line. */
async function openDrifted(app: App): Promise<void> {
  const choices = ['--template', 'medical-office-manager', '--jurisdiction', 'CA', '--start', '2027-08-23'];
  // The database is one program's at a time.
  await app.restart(async () => {
    await app.cli(['new', ...choices, '--name', 'My plan']);
    await app.cli(['baseline', 'My plan', '--take', 'Sent to the board']);
    const { stdout } = await app.cli(['show', 'My plan', '--json']);
    const { items } = JSON.parse(stdout) as { items: { id: string; title: string }[] };
    const step = items.find(({ title }) => title === 'Send the application for the license');
    await app.cli(['do', 'step.update', JSON.stringify({ id: step?.id, changes: { length: 46 } })]);
  });
}

test('what changed since a baseline is told, shown on the timeline and followed by edits', async ({
  app,
}) => {
  await openDrifted(app);
  const { page } = app;
  await page.getByRole('button', { name: 'More for My plan' }).click();
  await page.getByRole('menuitem', { name: 'Baselines …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Baselines' });
  await expect(dialog).toContainText(
    '45 days later than in “Sent to the board”, because “Send the application',
  );

  await dialog.getByRole('button', { name: 'Show on the timeline: Sent to the board' }).click();
  await dialog.getByRole('button', { name: 'Send the application for the license' }).click();
  await expect(dialog).toBeHidden();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('Ends 45 days later than in “Sent to the board”.');
  await expect(page.getByRole('button', { name: '45 days later' })).toBeVisible();

  await page.getByRole('navigation').getByRole('button', { name: 'Timeline', exact: true }).click();
  await expect(
    page.getByRole('row', { name: /ends 45 days later than in “Sent to the board”/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Undo: change step/ }).click();
  await expect(page.getByRole('button', { name: 'no change' })).toBeVisible();
  await expect(details).toContainText('As in “Sent to the board”.');
});

test('a baseline is taken and deleted in the window, and undo brings it back', async ({ app }) => {
  await openDrifted(app);
  const { page } = app;
  await page.getByRole('button', { name: 'More for My plan' }).click();
  await page.getByRole('menuitem', { name: 'Baselines …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Baselines' });
  await page.keyboard.type('Sent to the employer');
  await page.keyboard.press('Enter');
  await expect(dialog).toContainText('Nothing has changed since “Sent to the employer”.');
  await dialog.getByRole('button', { name: 'Delete Sent to the employer' }).click();
  await expect(dialog.getByRole('button', { name: /^Sent to the employer/ })).toBeHidden();
  await expect(dialog).toContainText('45 days later than in “Sent to the board”');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^Undo: delete baseline/ }).click();
  await page.getByRole('button', { name: 'More for My plan' }).click();
  await page.getByRole('menuitem', { name: 'Baselines …' }).click();
  await expect(dialog.getByRole('button', { name: /^Sent to the employer/ })).toBeVisible();
});
