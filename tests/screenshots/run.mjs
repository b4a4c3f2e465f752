// `npm run screenshots`: docs/screenshots/ anew, one picture per view and color scheme, from the built application.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureBuilt } from '#scripts/build.mjs';
import { PROJECT_ROOT, findNode } from '#scripts/find-node.mjs';
import { VIEWPORT, testBrowser } from '../browser.ts';
import { runCli } from '../e2e/running-app.ts';
import { serve } from './serve.ts';
import { VIEWS, WELCOME, openView } from './views.ts';

const FOLDER = join(PROJECT_ROOT, 'docs/screenshots');
const TODAY = '2026-11-23';
const NEW_PLAN = [
  'new',
  '--template',
  'medical-office-manager',
  '--start',
  '2026-08-24',
  '--jurisdiction',
  'CA',
];
const SCHEMES = /** @type {const} */ (['light', 'dark']);

const data = mkdtempSync(join(tmpdir(), 'throughline-screenshots-'));
try {
  const node = findNode();
  if (node.path === null) throw new Error(node.sentence);
  await ensureBuilt({ node: node.path });
  mkdirSync(FOLDER, { recursive: true });

  const planned = join(data, 'planned.db');
  const made = await runCli(planned, [...NEW_PLAN, '--db', planned, '--today', TODAY]);
  if (made.code !== 0) throw new Error(made.stderr.trim());

  const found = await testBrowser();
  if (!('executablePath' in found)) throw new Error('Without a browser there are no screenshots.');
  const browser = await chromium.launch(found);
  try {
    await takeAll(browser, planned, VIEWS);
    await takeAll(browser, join(data, 'empty.db'), [WELCOME]);
  } finally {
    await browser.close();
  }
} catch (error) {
  // The driver's own errors go on with a log of many lines.
  console.error(error.message.split('\n', 1)[0]);
  process.exitCode = 1;
} finally {
  rmSync(data, { recursive: true, force: true });
}

/** @param {import('playwright-core').Browser} browser @param {string} dbFile @param {readonly import('./views.ts').View[]} views */
async function takeAll(browser, dbFile, views) {
  const server = await serve(dbFile, TODAY);
  try {
    for (const colorScheme of SCHEMES) {
      const context = await browser.newContext({
        viewport: VIEWPORT,
        deviceScaleFactor: 1,
        colorScheme,
        reducedMotion: 'reduce',
        locale: 'en-US',
        timezoneId: 'America/New_York',
      });
      const page = await context.newPage();
      await page.goto(server.url);
      for (const view of views) {
        await openView(page, view);
        const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
        const name = `${view.file}-${colorScheme}.png`;
        writeFileSync(join(FOLDER, name), picture);
        console.log(`docs/screenshots/${name}  ${Math.round(picture.length / 1000)} KB`);
      }
      await context.close();
    }
  } finally {
    await server.stop();
  }
}
