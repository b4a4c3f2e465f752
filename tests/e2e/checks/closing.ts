import type { Page } from '@playwright/test';
import { expect } from '../fixtures.ts';

const OPEN = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** A list over a calendar over a dialog over another. */
const MOST_LAYERS = 5;

/** Closes all that lies over the view: what is in front takes the Escape key for itself. */
export async function closeAll(page: Page): Promise<void> {
  const open = page.locator(OPEN).filter({ visible: true });
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const count = await open.count();
    if (count === 0) return;
    await page.keyboard.press('Escape');
    // What closes may fade first.
    await expect
      .poll(() => open.count(), { timeout: 300 })
      .toBeLessThan(count)
      .catch(() => {});
  }
  await expect(open).toHaveCount(0);
}
