import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { FIELDS } from './checks/fields.ts';
import { PANELS, readyForPanels } from './checks/panels.ts';
import { POP_UPS } from './checks/pop-ups.ts';
import { PREVIEWS } from './checks/previews.ts';
import { leave, makePlans, STATES } from './checks/states.ts';
import { expect, test } from './fixtures.ts';

/** Rules about colors: in the dark nothing else differs from the light. */
const COLOR_RULES = ['color-contrast', 'link-in-text-block'];

/** Not among the usual rules: what is read on a control must be what one says to a computer that listens. */
const SAID_AS_SEEN = 'label-content-name-mismatch';

/** What axe-core finds, as one line for each element. */
async function violations(
  page: Page,
  colorScheme: 'light' | 'dark',
  without: string[] = [],
): Promise<string[]> {
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const axe = new AxeBuilder({ page }).options({ rules: { [SAID_AS_SEEN]: { enabled: true }, ...rules } });
  if (colorScheme === 'dark') axe.withRules(COLOR_RULES);
  const { violations: found } = await axe.analyze();
  const lines: string[] = [];
  for (const { id, nodes } of found)
    for (const { target, html, failureSummary } of nodes)
      if (id !== SAID_AS_SEEN || (await isWithin(page, String(target.at(-1)))))
        lines.push(`${id}: ${target.join(' ')}: ${html.slice(0, 200)}: ${failureSummary ?? ''}`);
  return lines;
}

/**
 * True for what is in sight as a whole. Of a card that is scrolled halfway out, axe-core reads the words that are left,
 * and misses them, in a row, in its name.
 */
const isWithin = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate(
    (element) =>
      new Promise<boolean>((done) => {
        const observer = new IntersectionObserver(([entry]) => {
          observer.disconnect();
          done((entry?.intersectionRatio ?? 0) > 0.99);
        });
        observer.observe(element);
      }),
  );

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe-core finds nothing in any view, dialog or details, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(180_000);
    await makePlans(app);
    const { page } = app;
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const state of STATES) {
      await test.step(state.name, async () => {
        await state.show(page);
        expect.soft(await violations(page, colorScheme), state.name).toEqual([]);
        await leave(page);
      });
    }
  });

  test(`axe-core finds nothing in panels, menus, previews and editors, ${colorScheme}`, async ({
    app,
    target,
  }) => {
    test.skip(target === 'electron', 'the system asks for files there');
    test.setTimeout(300_000);
    await makePlans(app);
    await readyForPanels(app);
    const { page } = app;
    page.setDefaultTimeout(5_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const panel of [...POP_UPS, ...FIELDS, ...PREVIEWS, ...PANELS]) {
      await test.step(panel.name, async () => {
        await panel.show(page);
        // Menus and lists float outside of the landmarks while they are open.
        expect.soft(await violations(page, colorScheme, ['region']), panel.name).toEqual([]);
        await panel.hide(page);
      });
    }
  });

  test(`axe-core finds nothing where there is no plan yet, ${colorScheme}`, async ({ app: { page } }) => {
    await page.emulateMedia({ colorScheme });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations(page, colorScheme)).toEqual([]);
  });
}
