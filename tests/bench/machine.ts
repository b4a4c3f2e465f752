import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import BetterSqlite3 from 'better-sqlite3';
import { chromium } from 'playwright-core';
import { findChromium, type Chromium } from '#electron/print/find-chromium.ts';
import { number } from './table.ts';

/** The Chromium that every browser part of one run uses, or the sentence that says why there is none. */
export interface BenchBrowser {
  chromium: Chromium | null;
  version: string;
  why: string;
}

/** Thrown by a part that this machine or this build lacks something for, which is no fault of what is measured. */
export class CannotRun extends Error {}

/** Finds the browser and starts it once, to know its version and that it starts at all. */
export async function findBrowser(): Promise<BenchBrowser> {
  const found = await findChromium({ order: 'tests', playwrightOwn: chromium.executablePath() });
  if (!found.ok) return { chromium: null, version: 'none', why: found.cure };
  try {
    const browser = await launch(found);
    const version = `${browser.version()} (${found.source})`;
    await browser.close();
    return { chromium: found, version, why: '' };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    return { chromium: null, version: 'none', why: `${found.executablePath} does not start: ${reason}` };
  }
}

/** Starts a browser of its own, so that no contender finds what another one left behind. */
export function launch({ executablePath, args, env, chromiumSandbox }: Chromium) {
  return chromium.launch({ executablePath, args, env, chromiumSandbox });
}

/** What the numbers depend on, to be read before them. */
export function printMachine(browser: BenchBrowser): void {
  const [cpu] = cpus();
  const db = new BetterSqlite3(':memory:');
  const sqlite = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const facts = [
    `${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${number(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}`,
    `Node ${process.versions.node}, SQLite ${sqlite}, Chromium ${browser.version}`,
    `load ${loadavg().map(number).join(' ')} before the run`,
  ];
  console.log(facts.join('\n'));
}
