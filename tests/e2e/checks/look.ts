import type { Page } from '@playwright/test';
import { cuts, overlaps, sideways } from './look/faults.ts';
import { installLook } from './look/texts.ts';

/** A window, in CSS pixels, and how many of the screen's pixels one of them is. */
export interface Window {
  width: number;
  height: number;
  scale: 1 | 2;
}

const WINDOWS = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 640 },
];

/** Three windows at 100 % and at 200 %, where half as many pixels fit. */
export const SIZES: readonly Window[] = WINDOWS.flatMap(({ width, height }) => [
  { width, height, scale: 1 as const },
  { width: width / 2, height: height / 2, scale: 2 as const },
]);

/** A function that makes the page as large as a window: the browser's own, so that the electron window follows too. */
export async function resizing(page: Page): Promise<(window: Window) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  return async ({ width, height, scale }) => {
    await devtools.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
    await page.waitForFunction((wide) => window.innerWidth === wide, width);
    await settle(page);
  };
}

/** Until what follows from a new size has been laid out and drawn. */
const settle = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );

const PATIENCE = 3;

/** What is wrong with how the page looks now that it has come to rest, a line for each fault. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(installLook);
  for (let attempt = 1; ; attempt += 1) {
    const faults = [
      ...(await page.evaluate(overlaps)),
      ...(await page.evaluate(cuts)),
      ...(await page.evaluate(sideways)),
    ];
    if (faults.length === 0 || attempt === PATIENCE) return faults;
    await page.waitForTimeout(150);
  }
}
