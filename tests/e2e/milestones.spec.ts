import { expect, test, type App } from './fixtures.ts';

/** A plan made on the command line, opened in its milestones. */
async function openMilestones(app: App): Promise<void> {
  const choices = ['--template', 'medical-office-manager', '--jurisdiction', 'CA', '--start', '2027-08-23'];
  // The database is one program's at a time.
  await app.restart(() => app.cli(['new', ...choices]));
  await app.page.getByRole('navigation').getByRole('button', { name: 'Milestones' }).click();
}

test('a milestone is marked done on a day, and taken back from the notice', async ({ app }) => {
  await openMilestones(app);
  const { page } = app;
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeHidden();

  await page.getByRole('button', { name: /^Mark done: Central application opens/ }).click();
  await page.getByRole('button', { name: 'Mark done', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('Marked milestone “Central application opens');

  await notice.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeHidden();
  await expect(notice).toContainText('Undone: mark milestone');

  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await page.getByRole('button', { name: /^Not done: Central application opens/ }).click();
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeHidden();
  await expect(notice).toContainText('Reopened milestone “Central application opens');
});

test('a milestone that is past its day is overdue, a finding, and can be acknowledged', async ({ app }) => {
  await openMilestones(app);
  const { page } = app;
  await page.getByRole('button', { name: /^Priority deadline/ }).click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details
    .getByRole('group', { name: 'Day', exact: true })
    .getByRole('spinbutton', { name: /year/i })
    .click();
  await page.keyboard.type('2020');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Overdue/ })).toBeVisible();

  await page.getByRole('button', { name: /^\d+ open$/ }).click();
  const findings = page.getByRole('dialog', { name: 'Findings' });
  const finding = findings.getByRole('listitem').filter({ hasText: 'Priority deadline' });
  await finding.first().getByRole('button', { name: 'Acknowledge …' }).click();
  await findings.getByLabel('Why is this all right?').fill('They take late files');
  await findings.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await findings.getByRole('button', { name: 'Acknowledged' }).click();
  await expect(findings.getByText('They take late files')).toBeVisible();
});
