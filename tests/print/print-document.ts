import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { PrintOptionsInput } from '#shared/contract/print-options.ts';
import { printOptions } from '#shared/contract/print-options.ts';
import type { PlanDocument } from '#shared/domain/plan/document.ts';
import { readAssets, type Assets } from '#electron/hosts/assets.ts';
import { createChromiumPrinter, type ChromiumPrinterParts } from '#electron/print/chromium-printer.ts';
import { findChromium } from '#electron/print/find-chromium.ts';
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

/** Answers the print page's two questions as the core would. */
export function answering(document: PlanDocument, today = TODAY) {
  return async (text: string): Promise<string> => {
    const { name } = JSON.parse(text) as { name: string };
    const value = name === 'app.read' ? { version: '1.0.0', today, databaseFile: '', notices: [] } : document;
    if (name !== 'app.read' && name !== 'plan.read') throw new Error(`the print page asked for ${name}`);
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
  return {
    close: () => printer.close(),
    print: async (
      document: PlanDocument,
      options: PrintOptionsInput = {},
      today = TODAY,
    ): Promise<ReadPdf> => {
      answer = answering(document, today);
      return readPdf(await printer.print({ planId: document.plan.id, options: printOptions.parse(options) }));
    },
  };
}
