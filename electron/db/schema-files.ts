import { readMigrations } from './migrate.ts';

/** The migrations of this version, built into the program so that no path can be wrong at run time. */
export const MIGRATIONS = readMigrations(
  import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
);
