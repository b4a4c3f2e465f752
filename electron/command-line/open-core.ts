import { randomUUID } from 'node:crypto';
import { createApp, type App } from '#electron/core/app.ts';
import type { Log } from '#electron/core/context.ts';
import { failureOf } from '#electron/db/failure.ts';
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
