import { join } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { VIEWPORT, testBrowser } from './tests/browser.ts';

const at = (path: string) => join(import.meta.dirname, path);
const compileSvelte = () => svelte({ configFile: at('svelte.config.js') });

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          setupFiles: ['./tests/fixed-seed.ts'],
          include: ['shared/**/*.test.ts', 'electron/**/*.test.ts'],
        },
      },
      {
        // Controllers and state classes: runes as the page compiles them, but without a page, so in milliseconds.
        plugins: [compileSvelte()],
        // Left to itself Node picks Svelte's server half, in which nothing reacts.
        resolve: { conditions: ['browser', 'module', 'development|production'] },
        test: {
          name: 'state',
          environment: './tests/client-environment.ts',
          setupFiles: ['./tests/fixed-seed.ts'],
          include: ['renderer/**/*.test.ts'],
          exclude: ['renderer/**/*.component.test.ts'],
          server: { deps: { inline: [/svelte/] } },
        },
      },
      {
        // What crosses rooms: real files, real processes, the real database.
        test: {
          name: 'core',
          environment: 'node',
          setupFiles: ['./tests/fixed-seed.ts'],
          include: ['tests/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [compileSvelte()],
        // Found in the middle of the first run, a dependency reloads the page under the tests.
        optimizeDeps: {
          entries: ['renderer/main.ts'],
          include: [
            'vitest-browser-svelte',
            'bits-ui',
            'date-fns',
            'zod',
            '@internationalized/date',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
          ],
        },
        test: {
          name: 'component',
          include: ['renderer/**/*.component.test.ts'],
          // What comes when a page is at rest comes late on a machine that is busy; the usual second is not enough.
          expect: { poll: { timeout: 10_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: VIEWPORT,
            provider: playwright({ launchOptions: await testBrowser() }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
