import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './fixtures.ts';

const WORKED_EXAMPLE = 'tests/fixtures/worked-example.throughline.json';

test.beforeEach(async ({ app }) => {
  await app.restart(async () => {
    const { code, stderr } = await app.cli(['import', WORKED_EXAMPLE]);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });
});

const bar = (page: Page, name: RegExp): Locator => page.getByRole('row', { name });

/** The box of a bar on screen. */
async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('the bar is not on screen');
  return box;
}

/** Takes a bar at its middle and moves it sideways by so many pixels, without letting go. */
async function take(page: Page, locator: Locator, by: number) {
  const box = await boxOf(locator);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by / 2, y);
  await page.mouse.move(x + by, y);
}

async function commandsOf(app: App): Promise<string[]> {
  let names: string[] = [];
  await app.restart(async () => {
    const { stdout } = await app.cli(['history', '--json']);
    names = (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
  });
  return names;
}

test('dragging the AIT says what it does to the license, and is one command and one undo', async ({
  app,
}) => {
  const { page } = app;
  const ait = bar(page, /^Administrator in training/);
  await expect(ait).toHaveAccessibleName(/May 13, 2028 to November 3, 2028, planned/);

  await take(page, ait, 60);
  await expect(page.getByText(/\+\d+ days/).first()).toBeVisible();
  await page.mouse.up();
  await expect(ait).not.toHaveAccessibleName(/May 13, 2028/);
  await page.getByRole('button', { name: /^Undo/ }).first().click();
  await expect(ait).toHaveAccessibleName(/May 13, 2028 to November 3, 2028/);

  expect(await commandsOf(app)).toEqual(['plan.import', 'item.move']);
});

test('a bar held at an edge makes the view follow, and stays under the pointer', async ({ app }) => {
  const { page } = app;
  await page.getByRole('radio', { name: 'Weeks' }).click();
  const ait = bar(page, /^Administrator in training/);
  await ait.click();
  await page.keyboard.press('Escape');
  const field = await boxOf(page.getByRole('treegrid'));
  const box = await boxOf(ait);
  const grip = { x: Math.max(box.x, field.x) + 40, y: box.y + box.height / 2 };
  const ghost = page.locator('.ghost');
  const offset = grip.x - box.x;

  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 20, grip.y);
  const before = (await boxOf(ait)).x;
  const edge = field.x + field.width - 4;
  await page.mouse.move(edge, grip.y);
  await expect.poll(async () => before - (await boxOf(ait)).x).toBeGreaterThan(300);
  // Under the pointer, to the nearest day.
  expect(Math.abs((await boxOf(ghost)).x + offset - edge)).toBeLessThan(8);

  // Away from the edge nothing moves; at the other one the view goes back, as far as the plan and today.
  const place = async () => [(await boxOf(ait)).x, (await boxOf(ghost)).x];
  await page.mouse.move(field.x + field.width / 2, grip.y);
  const [resting = 0] = await place();
  expect((await place())[0]).toBe(resting);
  await page.mouse.move(field.x + 2, grip.y);
  await expect.poll(async () => (await boxOf(ait)).x - resting).toBeGreaterThan(300);
  let last = '';
  await expect
    .poll(
      async () => {
        const now = String(await place());
        const isStill = now === last;
        last = now;
        return isStill;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await commandsOf(app)).toEqual(['plan.import']);
});

test('a bar held at the lower edge scrolls to the lanes below', async ({ app }) => {
  const { page } = app;
  await page.setViewportSize({ width: 1100, height: 440 });
  const field = await boxOf(page.getByRole('treegrid'));
  const program = bar(page, /^Spring 2028/);
  const top = (await boxOf(program)).y;
  await take(page, program, 30);
  const { x } = await boxOf(program);
  await page.mouse.move(x + 40, field.y + field.height - 2);
  await expect.poll(async () => top - (await boxOf(program)).y).toBeGreaterThan(60);
  const low = bar(page, /^Nursing home administrator license/);
  await expect.poll(async () => (await boxOf(low)).y).toBeLessThan(field.y + field.height - 20);
  await page.keyboard.press('Escape');
  await page.mouse.up();
});

test('Escape lets go of a dragged bar', async ({ app }) => {
  const { page } = app;
  const ait = bar(page, /^Administrator in training/);
  await take(page, ait, 80);
  await expect(page.getByText(/\+\d+ days/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/\+\d+ days/)).toHaveCount(0);
  await page.mouse.up();
  await expect(ait).toHaveAccessibleName(/May 13, 2028 to November 3, 2028/);
  expect(await commandsOf(app)).toEqual(['plan.import']);
});

test('the right edge of the AIT changes its pace, and with it the license', async ({ app }) => {
  const { page } = app;
  const ait = bar(page, /^Administrator in training/);
  await page.getByRole('radio', { name: 'Months' }).click();
  await ait.click();
  const box = await boxOf(ait);
  const [right, y] = [box.x + box.width - 3, box.y + box.height / 2];
  await page.mouse.move(right, y);
  await page.mouse.down();
  await page.mouse.move(right + 30, y);
  await page.mouse.move(right + 60, y);
  await expect(page.getByText(/until .*\+\d+ days/).first()).toBeVisible();
  await page.mouse.up();
  await expect(ait).toHaveAccessibleName(/May 13, 2028 to (?!November 3)/);
});

test('the keyboard walks, opens and moves', async ({ app }) => {
  const { page } = app;
  const ait = bar(page, /^Administrator in training/);
  await ait.click();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[role=row]:focus')).not.toHaveAccessibleName(/^Administrator in training/);
  await page.keyboard.press('ArrowUp');
  await expect(ait).toBeFocused();

  await page.keyboard.down('Alt');
  for (let day = 0; day < 3; day += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.up('Alt');
  await expect(ait).toHaveAccessibleName(/May 16, 2028 to November 6, 2028/);
  await expect(page.getByRole('region', { name: 'Goal' })).toContainText('Apr 7, 2029');
  await expect(ait).toBeFocused();
  expect(await commandsOf(app)).toEqual(['plan.import', 'item.move']);
});

test('zooms from decades to days and back, around the pointer', async ({ app }) => {
  const { page } = app;
  const ait = bar(page, /^Administrator in training/);
  for (const zoom of ['Decades', 'Years', 'Months', 'Weeks', 'Days']) {
    await page.getByRole('radio', { name: zoom }).click();
    await expect(page.getByRole('radio', { name: zoom })).toBeChecked();
  }
  await page.getByRole('button', { name: 'Fit plan' }).click();
  const before = await boxOf(ait);
  await page.mouse.move(before.x, before.y + 5);
  await page.keyboard.down('Control');
  for (let notch = 0; notch < 4; notch += 1) await page.mouse.wheel(0, -100);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await boxOf(ait)).width).toBeGreaterThan(before.width * 2);
  expect(Math.abs((await boxOf(ait)).x - before.x)).toBeLessThan(3);
});
