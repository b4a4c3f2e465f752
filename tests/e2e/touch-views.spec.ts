import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { boxOf, fingersOn, keepsMenuAway, middleOf, open, shift, storedIn } from './checks/fingers.ts';
import { leave, makePlans, STATES } from './checks/states.ts';
import { expect, test } from './fixtures.ts';

test.use({ hasTouch: true });

test.describe('on the board of the terms', () => {
  let page: Page;
  const cards = (term: number) => page.getByRole('grid', { name: 'Terms' }).getByRole('row').nth(term);

  test.beforeEach(async ({ app }) => {
    page = await open(app, ['new', '--template', 'medical-office-manager', '--start', '2026-08-24']);
    const views = page.getByRole('navigation', { name: 'Plans and views' });
    await views.getByRole('button', { name: 'Terms', exact: true }).click();
    await expect(cards(1).getByRole('gridcell').first()).toBeVisible();
  });

  const isScrolled = () => page.locator('.scroller').evaluate((area) => [area.scrollLeft, area.scrollTop]);

  test('a finger scrolls, also over cards', async () => {
    const finger = await fingersOn(page);
    const card = cards(2).getByRole('gridcell').first();
    const at = await middleOf(card);
    await finger.swipe(at, shift(at, -120, -60));
    await expect.poll(async () => (await isScrolled())[0]).toBeGreaterThan(60);
    await expect(page.locator('.held')).toHaveCount(0);
    await expect(card).toHaveAttribute('aria-selected', 'false');
  });

  test('a tap selects a course, and a long press without moving opens its menu', async ({ app }) => {
    const finger = await fingersOn(page);
    const card = cards(1).getByRole('gridcell').nth(1);
    const at = await middleOf(card);
    await finger.press(at);
    await expect(page.locator('.held')).toBeVisible();
    expect(await keepsMenuAway(card)).toBe(true);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await finger.up();
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await finger.tap(at);
    await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    expect((await storedIn(app)).commands).toEqual(['plan.create']);
  });

  test('a long press lifts a card, which is moved to another term', async ({ app }) => {
    const finger = await fingersOn(page);
    const card = cards(1).getByRole('gridcell').first();
    const name = (await card.getAttribute('aria-label')) ?? '';
    const at = await middleOf(card);
    const to = await middleOf(cards(2).getByRole('gridcell').first());
    await finger.press(at);
    await finger.move([at], [to]);
    await expect(page.locator('.held')).toContainText('credits');
    const said = await boxOf(page.locator('.held'));
    expect(said.y + said.height < to.y || said.y > to.y).toBe(true);
    expect(await isScrolled()).toEqual([0, 0]);
    await finger.up();
    await expect(cards(2).getByRole('gridcell', { name, exact: true })).toBeVisible();
    expect((await storedIn(app)).commands).toEqual(['plan.create', 'course.move']);
  });

  test('a card held by a finger at an edge scrolls the terms, and is left as it was', async ({ app }) => {
    const finger = await fingersOn(page);
    const at = await middleOf(cards(1).getByRole('gridcell').first());
    const area = await boxOf(page.locator('.scroller'));
    await finger.press(at);
    await finger.move([at], [{ x: area.x + area.width - 6, y: at.y }]);
    await expect.poll(async () => (await isScrolled())[0]).toBeGreaterThan(300);
    await finger.cancel();
    await expect(page.locator('.held')).toHaveCount(0);
    expect((await storedIn(app)).commands).toEqual(['plan.create']);
  });

  test('in a narrow window the board itself scrolls at its edge', async () => {
    await page.setViewportSize({ width: 560, height: 700 });
    const board = page.getByRole('grid', { name: 'Terms' });
    const finger = await fingersOn(page);
    await board.evaluate((element) => element.scrollTo({ left: 200, behavior: 'instant' }));
    const before = await board.evaluate((element) => element.scrollLeft);
    const at = await middleOf(cards(1).getByRole('gridcell').first());
    const area = await boxOf(board);
    await finger.press(at);
    await expect(page.locator('.held')).toBeVisible();
    await finger.move([at], [{ x: area.x + area.width - 6, y: at.y }]);
    await expect.poll(() => board.evaluate((element) => element.scrollLeft)).toBeGreaterThan(before + 300);
    await page.keyboard.press('Escape');
    await expect(page.locator('.held')).toHaveCount(0);
    await finger.up();
  });
});

test.describe('elsewhere', () => {
  const show = async (page: Page, view: string) => {
    const views = page.getByRole('navigation', { name: 'Plans and views' });
    await views.getByRole('button', { name: view, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: view })).toBeVisible();
  };

  test('the table scrolls, sorts, chooses and is edited by a finger', async ({ app }) => {
    const page = await open(app, ['new', '--template', 'medical-office-manager', '--start', '2026-08-24']);
    await show(page, 'Table');
    const finger = await fingersOn(page);
    const grid = page.getByRole('grid', { name: 'Items of the plan' });
    const first = grid.getByRole('rowheader').first();
    await expect(first.locator('[data-tick]')).toHaveCSS('opacity', '1');
    const tick = await middleOf(first.locator('[data-tick]'));
    await finger.tap(shift(tick, 10, 10));
    const chosen = grid.getByRole('row', { selected: true });
    await expect(chosen).toHaveCount(1);

    // Whoever scrolls means no cell.
    const area = await boxOf(grid);
    const at = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
    await finger.swipe(at, shift(at, -150, -150));
    await expect
      .poll(() => grid.evaluate((each) => [each.scrollLeft > 60, each.scrollTop > 60]))
      .toEqual([true, true]);
    // It goes on by itself for a while, and a tap would only stop it.
    const goBack = () =>
      grid.evaluate((each) => {
        const place = [each.scrollLeft, each.scrollTop];
        each.scrollTo({ left: 0, top: 0, behavior: 'instant' });
        return place;
      });
    await expect.poll(goBack).toEqual([0, 0]);
    await expect(chosen).toHaveCount(1);

    const head = grid.getByRole('columnheader').first();
    const sorted = await head.getAttribute('aria-sort');
    await finger.tap(await middleOf(head));
    await expect(head).not.toHaveAttribute('aria-sort', sorted ?? '');

    const cell = await middleOf(grid.getByRole('rowheader').first().locator('.text'));
    await finger.tap(cell);
    await finger.tap(cell);
    await expect(page.locator('[data-editor]')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  test('the overview scrolls under a finger', async ({ app }) => {
    const page = await open(app, ['new', '--template', 'medical-office-manager', '--start', '2026-08-24']);
    await show(page, 'Overview');
    const finger = await fingersOn(page);
    const heading = page.getByRole('heading', { level: 1, name: 'Overview' });
    const { y } = await boxOf(heading);
    const at = { x: 800, y: 600 };
    await finger.swipe(at, shift(at, 0, -250));
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -Infinity).toBeLessThan(y - 100);
  });

  test('all that is pressed has 24 pixels, or as many around it', async ({ app }) => {
    test.setTimeout(120_000);
    await makePlans(app);
    const { page } = app;
    for (const state of STATES.filter(({ name }) => /^(view|details)/.test(name))) {
      await state.show(page);
      const axe = new AxeBuilder({ page }).withRules(['target-size']);
      const { violations } = await axe.analyze();
      const small = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
      expect.soft(small, state.name).toEqual([]);
      await leave(page);
    }
  });
});
