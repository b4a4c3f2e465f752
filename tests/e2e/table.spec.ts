import type { Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';

const CURRICULUM = 'tests/fixtures/curricula/semesters-with-metrics.csv';

/** The table of an imported curriculum. */
async function openTable(app: App): Promise<Page> {
  await app.restart(() => app.cli(['import', CURRICULUM]));
  const { page } = app;
  const views = page.getByRole('navigation', { name: 'Plans and views' });
  await views.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Items of the plan' })).toBeVisible();
  return page;
}

const titleOf = (page: Page, title: string) =>
  page.getByRole('rowheader').filter({ has: page.getByText(title, { exact: true }) });
const rowOf = (page: Page, title: string) => page.getByRole('row').filter({ has: titleOf(page, title) });

async function cellOf(page: Page, title: string, column: string) {
  const heads = await page.getByRole('columnheader').allTextContents();
  const place = heads.findIndex((head) => head.trim() === column);
  return rowOf(page, title)
    .getByRole('gridcell')
    .nth(place - 1);
}

const notice = (page: Page, text: string) => page.getByLabel('Notices').getByText(text);
const undo = (page: Page) => page.keyboard.press('ControlOrMeta+z');
const dialog = (page: Page) => page.getByRole('dialog');

/** Puts cells on the system's clipboard, as a spreadsheet does: as text, and perhaps as HTML as well. */
async function putOnClipboard(page: Page, text: string, html = ''): Promise<void> {
  await page.evaluate(
    ([text, html]) => {
      const write = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', text);
        if (html !== '') event.clipboardData?.setData('text/html', html);
        event.preventDefault();
        event.stopImmediatePropagation();
      };
      document.addEventListener('copy', write, { capture: true, once: true });
      // The way to the clipboard for which no browser asks a person first.
      (document as unknown as { execCommand(name: string): boolean }).execCommand('copy');
    },
    [text, html] as const,
  );
}

/** What is on the system's clipboard as text, pasted into a field as any other program would. */
async function readClipboard(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'other-program';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+v');
  const field = page.locator('#other-program');
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}

test('cells are pasted after a look at what they change, and one undo takes all of it back', async ({
  app,
}) => {
  const page = await openTable(app);
  await titleOf(page, 'College Algebra').click();
  await putOnClipboard(
    page,
    'Title\tCredits\tStatus\tProfessor\r\nCollege Algebra\t3,5\tEnrolled\tLee\r\nElementary Statistics\tmany\tCompleted\t\r\n',
  );
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dialog(page).getByText('3 cells of 2 items change and 2 cells are left out.')).toBeVisible();
  await expect(dialog(page).getByText('Line 3, Credits of “Elementary Statistics”')).toBeVisible();
  await expect(
    dialog(page).getByText('This is not a number; write only digits, such as 3 or 2.5.'),
  ).toBeVisible();
  await expect(dialog(page).getByRole('row', { name: /Credits 3 3\.5/ })).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Change 2 items' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(notice(page, 'Changed 2 items.')).toBeVisible();
  await expect(await cellOf(page, 'College Algebra', 'Credits')).toHaveText('3.5');
  await expect(await cellOf(page, 'Elementary Statistics', 'Status')).toHaveText('Completed');
  await expect(titleOf(page, 'College Algebra')).toBeFocused();
  await undo(page);
  await expect(await cellOf(page, 'College Algebra', 'Credits')).toHaveText('3');
  await expect(await cellOf(page, 'Elementary Statistics', 'Status')).toHaveText('Planned');
});

