import { join } from 'node:path';
import type { ExportLoss } from '#shared/contract/interop.ts';
import type { PrintNote, PrintOptions } from '#shared/contract/print-options.ts';
import { readAssets } from '#electron/hosts/assets.ts';
import { createChromiumPrinter } from '#electron/print/chromium-printer.ts';
import { PrintError, type PictureRequest, type Printer } from '#electron/print/printer.ts';
import { CommandFailure, type Invocation } from './command.ts';

/** The built pages, beside the built program. */
export const ASSETS_FOLDER = join(import.meta.dirname, '../renderer');

/** Prints a plan with a Chromium of this machine and answers the PDF with a name for it and what there is to say. @throws CommandFailure */
export async function printWithChromium(
  invocation: Invocation,
  planId: string,
  options: PrintOptions,
): Promise<{ name: string; pdf: Uint8Array; notes: PrintNote[] }> {
  let notes: PrintNote[] = [];
  const watch = { note: (said: PrintNote[]) => (notes = said) };
  const pdf = await withChromium(invocation, (printer) => printer.print({ planId, options }, watch));
  return { name: fileNameFor(nameOf(invocation, planId), 'pdf'), pdf, notes };
}

/** Draws a plan's timeline likewise, and says what is not in the picture. @throws CommandFailure */
export async function drawWithChromium(
  invocation: Invocation,
  request: PictureRequest,
): Promise<{ name: string; png: Uint8Array; losses: ExportLoss[] }> {
  const { losses } = invocation.ask('plan.export', { ...request, format: 'svg' });
  const png = await withChromium(invocation, (printer) => printer.draw(request));
  return { name: fileNameFor(nameOf(invocation, request.planId), 'png'), png, losses };
}

async function withChromium<Result>(
  { app }: Invocation,
  work: (printer: Printer) => Promise<Result>,
): Promise<Result> {
  const printer = createChromiumPrinter({
    assets: readAssets(ASSETS_FOLDER),
    invoke: (text) => Promise.resolve(app.dispatch(text)),
  });
  try {
    return await work(printer);
  } catch (error) {
    if (error instanceof PrintError) throw new CommandFailure(error.failure);
    throw error;
  } finally {
    await printer.close();
  }
}

function nameOf({ ask }: Invocation, planId: string): string {
  return ask('plan.list', {}).find(({ id }) => id === planId)?.name ?? planId;
}

/** A plan's name as a file name: what a file system or a shell could misread becomes a space. */
export function fileNameFor(name: string, extension: 'pdf' | 'png'): string {
  const clean = name
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  return `${clean.slice(0, 80) || 'plan'}.${extension}`;
}
