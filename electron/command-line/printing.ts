import { join } from 'node:path';
import type { PrintOptions } from '#shared/contract/print-options.ts';
import { readAssets } from '#electron/hosts/assets.ts';
import { createChromiumPrinter } from '#electron/print/chromium-printer.ts';
import { PrintError } from '#electron/print/printer.ts';
import { CommandFailure, type Invocation } from './command.ts';

/** The built pages, beside the built program. */
export const ASSETS_FOLDER = join(import.meta.dirname, '../renderer');

/** Prints a plan with a Chromium of this machine and answers the PDF with a name for it. @throws CommandFailure */
export async function printWithChromium(
  { app, ask }: Invocation,
  planId: string,
  options: PrintOptions,
): Promise<{ name: string; pdf: Uint8Array }> {
  const name = ask('plan.list', {}).find(({ id }) => id === planId)?.name ?? planId;
  const printer = createChromiumPrinter({
    assets: readAssets(ASSETS_FOLDER),
    invoke: (text) => Promise.resolve(app.dispatch(text)),
  });
  try {
    return { name: fileNameFor(name), pdf: await printer.print({ planId, options }) };
  } catch (error) {
    if (error instanceof PrintError) throw new CommandFailure(error.failure);
    throw error;
  } finally {
    await printer.close();
  }
}

/** A plan's name as a file name: what a file system or a shell could misread becomes a space. */
export function fileNameFor(name: string): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `${clean.slice(0, 80) || 'plan'}.pdf`;
}
