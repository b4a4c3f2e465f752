import { readFile } from 'node:fs/promises';
import { readPdf, wholeText } from '../pdf.ts';
import { command, makePlan, tabTo } from './checks/by-keyboard.ts';
import { expectFocusSeen, focusOf } from './checks/focus.ts';
import { expect, test } from './fixtures.ts';

test('a plan is made, changed and handed over without a pointer', async ({ app, target }) => {
  test.skip(target === 'electron', 'the system asks for files there');
  // A PDF of thirty pages on a busy machine.
  test.setTimeout(120_000);
  const { page } = app;
  await makePlan(page, 'California');

  await command(page, 'administrator-in-training');
  await expect(page.getByRole('group', { name: 'Administrator-in-training (AIT)' })).toBeFocused();
  await page.keyboard.press('Escape');
  const bar = page.getByRole('row', { name: /^Administrator-in-training \(AIT\), / });
  await tabTo(page, bar);
  const before = (await bar.getAttribute('aria-label')) ?? '';
  await page.keyboard.down('Alt');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.up('Alt');
  await expect(bar).not.toHaveAttribute('aria-label', before);
  await expectFocusSeen(page, bar);
  const notices = page.getByLabel('Notices');
  await expect(notices).toContainText('Moved “Administrator-in-training (AIT)”.');

  // From the notice, which does not take the focus by itself, it can be taken back.
  await page.keyboard.press('F6');
  await expectFocusSeen(page, notices.getByRole('button', { name: 'Undo' }));
  await page.keyboard.press('Enter');
  await expect(bar).toHaveAttribute('aria-label', before);
  await expectFocusSeen(page, bar);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(bar).not.toHaveAttribute('aria-label', before);
  await expectFocusSeen(page, bar);
  const moved = (await bar.getAttribute('aria-label')) ?? '';

  await command(page, 'milestones');
  await expect(page.getByRole('heading', { level: 1, name: 'Milestones' })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: /^Mark done: / }).first());
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Mark done', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Done/ })).toBeVisible();
  await expect.poll(async () => (await focusOf(page))?.marked).toBe(true);

  await page.keyboard.press('ControlOrMeta+p');
  const printing = page.getByRole('dialog', { name: 'Save as PDF' });
  await tabTo(page, printing.getByRole('button', { name: 'Save as PDF' }));
  const saving = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  const file = await saving;
  expect(file.suggestedFilename()).toBe('Medical office manager, California.pdf');
  const bytes = await readFile(await file.path());
  expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
  const text = wholeText(await readPdf(new Uint8Array(bytes)));
  expect(text).toMatch(/Milestones done\s+1 of \d+/);
  await expect(printing).toBeHidden();
  await expect.poll(async () => (await focusOf(page))?.marked).toBe(true);

  // What is stored, and what is on paper, is what was heard.
  await app.restart(async () => {
    const [plan] = JSON.parse((await app.cli(['list', '--json'])).stdout) as [{ id: string }];
    const { stdout } = await app.cli(['export', plan.id, '--format', 'json', '-o', '-']);
    const { items } = JSON.parse(stdout) as {
      items: { title: string; notBefore: string; doneOn?: string | null }[];
    };
    const ait = items.find(({ title }) => title === 'Administrator-in-training (AIT)');
    const day = new Date(`${ait?.notBefore ?? ''}T00:00Z`);
    const said = day.toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
    expect(moved).toContain(`, ${said} to `);
    const short = day.toLocaleDateString('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' });
    expect(text).toContain(`Administrator-in-training (AIT) ${short} – `);
    expect(items.filter(({ doneOn }) => typeof doneOn === 'string')).toHaveLength(1);
  });
});

test('the history goes back to a step and forward again by the keyboard alone', async ({ app: { page } }) => {
  await makePlan(page);
  await command(page, 'duplicate');
  await expect(page.getByLabel('Notices')).toContainText('Made scenario');

  await page.keyboard.press('Alt+Shift+H');
  const panel = page.getByRole('complementary', { name: 'History' });
  const scenario = panel.getByRole('button', { name: /^Made scenario/ });
  await tabTo(page, scenario);
  await page.keyboard.press('ArrowDown');
  await expectFocusSeen(page, panel.getByRole('button', { name: 'Before all of these' }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Notices')).toContainText('Undid 1 change.');
  await expect.poll(async () => (await focusOf(page))?.marked).toBe(true);
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(page.getByLabel('Notices')).toContainText('Done again: make scenario');
});
