import { readFile } from 'node:fs/promises';
import { readPdf, wholeText } from '../pdf.ts';
import { expect, test } from './fixtures.ts';

/** A desktop window asks the system where to save, and its pages make no requests to be seen here. */
test.beforeEach(({ target }) => test.skip(target === 'electron', 'the system asks for files there'));

test('a PDF is looked at, changed and saved, and is the file that was shown', async ({ app }) => {
  await app.restart(() =>
    app.cli(['new', '--template', 'medical-office-manager', '--start', '2027-08-01', '--jurisdiction', 'CA']),
  );
  const { page } = app;
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as PDF' });
  await expect(dialog.getByRole('img', { name: /^Page 1 of \d+$/ })).toBeVisible({ timeout: 20_000 });
  await dialog.getByRole('radio', { name: 'A4' }).click();
  await dialog.getByRole('radio', { name: 'Fit to' }).click();
  for (const name of ['Timeline', 'Terms and courses', 'Costs', 'Findings', 'Facts and sources'])
    await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog.getByRole('img', { name: /^Page 1 of [1-4]$/ })).toBeVisible({ timeout: 20_000 });
  await page.keyboard.press('PageDown');
  const shown = await dialog.getByRole('img', { name: /^Page 2 of/ }).getAttribute('aria-label');
  // Something was drawn on the page.
  const inked = await dialog.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return data.some((value, place) => place % 4 === 0 && value < 100);
  });
  expect(inked).toBe(true);

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('Medical office manager, California.pdf');
  const pdf = await readPdf(new Uint8Array(await readFile(await file.path())));
  expect(shown).toBe(`Page 2 of ${pdf.pages.length}`);
  expect(Math.round(pdf.pages[0]?.height ?? 0)).toBe(842);
  expect(wholeText(pdf)).not.toContain('Academic year');
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Notices').getByText(/^Saved/)).toBeVisible();
});

test('closing the dialog calls the export off', async ({ app }) => {
  await app.restart(() => app.cli(['new', '--template', 'medical-office-manager', '--start', '2027-08-01']));
  const { page } = app;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(/"name":"([^"]+)"/.exec(request.postData() ?? '')?.[1] ?? ''));
  page.on('download', () => asked.push('download'));
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as PDF' });
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect.poll(() => asked).toContain('print.stop');
  await expect(page.getByRole('button', { name: 'Save as PDF' })).toBeFocused();
  expect(asked).not.toContain('download');
});

test('what changed since a baseline is among the sections, told from the one that is chosen', async ({
  app,
}) => {
  await app.restart(async () => {
    await app.cli(['import', 'tests/fixtures/worked-example.throughline.json']);
    const { stdout } = await app.cli(['list', '--json']);
    const [plan] = JSON.parse(stdout) as { id: string }[];
    await app.cli(['baseline', plan?.id ?? '', '--take', 'Sent to the board']);
    await app.cli(['do', 'experience.update', '{"id":"ait","changes":{"hoursPerWeek":20}}']);
    await app.cli(['baseline', plan?.id ?? '', '--take', 'Sent again']);
  });
  const { page } = app;
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as PDF' });
  await dialog.getByRole('button', { name: 'Changes since', exact: true }).click();
  await dialog.getByRole('combobox', { name: 'Changes since the baseline' }).click();
  await page.getByRole('option', { name: /^Sent to the board/ }).click();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save as PDF' }).click();
  const pdf = await readPdf(new Uint8Array(await readFile(await (await download).path())));
  expect(wholeText(pdf)).toContain('What changed since “Sent to the board”');
  expect(wholeText(pdf)).toContain('175 days later');
});
