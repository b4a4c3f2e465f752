import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';

const CURRICULA = join(import.meta.dirname, '../fixtures/curricula');

/** What reads files through the page's own file field and downloads; a desktop window has the system's dialogs. */
test.beforeEach(({ target }) => test.skip(target === 'electron', 'the system asks for files there'));

test('a curriculum is looked at, imported, and leaves again as a file', async ({ app: { page } }) => {
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import …' }).click();
  await (await choosing).setFiles(join(CURRICULA, 'dirty.csv'));

  const preview = page.getByRole('dialog', { name: 'Import a plan' });
  await expect(preview).toContainText('dirty.csv');
  await expect(preview).toContainText('Curricular Analytics CSV');
  const lines = preview.getByRole('list', { name: '23 lines are not used as they stand' });
  await expect(lines.getByRole('listitem')).toHaveCount(23);
  await expect(lines).toContainText('Line 3“semster” is neither semester nor quarter');
  const keeping = page.waitForEvent('download');
  await preview.getByRole('button', { name: 'Save as text' }).click();
  const kept = await keeping;
  expect(kept.suggestedFilename()).toBe('dirty.csv, lines not used.txt');
  expect((await readFile(await kept.path(), 'utf8')).split('\n')).toHaveLength(26);

  // Nothing is stored yet, and the opener has the focus again.
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('main').getByRole('button', { name: 'Import …' })).toBeFocused();
  await expect(page.getByText('No plans yet.')).toBeVisible();

  const again = page.waitForEvent('filechooser');
  await page.getByRole('main').getByRole('button', { name: 'Import …' }).click();
  await (await again).setFiles(join(CURRICULA, 'degree-plan.csv'));
  await expect(preview).toContainText('1 program, 4 terms, and 7 courses');
  await expect(preview).toContainText('Every line is used.');
  await preview.getByRole('button', { name: 'Import plan' }).click();
  await expect(page).toHaveTitle('Two years part time · Throughline');
  await expect(page.locator('#main')).toBeFocused();
  await expect(page.getByLabel('Notices')).toContainText('Imported plan “Two years part time”.');

  const exported = async (format: string, more?: () => Promise<void>) => {
    await page.getByRole('button', { name: 'More for Two years part time' }).click();
    await page.getByRole('menuitem', { name: 'Export …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('radio', { name: format }).click();
    await more?.();
    const saving = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save' }).click();
    const file = await saving;
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('button', { name: 'More for Two years part time' })).toBeFocused();
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const plan = await exported('Plan file');
  expect(plan.name).toBe('Two years part time.throughline.json');
  expect(JSON.parse(plan.bytes.toString())).toMatchObject({ format: 'throughline-plan', version: 1 });
  const csv = await exported('Curriculum (CSV)', async () => {
    await expect(page.getByRole('dialog')).toContainText('only their order is kept.');
  });
  expect(csv.bytes.toString()).toContain('Degree Plan,Two years part time,');
  const svg = await exported('Picture (SVG)');
  expect(svg.bytes.toString()).toContain('<title id="timeline-title">Two years part time</title>');
  const png = await exported('Picture (PNG)');
  expect([png.name, png.bytes.toString('latin1', 1, 4)]).toEqual(['Two years part time.png', 'PNG']);

  // One step: undo takes the plan away again.
  await page.getByRole('button', { name: 'Undo: import plan “Two years part time”' }).click();
  await expect(page.getByText('No plans yet.')).toBeVisible();
});

test('a file that is dropped and cannot be used says why', async ({ app: { page } }) => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(
      new File(['{\n  "format": "throughline-plan",\n  oops\n}'], 'broken.throughline.json'),
    );
    for (const type of ['dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  });
  const dialog = page.getByRole('dialog', { name: 'Import a plan' });
  await expect(dialog.getByRole('alert')).toHaveText(
    'The plan file cannot be used: it is not valid JSON (line 3); correct that and import it again.',
  );
  await expect(dialog.getByRole('button', { name: 'Import plan' })).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.locator('#main')).toBeFocused();
});
