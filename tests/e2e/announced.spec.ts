import type { Page } from '@playwright/test';
import { makePlans, command } from './checks/states.ts';
import { expect, test } from './fixtures.ts';

/** Notes every line that comes into the log that screen readers read. */
async function listen(page: Page): Promise<void> {
  await page.getByRole('log', { name: 'What happened' }).evaluate((log) => {
    const lines: string[] = [];
    (window as { heard?: string[] }).heard = lines;
    new MutationObserver((changes) => {
      for (const { addedNodes, target } of changes) {
        if (target.nodeType === Node.TEXT_NODE) lines.push(target.nodeValue ?? '');
        for (const node of addedNodes) if (node.textContent?.trim()) lines.push(node.textContent.trim());
      }
    }).observe(log, { childList: true, characterData: true, subtree: true });
  });
}

/** Does something, and holds when exactly one line was said of it. */
async function expectOneLine(page: Page, line: RegExp, act: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => ((window as { heard?: string[] }).heard!.length = 0));
  await act();
  const heard = () => page.evaluate(() => [...(window as { heard?: string[] }).heard!]);
  await expect.poll(heard).not.toEqual([]);
  // What else would be said of it comes with what the reply brings: the plan that is read again, and is drawn.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  expect.soft(await heard()).toEqual([expect.stringMatching(line)]);
}

test('each action is said once in the log of what happened', async ({ app }) => {
  await makePlans(app);
  const { page } = app;
  await listen(page);
  const key = (keys: string) => page.keyboard.press(keys);
  const undo = (what: RegExp) =>
    expectOneLine(page, what, () => page.getByRole('button', { name: /^Undo: / }).click());

  await test.step('add, undo, redo, delete', async () => {
    await command(page, 'Add a milestone');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Visit the campus');
    await expectOneLine(page, /^Added milestone “Visit the campus”/, () => key('Enter'));
    await undo(/^Undone: add milestone “Visit the campus”/);
    await expectOneLine(page, /^Done again: add milestone/, () => key('ControlOrMeta+Shift+z'));
    await command(page, 'Visit the campus');
    await command(page, 'Delete “Visit the campus”');
    await expectOneLine(page, /^Deleted “Visit the campus”/, () =>
      page
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Delete/ })
        .click(),
    );
  });

  await test.step('change in the details', async () => {
    await command(page, 'English Composition I');
    const title = page.getByRole('complementary').getByRole('textbox', { name: 'Title' });
    await title.fill('English Composition One');
    await expectOneLine(page, /^Changed course/, () => key('Tab'));
    await undo(/^Undone: change course/);
  });

  await test.step('move in the terms, lock', async () => {
    await command(page, 'Terms');
    const card = page.getByRole('gridcell', { name: /^ENG 101/ });
    await card.focus();
    await expectOneLine(page, /^Moved/, () => key('Alt+ArrowRight'));
    await undo(/^Undone: move/);
    await card.focus();
    await expectOneLine(page, /^Changed course/, () => key('l'));
    await undo(/^Undone/);
    await card.focus();
    await expectOneLine(page, /^Moved/, async () => {
      await key('m');
      await page.getByRole('combobox', { name: 'To term' }).fill('Year 4 Spring');
      await key('ArrowDown');
      await key('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Move', exact: true }).click();
    });
    await undo(/^Undone: move/);
  });

  await test.step('fill the terms', async () => {
    const card = page.getByRole('gridcell', { name: /^HSA 498/ });
    await card.click({ button: 'right' });
    await expectOneLine(page, /^Moved/, () => page.getByRole('menuitem', { name: /backlog/ }).click());
    await page.getByRole('button', { name: 'Fill the terms', exact: true }).click();
    await expectOneLine(page, /^Filled the terms/, () =>
      page.getByRole('button', { name: 'Accept' }).click(),
    );
    // The view has a live line of its own, for what no notice says.
    await expect(page.getByRole('region', { name: 'Terms' }).locator('p[aria-live]')).toHaveText('');
    await undo(/^Undone: fill the terms/);
  });

  await test.step('change a cell, paste, reorder', async () => {
    await command(page, 'Table');
    const cell = page.getByRole('rowheader').filter({ hasText: 'College Algebra' });
    await cell.click();
    await key('F2');
    await page.keyboard.type('1');
    await expectOneLine(page, /^Changed course/, () => key('Enter'));
    await undo(/^Undone/);
    await page.getByRole('button', { name: 'Paste', exact: true }).click();
    await page.getByRole('textbox', { name: 'Cells' }).fill('Title\tStatus\nCollege Algebra\tEnrolled\n');
    await expectOneLine(page, /^Changed/, () =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: /^Change 1/ })
        .click(),
    );
    await undo(/^Undone/);
    await cell.click();
    await expectOneLine(page, /^Reordered/, () => key('Alt+ArrowDown'));
    await undo(/^Undone/);
  });

  await test.step('a milestone done', async () => {
    await command(page, 'Milestones');
    await page.getByRole('button', { name: /done/i }).first().click();
    await expectOneLine(page, /^Marked|^Changed|done/i, () =>
      page.getByRole('button', { name: 'Mark done', exact: true }).click(),
    );
    await undo(/^Undone/);
  });
});
