import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { PrintOptions, PrintOptionsInput } from '#shared/contract/print-options.ts';
import { printOptions } from '#shared/contract/print-options.ts';
import { compareBaseline } from '#shared/domain/baseline/compare-baseline.ts';
import type { Baseline } from '#shared/domain/baseline/types.ts';
import { toDay } from '#shared/domain/time/day.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { readAssets, type Assets } from '#electron/hosts/assets.ts';
import { openPrintPage, untilLaidOut } from '#electron/print/chromium-page.ts';
import {
  createChromiumPrinter,
  PDF_OPTIONS,
  type ChromiumPrinterParts,
} from '#electron/print/chromium-printer.ts';
import { findChromium } from '#electron/print/find-chromium.ts';
import { printFragment } from '#electron/print/printer.ts';
import { readPdf, type ReadPdf } from '../pdf.ts';

export const TODAY = '2027-09-01';

/** The pages as `npm run build` makes them; what is printed is what is delivered. */
export function builtPages(): Assets {
  try {
    return readAssets(join(import.meta.dirname, '../../out/renderer'));
  } catch (cause) {
    throw new Error('These tests print the built pages: run "npm run build" first.', { cause });
  }
}

/** Answers the print page's questions as the core would. */
export function answering(document: PlanDocument, today = TODAY, baseline?: Baseline) {
  return async (text: string): Promise<string> => {
    const { name } = JSON.parse(text) as { name: string };
    const answers: Record<string, () => unknown> = {
      'app.read': () => ({ version: '1.0.0', today, databaseFile: '', notices: [] }),
      'plan.read': () => document,
      'baseline.compare': () => baseline && compareBaseline(baseline, document, toDay(today)),
    };
    const value = answers[name]?.();
    if (value === undefined) throw new Error(`the print page asked for ${name}`);
    return JSON.stringify({ ok: true, value, changed: [], history: { undo: null, redo: null }, revision: 1 });
  };
}

/** A printer on the tests' Chromium. */
export function testPrinter(parts: Partial<ChromiumPrinterParts> & Pick<ChromiumPrinterParts, 'invoke'>) {
  const find = () => findChromium({ order: 'tests', playwrightOwn: chromium.executablePath() });
  return createChromiumPrinter({ assets: builtPages(), find, ...parts });
}

/** One browser for all prints of a test file, with a plan of its own for each. */
export function printing() {
  let answer = answering({ plan: { id: '' } } as PlanDocument);
  const printer = testPrinter({ invoke: (text) => answer(text) });
  const write = (
    document: PlanDocument,
    options: PrintOptionsInput = {},
    today = TODAY,
    baseline?: Baseline,
  ) => {
    answer = answering(document, today, baseline);
    return printer.print({ planId: document.plan.id, options: printOptions.parse(options) });
  };
  return {
    close: () => printer.close(),
    /** The bytes of the PDF. */
    write,
    print: async (...asked: Parameters<typeof write>): Promise<ReadPdf> => readPdf(await write(...asked)),
  };
}

/** A plan as Chromium prints it, before anything is done to the bytes. */
export function rawPrinting() {
  const browser = findChromium({ order: 'tests', playwrightOwn: chromium.executablePath() }).then((found) => {
    if (!found.ok) throw new Error(found.cure);
    const { executablePath, args, env, chromiumSandbox } = found;
    return chromium.launch({ executablePath, args, env, chromiumSandbox });
  });
  /** Does something with the page as it is before it is printed. */
  const look = async <Seen>(
    document: PlanDocument,
    options: PrintOptions,
    see: (page: Page) => Promise<Seen>,
  ): Promise<Seen> => {
    const parts = { assets: builtPages(), invoke: answering(document) };
    const fragment = printFragment({ planId: document.plan.id, options });
    const opened = await openPrintPage(await browser, parts, {}, fragment);
    await untilLaidOut(opened.page);
    try {
      return await see(opened.page);
    } finally {
      await opened.close();
    }
  };
  return {
    close: async () => (await browser).close(),
    writeRaw: async (document: PlanDocument): Promise<Uint8Array> =>
      look(document, printOptions.parse({}), async (page) => new Uint8Array(await page.pdf(PDF_OPTIONS))),
    look,
  };
}
