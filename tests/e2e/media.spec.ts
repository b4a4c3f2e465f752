import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { VIEWS, viewLabel } from '#renderer/state/place.ts';
import { readPdf, wholeText } from '../pdf.ts';
import { command, leave, makePlans, STATES } from './checks/states.ts';
import { expect, test } from './fixtures.ts';

/** What the system asks of a page: more contrast, colors of its own, less motion, paper. */

for (const colorScheme of ['light', 'dark'] as const) {
  test(`with more contrast every text has 7 to 1, ${colorScheme}`, async ({ app }) => {
    test.setTimeout(180_000);
    await makePlans(app);
    const { page } = app;
    await page.emulateMedia({ colorScheme, contrast: 'more', reducedMotion: 'reduce' });
    for (const state of STATES) {
      await test.step(state.name, async () => {
        await state.show(page);
        const { violations } = await new AxeBuilder({ page })
          .withRules(['color-contrast-enhanced'])
          .analyze();
        const found = violations.flatMap(({ nodes }) =>
          nodes.map(({ target, any }) => `${target.join(' ')}: ${any[0]?.message ?? ''}`),
        );
        expect.soft(found, state.name).toEqual([]);
        await leave(page);
      });
    }
  });
}

/** How bars of each kind look in each state, and courses in each phase: everything but the colors. */
const looksOfBars = (page: Page) =>
  page.evaluate(() => {
    const field = document.querySelector('[role="treegrid"]');
    const any = (kind: string) => field?.querySelector<HTMLElement>(`.bar.kind-${kind}`);
    const colors = /(?:rgba?|color|oklab|color-mix)\([^()]*(?:\([^()]*\)[^()]*)*\)/g;
    const lookOf = (bar: HTMLElement) =>
      [null, '::before', '::after']
        .map((part) => getComputedStyle(bar, part))
        .map((style) =>
          [
            style.content,
            style.backgroundImage,
            style.backgroundSize,
            style.borderStyle,
            style.borderWidth,
            style.borderRadius,
            style.boxShadow,
            style.textDecorationLine,
            style.rotate,
          ].join('|'),
        )
        .join(' ')
        .replaceAll(colors, 'color');
    const looks: Record<string, string> = {};
    const look = (name: string, kind: string, change: (classes: string) => string) => {
      const bar = any(kind)?.cloneNode(true);
      if (!(bar instanceof HTMLElement)) return;
      // `slim` bars have no room for a pattern; what decides and what is checked is told in every state.
      bar.className = change(bar.className.replaceAll(/ (?:slim|critical|checked|pinned|wait)/g, ''));
      field?.querySelector('.layer')?.append(bar);
      looks[name] = lookOf(bar);
      bar.remove();
    };
    for (const kind of ['program', 'term', 'course', 'experience', 'step', 'credential', 'milestone']) {
      const isMark = kind === 'credential' || kind === 'milestone';
      for (const state of ['planned', 'current', 'done', 'overdue', 'withdrawn']) {
        // A point in time is never under way, and only courses are withdrawn.
        if ((isMark && state === 'current') || (kind !== 'course' && state === 'withdrawn')) continue;
        look(`${kind} ${state}`, kind, (classes) => classes.replace(/is-\w+/, `is-${state}`));
      }
    }
    for (const phase of ['graduate', 'experience', 'licensure'])
      look(`course of ${phase}`, 'course', (classes) => classes.replace(/phase-\w+/, `phase-${phase}`));
    look('course that decides', 'course', (classes) => `${classes} critical`);
    look('course that is pinned', 'course', (classes) => `${classes} pinned`);
    return looks;
  });

for (const [name, media] of [
  ['more contrast', { contrast: 'more' }],
  ['the system’s colors', { forcedColors: 'active' }],
] as const) {
  test(`with ${name}, bars differ by more than color, and what is chosen or focused is framed`, async ({
    app,
  }) => {
    await makePlans(app);
    const { page } = app;
    await page.emulateMedia(media);
    // The small plan has a bar of every kind in sight.
    await command(page, 'Worked example');
    await command(page, 'Timeline');
    await expect(page.getByRole('row', { name: /^Administrator in training/ })).toBeVisible();
    const looks = await looksOfBars(page);
    expect(Object.keys(looks).length).toBeGreaterThan(25);
    const same = Object.entries(looks).flatMap(([one, look]) =>
      Object.entries(looks).flatMap(([other, otherLook]) =>
        one < other && look === otherLook ? [`${one} looks like ${other}`] : [],
      ),
    );
    expect(same).toEqual([]);

    const bar = page.getByRole('row', { name: /^Administrator in training/ });
    await bar.focus();
    await page.keyboard.press('Shift');
    await expect(bar).toHaveCSS('outline-style', 'solid');
    await expect(bar).toHaveCSS('outline-width', '4px');
    if ('forcedColors' in media)
      await expect(page.getByRole('navigation').locator('[aria-current]').first()).toHaveCSS(
        'outline-width',
        '2px',
      );
  });
}

test('with less motion nothing moves by itself, in any view, dialog or details', async ({ app }) => {
  test.setTimeout(120_000);
  await makePlans(app);
  const { page } = app;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = () =>
    page.evaluate(() => {
      const longest = (times: string) => Math.max(...times.split(',').map(parseFloat));
      const set = [...document.querySelectorAll('*')].flatMap((element) =>
        [null, '::before', '::after']
          .map((part) => getComputedStyle(element, part))
          .filter(
            (style) => longest(style.transitionDuration) > 0 || longest(style.animationDuration) > 0.001,
          )
          .map(() => element.outerHTML.slice(0, 120)),
      );
      const running = document
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) > 1)
        .map((animation) => `${animation.constructor.name} runs`);
      return [...set, ...running];
    });
  for (const state of STATES) {
    await state.show(page);
    expect.soft(await moving(), state.name).toEqual([]);
    await leave(page);
  }
});

test('the browser’s own print of the window has what the view shows, and no tools', async ({
  app,
  target,
}) => {
  test.skip(target === 'electron', 'a window prints its plan as a PDF');
  await makePlans(app);
  const { page } = app;
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const view of VIEWS) {
    await command(page, viewLabel(view));
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    const printed = await readPdf(new Uint8Array(await page.pdf()));
    const text = wholeText(printed);
    expect.soft(text, view).toContain(title);
    expect.soft(text, view).toContain('Nursing home administrator license');
    expect.soft(text, view).not.toMatch(/Find a command|Where is my data|Fit plan/);
    expect.soft(printed.pages.length, view).toBeLessThan(40);
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.getByRole('navigation', { name: 'Plans and views' })).toBeHidden();
  await expect(page.getByRole('main')).toHaveCSS('color', 'rgb(29, 28, 25)');
});