test('what is copied is pasted back unchanged, into a spreadsheet and into the table', async ({ app }) => {
  const page = await openTable(app);
  await titleOf(page, 'College Algebra').click();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByRole('status').filter({ hasText: 'rows chosen' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+c');
  const text = await readClipboard(page);
  expect(text.split('\n')[0]).toMatch(/^Title\tCode\tKind\tTerm\tCredits\tStatus/);
  expect(text).toContain('College Algebra\tMTH 110\tCourse');
  await titleOf(page, 'Elementary Statistics').focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dialog(page).getByText('This says what is there already; nothing changes.')).toBeVisible();
  await expect(dialog(page).getByRole('button', { name: 'Change' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('rows below the last one become new items, with a term that comes along', async ({ app }) => {
  const page = await openTable(app);
  await page.getByRole('button', { name: 'Paste', exact: true }).click();
  const html = `<table><tr><td>Title</td><td>Kind</td><td>Term</td><td>Starts</td><td>Ends</td><td>Notes</td></tr>
    <tr><td>Fall 2031</td><td>Term</td><td></td><td>8/25/2031</td><td>12/12/2031</td><td></td></tr>
    <tr><td>Law &amp; Ethics</td><td></td><td>Fall 2031</td><td></td><td></td><td>two<br>lines</td></tr></table>`;
  await putOnClipboard(page, 'x', html);
  await dialog(page).getByRole('textbox', { name: 'Cells' }).focus();
  await page.keyboard.press('ControlOrMeta+v');
  await dialog(page).getByRole('checkbox', { name: 'Add all of it as new rows' }).click();
  await expect(dialog(page).getByText('2 items are new.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Add 2 items' }).click();
  await expect(notice(page, 'Added 2 items.')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: '2 rows chosen' })).toBeVisible();
  await expect(await cellOf(page, 'Law & Ethics', 'Term')).toHaveText('Fall 2031');
  await undo(page);
  await expect(titleOf(page, 'Law & Ethics')).toBeHidden();
});

test('one value fills a selection, a cell is emptied, and a title is not', async ({ app }) => {
  const page = await openTable(app);
  const grade = await cellOf(page, 'College Algebra', 'Grade');
  await putOnClipboard(page, 'B+');
  await grade.click();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(grade).toHaveText('B+');
  await grade.click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(notice(page, 'Changed grade of 2 items.')).toBeVisible();
  await expect(await cellOf(page, 'Writing I', 'Grade')).toHaveText('B+');
  await putOnClipboard(page, 'A');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dialog(page).getByText('3 cells of 3 items change.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(grade).toHaveText('A');
  await page.keyboard.press('Delete');
  await expect(grade).toHaveText('');
  await expect(await cellOf(page, 'Writing I', 'Grade')).toHaveText('');
  await titleOf(page, 'Writing I').click();
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('alert').filter({ hasText: 'This must not be empty' })).toBeVisible();
  await expect(titleOf(page, 'Writing I')).toBeVisible();
});

test('chosen rows are changed, moved and deleted at once, by mouse', async ({ app }) => {
  const page = await openTable(app);
  await titleOf(page, 'College Algebra').click({ modifiers: ['ControlOrMeta'] });
  await titleOf(page, 'Writing I').click({ modifiers: ['ControlOrMeta'] });
  const bar = page.getByRole('toolbar', { name: 'Chosen rows' });
  await bar.getByRole('button', { name: 'Status' }).click();
  await page.getByRole('menuitem', { name: 'Completed' }).click();
  await expect(notice(page, 'Changed status of 2 items.')).toBeVisible();
  await expect(await cellOf(page, 'Writing I', 'Status')).toHaveText('Completed');
  await expect(await cellOf(page, 'Elementary Statistics', 'Status')).toHaveText('Planned');

  await bar.getByRole('button', { name: 'Move down' }).click();
  await expect(notice(page, 'Reordered 2 items.')).toBeVisible();
  const titles = page.getByRole('rowheader').filter({ hasText: 'Course:' }).locator('.text');
  await expect(titles.nth(0)).toHaveText('Elementary Statistics');

  await bar.getByRole('button', { name: 'Delete 2 rows' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete 2 items' }).click();
  await expect(notice(page, 'Deleted 2 items.')).toBeVisible();
  await expect(titleOf(page, 'Writing I')).toBeHidden();
  await undo(page);
  await expect(titleOf(page, 'Writing I')).toBeVisible();
});

test('chosen rows are changed, moved and deleted at once, by keyboard', async ({ app }) => {
  const page = await openTable(app);
  await titleOf(page, 'College Algebra').click();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByRole('status').filter({ hasText: '2 rows chosen' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('toolbar').getByRole('button', { name: 'Status' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Planned' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Changed status of 2 items.')).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Alt+ArrowDown');
  await expect(notice(page, 'Reordered 2 items.')).toBeVisible();
  const titles = page.getByRole('rowheader').filter({ hasText: 'Course:' }).locator('.text');
  await expect(titles.nth(0)).toHaveText('Writing I');
  await expect(titles.nth(1)).toHaveText('College Algebra');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('alertdialog')).toContainText('Delete 2 items?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(titleOf(page, 'College Algebra')).toBeHidden();
  await undo(page);
  await undo(page);
  await undo(page);
  await expect(titles.nth(0)).toHaveText('College Algebra');
  await expect(await cellOf(page, 'College Algebra', 'Status')).toHaveText('Planned');
});
