import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { readAssets, type Assets } from '#electron/hosts/assets.ts';
import { answerPage } from '#electron/hosts/page-answer.ts';
import { writePlanFile } from '#electron/formats/plan-file.ts';
import { untilLaidOut } from '#electron/print/chromium-page.ts';
import { createChromiumPrinter, writePdf } from '#electron/print/chromium-printer.ts';
import type { Chromium } from '#electron/print/find-chromium.ts';
import { printFragment, type PrintRequest } from '#electron/print/printer.ts';
import { printOptions } from '#shared/contract/print-options.ts';
import { BIG_PLAN_TODAY } from '../oracle/big-plan.ts';
import { openTestApp } from '../test-app.ts';
import { CannotRun, launch, type BenchBrowser } from './machine.ts';
import { reach } from './goals.ts';
import { interleave, median, ratios } from './measure.ts';
import type { BenchOptions } from './options.ts';
import { storablePlan } from './storable-plan.ts';
import { note, number, printTable, row } from './table.ts';

const ITEMS = 200;
const BUILT = dirname(import.meta.dirname);
const ASSETS_FOLDER = join(dirname(BUILT), 'renderer');
const PAGE = { tagged: true, outline: true, preferCSSPageSize: true, printBackground: true } as const;

/**
 * Our export twice. What it adds to the printing of a finished page: `page.pdf` with the same flags and the packing,
 * against `page.pdf` alone. And all of it, from the request to the bytes with a browser running, against the same page
 * loaded, laid out and printed by hand.
 */
export async function benchPdf(
  { browserReps, missing }: BenchOptions,
  { chromium, why }: BenchBrowser,
): Promise<void> {
  const reason =
    missing.get('pdf') ??
    (existsSync(join(ASSETS_FOLDER, 'print.html')) ? null : 'out/renderer/print.html was not built.');
  if (reason !== null) throw new CannotRun(reason);
  if (chromium === null) throw new CannotRun(why);
  mkdirSync(join(BUILT, 'data'), { recursive: true });
  const folder = mkdtempSync(join(BUILT, 'data/pdf-'));
  const app = openTestApp(join(folder, 'plan.db'), { today: BIG_PLAN_TODAY });
  try {
    const { planId } = app.ask('plan.import', { text: writePlanFile(storablePlan(ITEMS)) });
    const request = { planId, options: printOptions.parse({ landscape: true }) };
    await measure({
      reps: Math.max(2, browserReps),
      chromium,
      request,
      invoke: (text) => app.app.dispatch(text),
    });
  } finally {
    app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Job {
  reps: number;
  chromium: Chromium;
  request: PrintRequest;
  invoke: (text: string) => string;
}

async function measure({ reps, chromium, request, invoke }: Job): Promise<void> {
  const assets = readAssets(ASSETS_FOLDER);
  const newPrinter = (more: boolean) =>
    createChromiumPrinter({
      assets,
      invoke: (text) => Promise.resolve(invoke(text)),
      find: () => Promise.resolve(chromium),
      more,
    });
  const kept = newPrinter(true);
  const browser = await launch(chromium);
  const page = await browser.newPage({ locale: 'en-US', timezoneId: 'UTC' });
  const bytes: Record<'ours' | 'tagged' | 'untagged', number[]> = { ours: [], tagged: [], untagged: [] };
  try {
    await furnish(page, assets, invoke);
    const load = () => loaded(page, printFragment(request));
    await load();
    await kept.print(request);
    await kept.settled();
    const samples = await interleave(reps, {
      bare: async () => {
        await load();
        return clock(async () => bytes.tagged.push((await page.pdf(PAGE)).length));
      },
      untagged: async () => {
        await load();
        return clock(async () =>
          bytes.untagged.push((await page.pdf({ ...PAGE, tagged: false, outline: false })).length),
        );
      },
      finished: async () => {
        await load();
        return clock(() => writePdf(page, BIG_PLAN_TODAY));
      },
      loadAndPrint: () =>
        clock(async () => {
          await load();
          await page.pdf(PAGE);
        }),
      ours: async () => {
        const took = await clock(async () => bytes.ours.push((await kept.print(request)).length));
        // What is made ready for the next one must not slow the others down.
        await kept.settled();
        return took;
      },
      first: async () => {
        const printer = newPrinter(false);
        try {
          return await clock(() => printer.print(request));
        } finally {
          await printer.close();
        }
      },
    });
    const kb = (of: keyof typeof bytes): string => number(median(bytes[of]) / 1_000);
    printTable(
      `PDF: ${ITEMS} items, all sections, ${reps} repetitions`,
      ['', 'ms', 'spread', 'to bare page.pdf', 'KB'],
      [
        [...row('bare page.pdf of the finished page, tagged', samples.bare, samples.bare), kb('tagged')],
        [...row('the same, not tagged', samples.untagged, samples.bare), kb('untagged')],
        [...row('the same, packed: our exporter alone', samples.finished, samples.bare), kb('ours')],
        [
          ...row('the page loaded, laid out, then page.pdf', samples.loadAndPrint, samples.bare),
          kb('tagged'),
        ],
        [...row('our export, browser running', samples.ours, samples.bare), kb('ours')],
        [...row('our first export, browser started for it', samples.first, samples.bare), kb('ours')],
      ],
    );
    const size = number(ITEMS);
    reach('print', size, ratios(samples.finished, samples.bare));
    reach('export', size, ratios(samples.ours, samples.loadAndPrint));
    reach('pdfBytes', size, ratios(bytes.ours, bytes.tagged));
    note(
      `Our bytes are ${number(median(bytes.ours) / median(bytes.tagged))} of what Chromium writes by itself with tags.`,
    );
  } finally {
    await browser.close();
    await kept.close();
  }
}

async function clock(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const ORIGIN = 'http://bench.invalid';

/** The page's files and its door to the core, as the printer gives them. */
async function furnish(page: Page, assets: Assets, invoke: (text: string) => string): Promise<void> {
  await page.route('**/*', async (route) => {
    const { status, headers, body } = answerPage(assets, new URL(route.request().url()).pathname);
    await route.fulfill({ status, headers, body: Buffer.from(body) });
  });
  await page.exposeFunction('benchInvoke', invoke);
  await page.addInitScript(() => {
    const { benchInvoke } = globalThis as unknown as { benchInvoke: (text: string) => Promise<string> };
    Object.assign(globalThis, { bridge: { invoke: benchInvoke, onMenu: () => () => undefined } });
  });
}

async function loaded(page: Page, fragment: string): Promise<void> {
  // Another address that differs behind the # only would not load anything.
  await page.goto('about:blank');
  await page.goto(`${ORIGIN}/print.html${fragment}`);
  await untilLaidOut(page);
}
