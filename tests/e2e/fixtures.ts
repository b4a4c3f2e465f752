import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, test as base, expect, type Browser, type Page } from '@playwright/test';
import { PROJECT_ROOT } from '#scripts/find-node.mjs';
import { environmentFor, runCli, startServer, type CliResult } from './running-app.ts';
import { WHY_NO_ELECTRON } from './targets.ts';

export { expect };

export interface TargetOptions {
  target: 'browser' | 'electron';
}

/** The built application on a database of its own, opened in a page. */
export interface App {
  readonly page: Page;
  /** The address the page was opened with. */
  readonly url: string;
  readonly dbFile: string;
  /** Errors the page reported. The test fails if any is left; one that provokes an error empties the list. */
  readonly complaints: string[];
  /** Runs one command of the command line on the same database. */
  cli(args: string[]): Promise<CliResult>;
  /** Stops the application, does something meanwhile, and opens it again on the same file. */
  restart(meanwhile?: () => Promise<unknown>): Promise<void>;
}

/** One run of the application, until it is closed. */
interface Session {
  page: Page;
  url: string;
  close(): Promise<void>;
}

interface Fixtures extends TargetOptions {
  app: App;
  skipWhereThereIsNoElectron: undefined;
}

export const test = base.extend<Fixtures>({
  target: ['browser', { option: true }],

  // Automatic, so that it skips before anything else is started.
  skipWhereThereIsNoElectron: [
    async ({ target }, use, testInfo) => {
      testInfo.skip(target === 'electron' && WHY_NO_ELECTRON !== null, WHY_NO_ELECTRON ?? '');
      await use(undefined);
    },
    { auto: true },
  ],

  app: async ({ target, browser }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
    const dbFile = join(folder, 'throughline.db');
    const complaints: string[] = [];
    const open = () =>
      target === 'electron'
        ? openInElectron(dbFile, folder, complaints)
        : openInBrowser(browser, dbFile, complaints);

    let session = await open();
    await use({
      get page() {
        return session.page;
      },
      get url() {
        return session.url;
      },
      dbFile,
      complaints,
      cli: (args) => runCli(dbFile, args),
      restart: async (meanwhile) => {
        await session.close();
        await meanwhile?.();
        session = await open();
      },
    });
    await session.close();
    await rm(folder, { recursive: true, force: true });
    expect(complaints, 'errors the page reported').toEqual([]);
  },
});

async function openInBrowser(browser: Browser, dbFile: string, complaints: string[]): Promise<Session> {
  const server = await startServer(dbFile);
  const context = await browser.newContext();
  const page = await context.newPage();
  collectComplaints(page, complaints);
  await page.goto(server.url);
  return {
    page,
    url: server.url,
    close: async () => {
      await context.close();
      await server.stop();
    },
  };
}

async function openInElectron(dbFile: string, folder: string, complaints: string[]): Promise<Session> {
  // Only the development runtime may be left to Playwright to find: then it holds the application back until it
  // listens, and no error of the first moment is missed.
  const executablePath = process.env['ELECTRON_EXEC_PATH'];
  const app = await _electron.launch({
    ...(executablePath ? { executablePath } : {}),
    // A profile of its own, or the single-instance lock sends every second test to the first one's window.
    args: [PROJECT_ROOT, `--user-data-dir=${join(folder, 'profile')}`],
    env: environmentFor(dbFile),
  });
  const page = await app.firstWindow();
  collectComplaints(page, complaints);
  await page.waitForLoadState();
  return { page, url: page.url(), close: () => app.close() };
}

function collectComplaints(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
}
