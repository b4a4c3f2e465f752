import type { Locator, Page } from '@playwright/test';
import {
  boxOf,
  fingersOn,
  keepsMenuAway,
  middleOf,
  open,
  shift,
  storedIn,
  type Point,
} from './checks/fingers.ts';
import { expect, test } from './fixtures.ts';

test.use({ hasTouch: true });

const WORKED_EXAMPLE = 'tests/fixtures/worked-example.throughline.json';
const AIT_DATES = /May 13, 2028 to November 3, 2028/;
const bar = (page: Page, name: RegExp): Locator => page.getByRole('row', { name });
const ghost = (page: Page): Locator => page.locator('.ghost');

test.describe('on the timeline', () => {
  let page: Page;

  test.beforeEach(async ({ app }) => {
    page = await open(app, ['import', WORKED_EXAMPLE]);
    await expect(bar(page, /^Administrator in training/)).toBeVisible();
  });

  test('one finger moves the view in both directions, over bars as well', async ({ app }) => {
    await page.setViewportSize({ width: 1100, height: 440 });
    const finger = await fingersOn(page);
    const ait = bar(page, /^Administrator in training/);
    const before = await boxOf(ait);
    const from = await middleOf(ait);
    await finger.down(from);
    await finger.move([from], [shift(from, -90, -40)]);
    await expect.poll(async () => (await boxOf(ait)).x - before.x).toBeCloseTo(-90, 0);
    expect((await boxOf(ait)).y - before.y).toBeCloseTo(-40, 0);
    await finger.up();
    await expect(ghost(page)).toHaveCount(0);
    await expect(ait).toHaveAttribute('aria-selected', 'false');
    expect((await storedIn(app)).commands).toEqual(['plan.import']);
  });

  test('two fingers zoom around their middle and move the view, and one of them goes on', async ({ app }) => {
    const finger = await fingersOn(page);
    const ait = bar(page, /^Administrator in training/);
    const before = await boxOf(ait);
    const left = { x: before.x, y: before.y + 10 };
    const [a, b] = [shift(left, -50, 0), shift(left, 50, 0)];
    await finger.down(a);
    await finger.down(a, b);
    await finger.move([a, b], [shift(a, -50, 0), shift(b, 50, 0)]);
    await expect.poll(async () => (await boxOf(ait)).width / before.width).toBeCloseTo(2, 1);
    expect(Math.abs((await boxOf(ait)).x - before.x)).toBeLessThan(4);

    const [wideA, wideB] = [shift(a, -50, 0), shift(b, 50, 0)];
    await finger.move([wideA, wideB], [shift(wideA, 60, 0), shift(wideB, 60, 0)]);
    await expect.poll(async () => (await boxOf(ait)).x - before.x).toBeCloseTo(60, -1);
    const zoomed = await boxOf(ait);
    // The protocol lifts all fingers or none.
    await page.getByRole('treegrid').evaluate((field) => {
      const pointerId = [1, 2, 3, 4, 5, 6].findLast((id) => field.hasPointerCapture(id)) ?? -1;
      field.dispatchEvent(new PointerEvent('pointerup', { pointerId, pointerType: 'touch' }));
    });
    const [restA, restB] = [shift(wideA, 60, 0), shift(wideB, 60, 0)];
    await finger.move([restA, restB], [shift(restA, -30, 0), restB]);
    await expect.poll(async () => (await boxOf(ait)).x - zoomed.x).toBeCloseTo(-30, 0);
    expect((await boxOf(ait)).width).toBeCloseTo(zoomed.width, 0);
    await finger.up();
    expect((await storedIn(app)).commands).toEqual(['plan.import']);
  });

  test('a tap selects, and one on nothing does not', async () => {
    const finger = await fingersOn(page);
    const [ait, exam] = [bar(page, /^Administrator in training/), bar(page, /^NAB exam/)];
    // Beside a bar counts as on it: no finger is as fine as a pointer.
    await finger.tap(shift(await middleOf(exam), 9, 0));
    await expect(exam).toHaveAttribute('aria-selected', 'true');
    await finger.tap(await middleOf(ait));
    await expect(ait).toHaveAttribute('aria-selected', 'true');
    await expect(exam).toHaveAttribute('aria-selected', 'false');
    const field = await boxOf(page.getByRole('treegrid'));
    await finger.tap({ x: field.x + 40, y: field.y + field.height - 30 });
    await expect(ait).toHaveAttribute('aria-selected', 'false');
  });

  test('a long press lifts a bar, which says what it does to the license and is moved', async ({ app }) => {
    const finger = await fingersOn(page);
    const ait = bar(page, /^Administrator in training/);
    const at = await middleOf(ait);
    const field = await boxOf(page.getByRole('treegrid'));
    await finger.press(at);
    await expect(ghost(page)).toBeVisible();
    await expect(page.getByText(/unchanged/).first()).toBeVisible();
    expect(await keepsMenuAway(ait)).toBe(true);
    await finger.move([at], [shift(at, 60, 0)]);
    await expect(page.getByText(/\+\d+ days/).first()).toBeVisible();
    // What it says is not below the hand.
    const said = await boxOf(page.locator('.tip'));
    expect(said.y + said.height).toBeLessThan(at.y - 10);
    expect(said.y).toBeGreaterThan(field.y);
    await finger.up();
    await expect(ait).not.toHaveAccessibleName(/May 13, 2028/);
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('');

    const { commands, starts } = await storedIn(app);
    expect(commands).toEqual(['plan.import', 'item.move']);
    expect(starts['ait']! > '2028-06-01').toBe(true);
  });

  test('a bar held by a finger at an edge makes the view follow', async () => {
    await page.getByRole('radio', { name: 'Weeks' }).click();
    const ait = bar(page, /^Administrator in training/);
    await ait.click();
    await page.keyboard.press('Escape');
    const finger = await fingersOn(page);
    const field = await boxOf(page.getByRole('treegrid'));
    const box = await boxOf(ait);
    const at = { x: Math.max(box.x, field.x) + 60, y: box.y + box.height / 2 };
    await finger.press(at);
    const before = (await boxOf(ait)).x;
    await finger.move([at], [{ x: field.x + field.width - 4, y: at.y }]);
    await expect.poll(async () => before - (await boxOf(ait)).x).toBeGreaterThan(300);
    await finger.cancel();
    await expect(ghost(page)).toHaveCount(0);
  });

  for (const [how, letGo] of [
    ['Escape', (at: Point) => [at]],
    ['a second finger', (at: Point) => [at, shift(at, 80, 40)]],
    ['the system', () => []],
    ['being let go where it was', (at: Point) => [at]],
  ] as const)
    test(`a held bar is left as it was by ${how}`, async ({ app }) => {
      const finger = await fingersOn(page);
      const ait = bar(page, /^Administrator in training/);
      const at = await middleOf(ait);
      await finger.press(at);
      await expect(ghost(page)).toBeVisible();
      const moved = shift(at, how === 'being let go where it was' ? 5 : 60, 0);
      await finger.move([at], [moved]);
      const points = letGo(moved);
      if (how === 'Escape') await page.keyboard.press('Escape');
      else if (points.length === 0) await finger.cancel();
      else if (points.length === 2) await finger.down(...points);
      if (how !== 'being let go where it was') await expect(ghost(page)).toHaveCount(0);
      if (points.length > 0) await finger.up();
      await expect(ghost(page)).toHaveCount(0);
      await expect(ait).toHaveAccessibleName(AIT_DATES);
      expect((await storedIn(app)).commands).toEqual(['plan.import']);
    });

  test('a pen takes a bar at once, as the mouse does', async ({ app }) => {
    const client = await page.context().newCDPSession(page);
    const ait = bar(page, /^Administrator in training/);
    const at = await middleOf(ait);
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', by: number) =>
      client.send('Input.dispatchMouseEvent', {
        ...{ type, ...shift(at, by, 0), button: 'left', clickCount: 1, pointerType: 'pen' },
        buttons: type === 'mouseReleased' ? 0 : 1,
      });
    await pen('mousePressed', 0);
    for (const by of [3, 20, 40, 60]) await pen('mouseMoved', by);
    await expect(page.getByText(/\+\d+ days/).first()).toBeVisible();
    await pen('mouseReleased', 60);
    await expect(ait).not.toHaveAccessibleName(/May 13, 2028/);
    expect((await storedIn(app)).commands).toEqual(['plan.import', 'item.move']);
  });

  test('the knob of a selected bar changes its length', async ({ app }) => {
    await page.getByRole('radio', { name: 'Months' }).click();
    const finger = await fingersOn(page);
    const ait = bar(page, /^Administrator in training/);
    await ait.click();
    const knob = page.locator('[data-knob]');
    await expect(knob).toHaveCount(0);
    await finger.tap(await middleOf(ait));
    await expect(knob).toBeVisible();
    const size = await boxOf(knob);
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(24);
    const at = await middleOf(knob);
    await finger.down(at);
    await finger.move([at], [shift(at, 60, 0)]);
    await expect(page.getByText(/until .*\+\d+ days/).first()).toBeVisible();
    await finger.up();
    await expect(ait).toHaveAccessibleName(/May 13, 2028 to (?!November 3)/);
    expect((await storedIn(app)).commands).toEqual(['plan.import', 'item.resize']);
  });

  test('the frame of the mini-map follows a finger', async () => {
    await page.getByRole('radio', { name: 'Months' }).click();
    const frame = page.getByRole('slider', { name: 'Part of the plan in view' });
    await expect(frame).toBeVisible();
    const strip = await boxOf(page.locator('canvas'));
    const finger = await fingersOn(page);
    await finger.tap({ x: strip.x + strip.width / 3, y: strip.y + strip.height / 2 });
    const before = await boxOf(frame);
    const at = await middleOf(frame);
    await finger.swipe(at, shift(at, 70, 0));
    await expect.poll(async () => (await boxOf(frame)).x - before.x).toBeCloseTo(70, -1);

    const moved = await boxOf(frame);
    expect(await keepsMenuAway(frame)).toBe(true);

    const edge = { x: moved.x + moved.width + 6, y: moved.y + moved.height / 2 };
    await finger.swipe(edge, shift(edge, 40, 0));
    await expect.poll(async () => (await boxOf(frame)).width - moved.width).toBeCloseTo(40, -1);
  });
});
