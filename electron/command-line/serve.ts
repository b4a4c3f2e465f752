import { once } from 'node:events';
import { readAssets } from '#electron/hosts/assets.ts';
import { createBackupActions } from '#electron/hosts/backup-actions.ts';
import { createLogFile } from '#electron/hosts/log-file.ts';
import { HostError } from '#electron/hosts/host-error.ts';
import { startLoopback } from '#electron/hosts/loopback.ts';
import { createRoute } from '#electron/hosts/route.ts';
import { createChromiumPrinter } from '#electron/print/chromium-printer.ts';
import { createDrawPlan } from '#electron/print/draw-plan.ts';
import { createPrintActions } from '#electron/print/print-actions.ts';
import { createFillActions } from '#electron/solve/fill-actions.ts';
import { CommandFailure, type Command } from './command.ts';
import { closeRefused, openCore } from './open-core.ts';
import { wholeOption } from './plans.ts';
import { ASSETS_FOLDER } from './printing.ts';

export const serveCommands: Record<string, Command> = {
  serve: {
    usage: '[--port N]',
    summary: 'Serve the app to a browser on this computer and print its address',
    words: [0, 0],
    options: { port: { type: 'string' } },
    // Opens the database itself, because it needs the log and keeps it open.
    database: 'none',
    run: async (invocation) => {
      const { port: wish } = invocation.options as Record<string, string | undefined>;
      const port = wish === undefined || wish === '0' ? 0 : portOption(wish);
      const log = createLogFile(`${invocation.dbFile}.log`);
      // The pages first: without them there is nothing to serve, and nothing has been opened yet.
      const assets = readPages();
      const app = openCore(invocation, true, log);
      const printer = createChromiumPrinter({
        assets,
        invoke: (text) => Promise.resolve(app.dispatch(text)),
        more: true,
      });
      const printing = createPrintActions(printer, app.dispatch);
      const filling = createFillActions(app.dispatch);
      const invoke = createRoute({
        dispatch: app.dispatch,
        actions: {
          'plan.draw': createDrawPlan(printer, app.dispatch),
          ...printing.actions,
          ...filling.actions,
          ...createBackupActions({
            app,
            stopJobs: () => {
              filling.close();
              printing.close();
            },
          }),
        },
        log,
      });
      try {
        const loopback = await startLoopback({ port, invoke, assets, log });
        process.stdout.write(
          invocation.json ? `${JSON.stringify({ url: loopback.url })}\n` : `${loopback.url}\n`,
        );
        await askedToStop();
        await loopback.close();
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        closeRefused(app, invocation.dbFile);
        throw new CommandFailure(error.failure);
      } finally {
        filling.close();
        printing.close();
        await printer.close();
        app.close();
      }
      return { value: null, text: '', raw: new Uint8Array() };
    },
  },
};

async function askedToStop(): Promise<void> {
  const stop = new AbortController();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  await Promise.race(
    signals.map((signal) => once(process, signal, { signal: stop.signal }).catch(() => undefined)),
  );
  stop.abort();
}

function portOption(value: string): number {
  const port = wholeOption('--port', value);
  if (port > 65_535)
    throw new CommandFailure({
      code: 'unusable-value',
      field: '--port',
      value,
      expected: 'a port from 1 to 65535',
    });
  return port;
}

/** The built pages in memory. @throws CommandFailure when they cannot be read. */
function readPages(): ReturnType<typeof readAssets> {
  try {
    return readAssets(ASSETS_FOLDER);
  } catch (error) {
    throw error instanceof HostError ? new CommandFailure(error.failure) : error;
  }
}
