import { VIEWS, viewLabel } from '#renderer/state/place.ts';
import { command, makePlan } from './checks/by-keyboard.ts';
import { expectFocusSeen, focusOf, namelessControls, walk } from './checks/focus.ts';
import { expect, test } from './fixtures.ts';

// A snapshot of the page after every key would take longer than all else.
test.use({ trace: 'off' });

for (const view of VIEWS) {
  test(`Tab goes through ${view} and out of it again, and every stop is named and seen`, async ({
    app: { page },
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await makePlan(page, 'California');
    const title = new RegExp(`^${viewLabel(view)}`);
    await command(page, viewLabel(view));
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    expect(await focusOf(page), 'a focus in the view').not.toBeNull();
    expect.soft(await namelessControls(page), 'without a name').toEqual([]);

    const first = page.getByRole('link', { name: 'Skip to the plan' });
    await first.focus();
    await expectFocusSeen(page, first);
    const all = await walk(page);
    expect(all.length).toBeGreaterThan(10);
    const htmlOf = (stops: typeof all) => stops.map(({ html }) => html);
    expect.soft(htmlOf(all.filter(({ marked }) => !marked)), 'without a mark').toEqual([]);
    expect.soft(htmlOf(all.filter(({ seen }) => !seen)), 'not to be seen').toEqual([]);
    expect
      .soft(
        all.flatMap(({ stale }) => stale ?? []),
        'still marked without the focus',
      )
      .toEqual([]);
    await page.keyboard.press('Shift+Tab');
    expect(await focusOf(page), 'a way back in').not.toBeNull();
  });
}
