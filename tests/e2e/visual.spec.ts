import type { Page } from '@playwright/test';
import { PRINT_SECTIONS } from '#shared/contract/print-options.ts';
import { faultsOf, resizing, SIZES } from './checks/look.ts';
import { FIELDS } from './checks/fields.ts';
import { makeLongNames } from './checks/long-names.ts';
import { PANELS, readyForPanels } from './checks/panels.ts';
import { POP_UPS, type PopUp } from './checks/pop-ups.ts';
import { PREVIEWS } from './checks/previews.ts';
import { command, leave, makePlans, PLAN, STATES } from './checks/states.ts';
import { expect, test } from './fixtures.ts';

const USUAL = { width: 1280, height: 800, scale: 1 } as const;

/** Shows each state and has a look at it in every window, all in one run of the application. */
async function lookAt(page: Page, states: readonly PopUp[]): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const resize = await resizing(page);
  for (const state of states) {
    await test.step(state.name, async () => {
      await state.show(page);
      for (const size of SIZES) {
        await resize(size);
        await keepOpenerInSight(page);
        expect.soft(await faultsOf(page), `${state.name}, ${size.width} × ${size.height}`).toEqual([]);
      }
      await resize(USUAL);
      await state.hide(page);
    });
  }
}

/** What is open was opened by something in sight, which a smaller window may have left elsewhere. */
const keepOpenerInSight = (page: Page) =>
  page.evaluate(async () => {
    const opener = document.querySelector('[aria-haspopup][aria-expanded="true"]');
    if (opener?.getAttribute('aria-haspopup') !== 'menu') return;
    opener.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    await new Promise(requestAnimationFrame);
  });

test('texts neither overlap nor are cut off in any view, dialog or details, at any size', async ({ app }) => {
  test.setTimeout(240_000);
  await makePlans(app);
  await lookAt(
    app.page,
    STATES.map((state) => ({ ...state, hide: leave })),
  );
});

test('nor with names that are far too long, and findings of every weight', async ({ app }) => {
  test.setTimeout(180_000);
  await makeLongNames(app);
  const views = STATES.filter(({ name }) => /^(view|details)/.test(name)).map((state) => ({
    ...state,
    hide: leave,
  }));
  await lookAt(app.page, [...views, ...POP_UPS.filter(({ name }) => !/AIT|done/.test(name))]);
});

test('nor in what opens over a view or beside it', async ({ app }) => {
  test.setTimeout(120_000);
  await makePlans(app);
  await lookAt(app.page, POP_UPS);
});

test('nor in fields that are used, in previews, and in what is unfolded or empty', async ({
  app,
  target,
}) => {
  test.skip(target === 'electron', 'the system asks for files there');
  test.setTimeout(240_000);
  await makePlans(app);
  await readyForPanels(app);
  await lookAt(app.page, [...FIELDS, ...PREVIEWS, ...PANELS]);
});

test('nor on the pages that are printed', async ({ app, target }) => {
  test.skip(target === 'electron', 'its pages have no address to go to');
  await makePlans(app);
  let planId = '';
  await app.restart(async () => {
    const { stdout } = await app.cli(['list', '--json']);
    const plans = JSON.parse(stdout) as { id: string; name: string }[];
    planId = plans.find(({ name }) => name === PLAN)?.id ?? '';
  });
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const paper of ['letter', 'a4'] as const) {
    await (
      await resizing(page)
    )({ width: paper === 'a4' ? 794 : 816, height: 1056, scale: 1 });
    const sections = PRINT_SECTIONS.filter((section) => section !== 'changes');
    const asked = { planId, options: { paper, sections } };
    await page.goto(new URL('/print.html', app.url).href);
    await page.evaluate((fragment) => (location.hash = fragment), encodeURIComponent(JSON.stringify(asked)));
    await expect(page.locator('html')).toHaveAttribute('data-ready', 'true');
    await page.emulateMedia({ media: 'print' });
    // What the edge of a page cuts is looked for in the PDFs: here is no edge.
    const faults = (await faultsOf(page)).filter((fault) => fault.startsWith('overlap'));
    expect.soft(faults, paper).toEqual([]);
  }
});

test('nor where there is no plan yet', async ({ app: { page } }) => {
  const show = () => expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await lookAt(page, [{ name: 'welcome', show, hide: async () => {} }]);
});

test('below 640 pixels the details are a sheet, and the tools of the timeline one row', async ({ app }) => {
  await makePlans(app);
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const resize = await resizing(page);
  const details = page.getByRole('dialog', { name: 'Details' });
  const expectNoFault = async (where: string) => expect.soft(await faultsOf(page), where).toEqual([]);
  await command(page, 'Timeline');

  await resize({ width: 640, height: 800, scale: 1 });
  const bar = page.getByRole('row', { name: /^ENG 101/ });
  await bar.click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
  await expectNoFault('details beside');
  await page.getByRole('button', { name: 'Close the details' }).click();

  for (const [width, height] of [
    [639, 800],
    [420, 720],
    [360, 320],
  ] as const) {
    await resize({ width, height, scale: 2 });
    const where = `${width} × ${height}`;
    const tools = page.getByRole('group', { name: 'View' });
    const buttons = await tools.getByRole('button').all();
    const tops = await Promise.all(buttons.map(async (button) => (await button.boundingBox())!));
    expect(Math.max(...tops.map(({ y }) => y)) - Math.min(...tops.map(({ y }) => y)), where).toBeLessThan(16);
    await expectNoFault(where);

    await page.getByRole('button', { name: 'More tools' }).click();
    await expect(page.getByRole('menuitem', { name: 'Fit plan' })).toBeVisible();
    await expectNoFault(`${where}, tools`);
    await page.keyboard.press('Escape');

    await bar.focus();
    await page.keyboard.press('Enter');
    await expect(details).toBeVisible();
    await expect(page.getByRole('complementary')).toHaveCount(0);
    expect((await details.boundingBox())!.height).toBe(height);
    await expectNoFault(`${where}, details`);
    await page.keyboard.press('Escape');
    await expect(details).toHaveCount(0);
    await expect(bar).toBeFocused();

    await page.getByRole('button', { name: 'Plans and views' }).click();
    await expect(page.getByRole('dialog', { name: 'Plans and views' })).toBeVisible();
    await expectNoFault(`${where}, plans and views`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }

  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('menuitem', { name: 'Legend' }).click();
  await expect(page.getByRole('dialog', { name: 'Legend' })).toBeVisible();
  await expectNoFault('legend');
});
