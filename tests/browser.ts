import { chromium } from 'playwright-core';
import { findChromium } from '#electron/print/find-chromium.ts';

/** The window every test of the page uses, in CSS pixels. */
export const VIEWPORT = { width: 1280, height: 800 };

/**
 * Playwright's launch options for the Chromium that every test uses. Where there is none the sentence that says so is
 * printed and Playwright is left to fail in the tests that need it, so that all others still run.
 */
export async function testBrowser() {
  const found = await findChromium({ order: 'tests', playwrightOwn: chromium.executablePath() });
  if (!found.ok) {
    console.error(found.cure);
    return {};
  }
  const { executablePath, args, env, chromiumSandbox } = found;
  return { executablePath, args, env, chromiumSandbox };
}
