import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

test.beforeEach(async ({ app }) => {
  await app.restart(async () => {
    const { code } = await app.cli(['new', '--template', 'medical-office-manager', '--start', '2026-08-24']);
    expect(code).toBe(0);
  });
});

const frameIn = (page: Page): Locator => page.getByRole('slider', { name: 'Part of the plan in view' });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on screen');
  return box;
}

/** Presses at a point and moves by so many pixels in two steps. */
async function drag(page: Page, x: number, y: number, by: { x: number; y: number }) {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + by.x / 2, y + by.y / 2);
  await page.mouse.move(x + by.x, y + by.y);
  await page.mouse.up();
}

test('the frame of the mini-map is dragged, taken to where one presses, and resized', async ({ app }) => {
  const { page } = app;
  const frame = frameIn(page);
  await expect(frame).toBeVisible();
  await page.getByRole('radio', { name: 'Months' }).click();
  await expect.poll(async () => (await boxOf(frame)).width).toBeLessThan(400);
  const strip = await boxOf(page.locator('canvas'));

  await page.mouse.click(strip.x + strip.width / 2, strip.y + strip.height / 2);
  const middle = await boxOf(frame);
  expect(middle.x + middle.width / 2).toBeCloseTo(strip.x + strip.width / 2, -1);
  await expect(frame).toBeFocused();

  await drag(page, middle.x + middle.width / 2, middle.y + middle.height / 2, { x: 90, y: 0 });
  const dragged = await boxOf(frame);
  expect(dragged.x - middle.x).toBeCloseTo(90, -1);
  expect(dragged.width).toBeCloseTo(middle.width, 0);
  expect(dragged.y).toBeCloseTo(middle.y, 0);

  await drag(page, dragged.x + dragged.width - 4, dragged.y + 8, { x: 60, y: 0 });
  const wider = await boxOf(frame);
  expect(wider.width - dragged.width).toBeCloseTo(60, -1);
  expect(Math.abs(wider.x - dragged.x)).toBeLessThan(2);

  await drag(page, wider.x + 4, wider.y + 8, { x: 40, y: 0 });
  const narrower = await boxOf(frame);
  expect(wider.width - narrower.width).toBeCloseTo(40, -1);
  expect(Math.abs(narrower.x + narrower.width - wider.x - wider.width)).toBeLessThan(2);
});

test('the mini-map leads to what is far away, by its own keys too', async ({ app }) => {
  const { page } = app;
  const frame = frameIn(page);
  await expect(frame).toBeVisible();
  const license = page.getByRole('row', { name: /^Nursing home administrator license/ });
  await page.getByRole('radio', { name: 'Months' }).click();
  await expect(license).toHaveCount(0);
  const strip = await boxOf(page.locator('canvas'));
  await page.mouse.click(strip.x + strip.width - 30, strip.y + strip.height - 4);
  await expect(license).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(license).not.toBeInViewport();
  await expect
    .poll(() => frame.getAttribute('aria-valuetext'))
    .toMatch(/2026 to .*, rows \d+ to \d+ of \d+$/);
});
