import type { Page } from '@playwright/test';
import { command, tabTo } from './checks/by-keyboard.ts';
import { expect, test, type App } from './fixtures.ts';

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
    .getByRole('button', { name: /^Mark done: / })
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
  // Nothing else matches; without rows the view as a whole is where one goes on.
  await expect(main).toBeFocused();
});

/** A plan from the template, opened at the timeline. */
async function openPlan(app: App): Promise<Page> {
  const choices = ['--template', 'medical-office-manager', '--jurisdiction', 'CA', '--start', '2027-08-23'];
  await app.restart(() => app.cli(['new', ...choices]));
  await expect(app.page.getByRole('treegrid')).toBeVisible();
  return app.page;
}

test('a bar that is deleted leaves the focus to the next one, and undo and redo leave it there', async ({
  app,
}) => {
  const page = await openPlan(app);
  const bar = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}, `) });
  const focused = page.getByRole('treegrid').locator(':focus');
  await command(page, 'NAB CORE exam');
  await page.keyboard.press('Escape');
  await expect(bar('NAB CORE exam')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const after = await focused.getAttribute('aria-label');
  await page.keyboard.press('ArrowUp');
  await expect(bar('NAB CORE exam')).toBeFocused();

  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar('NAB CORE exam')).toBeFocused();
  await page.keyboard.press('Delete');
  await tabTo(page, page.getByRole('alertdialog').getByRole('button', { name: 'Delete step' }));
  await page.keyboard.press('Enter');
  await expect(bar('NAB CORE exam')).toHaveCount(0);
  await expect(focused).toHaveAttribute('aria-label', new RegExp(`^${after?.split(',')[0] ?? ''}`));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(bar('NAB CORE exam')).toBeVisible();
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(bar('NAB CORE exam')).toHaveCount(0);
  await expect(focused).toHaveCount(1);
});

test('closing the details of an item that was found by its name goes to the item', async ({ app }) => {
  const page = await openPlan(app);
  const details = page.getByRole('complementary', { name: 'Details' });
  const closed = async (item: string) => {
    await command(page, item);
    await expect(
      details.getByRole('textbox', { name: 'Title' }).or(details.getByRole('group')).first(),
    ).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(details).toBeHidden();
    return page.locator(':focus');
  };
  await expect(await closed('NAB CORE exam')).toHaveAttribute('aria-label', /^NAB CORE exam, /);
  await command(page, 'Table');
  await expect(await closed('NAB NHA exam')).toHaveRole('rowheader');
  await expect(page.locator(':focus')).toContainText('NAB NHA exam');

  // From the view itself, it is where one was.
  await command(page, 'Milestones');
  const milestone = page.getByRole('main').getByRole('button', { name: /^Offers, deposit/ });
  await tabTo(page, milestone);
  await page.keyboard.press('Enter');
  await expect(details).toBeVisible();
  await details.getByRole('textbox').first().focus();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(milestone).toBeFocused();
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

test('a notice that is still there when a dialog opens takes neither the focus nor Escape', async ({
  app,
  target,
}) => {
  test.skip(target === 'electron', 'the system asks for the file there');
  await app.restart(() => app.cli(['new', '--template', 'medical-office-manager', '--start', '2027-08-23']));
  const { page } = app;
  const milestones = page.getByRole('navigation').getByRole('button', { name: 'Milestones' });
  await milestones.click();
  await page.getByRole('button', { name: /^Mark done: Central application opens/ }).click();
  await page.getByRole('button', { name: 'Mark done', exact: true }).click();
  await expect(page.getByLabel('Notices')).toContainText('Marked milestone');
  await milestones.focus();

  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('ControlOrMeta+o');
  await (await choosing).setFiles('tests/fixtures/worked-example.throughline.json');
  const dialog = page.getByRole('dialog', { name: 'Import a plan' });
  await expect(dialog.getByLabel('Notices')).toContainText('Marked milestone');
  await expect(dialog.locator(':focus')).toHaveCount(1);
  await expect(dialog.getByLabel('Notices').locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

/** Waits until no notice, of at least one that is shown, lies over what has the focus. */
async function expectNoticesBeside(page: Page): Promise<void> {
  const cards = page.getByRole('region', { name: 'Notices' }).locator('[data-tone]');
  await expect(cards).not.toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
  await expect(async () => {
    const focused = (await page.locator(':focus').boundingBox())!;
    for (const card of await cards.all()) {
      const box = (await card.boundingBox())!;
      const isBeside = box.x >= focused.x + focused.width || focused.x >= box.x + box.width;
      const isAbove = box.y >= focused.y + focused.height || focused.y >= box.y + box.height;
      expect(isBeside || isAbove, JSON.stringify({ box, focused })).toBe(true);
    }
  }).toPass({ timeout: 2_000 });
}

test('a notice makes way for the cell or card with the focus', async ({ app }) => {
  const page = await openPlan(app);
  await page.setViewportSize({ width: 1024, height: 640 });
  const views = page.getByRole('navigation');
  await views.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('rowheader').nth(2).click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await page.keyboard.press('End');
  await page.keyboard.type(' again');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Notices')).toContainText('again');
  await expectNoticesBeside(page);

  await views.getByRole('button', { name: 'Terms', exact: true }).click();
  const cards = page.getByRole('row', { name: 'Year 1 Spring' }).getByRole('gridcell');
  await cards.nth(4).focus();
  await page.keyboard.press('l');
  await expect(page.getByLabel('Notices')).toContainText('Change');
  for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowLeft']) {
    await page.keyboard.press(key);
    await expectNoticesBeside(page);
  }
});
