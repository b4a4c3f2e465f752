import { defineConfig } from '@playwright/test';
import { VIEWPORT, testBrowser } from './tests/browser.ts';
import { WHY_NO_ELECTRON } from './tests/e2e/targets.ts';
import type { TargetOptions } from './tests/e2e/fixtures.ts';

// Every worker reads this file too; the sentence is for the reader, once.
if (WHY_NO_ELECTRON && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log(`e2e electron: skipped, ${WHY_NO_ELECTRON}`);
}

export default defineConfig<TargetOptions>({
  testDir: 'tests/e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: !!process.env['CI'],
  timeout: 60_000,
  // A machine that stalls in the middle of a gesture is no fault of the change; a test that needed it is listed as flaky.
  retries: process.env['CI'] ? 1 : 0,
  expect: { timeout: 5_000 },
  reporter: [['list']],
  use: {
    viewport: VIEWPORT,
    locale: 'en-US',
    timezoneId: 'America/New_York',
    launchOptions: await testBrowser(),
    trace: 'retain-on-failure',
  },
  // One set of specs, two ways of running the application.
  projects: [
    { name: 'browser', use: { target: 'browser' } },
    { name: 'electron', use: { target: 'electron' } },
  ],
});
