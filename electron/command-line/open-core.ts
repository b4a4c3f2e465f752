import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createApp, type App } from '#electron/core/app.ts';
import type { Log } from '#electron/core/context.ts';
import { failureOf } from '#electron/db/failure.ts';
import { sealFileOf } from '#electron/db/seal.ts';
import type { IsoDate } from '#shared/domain/time/day.ts';
import { CommandFailure } from './command.ts';

/** Opens the core for the command line. @throws CommandFailure when the database cannot be opened. */
export function openCore(
  { dbFile, version, clockToday }: { dbFile: string; version: string; clockToday: () => IsoDate },
  create: boolean,
  log: Log = () => undefined,
): App {
  try {
    return createApp({
      dbFile,
      create,
      clock: { today: clockToday, now: () => new Date().toISOString() },
      newId: randomUUID,
      log,
      version,
    });
  } catch (error) {
    const failure = failureOf(error, dbFile);
    throw failure ? new CommandFailure(failure) : error;
  }
}

/** Closes the core of a command that was refused, which leaves nothing behind: not even the database made for it. */
export function closeRefused(app: App, dbFile: string): void {
  app.close();
  if (app.created) for (const file of [dbFile, sealFileOf(dbFile)]) rmSync(file, { force: true });
}
