import type { App } from '#electron/core/app.ts';
import type { Action } from './route.ts';

export interface BackupParts {
  app: Pick<App, 'copies' | 'restore'>;
  /** Ends work that was begun on the data that is about to go. */
  stopJobs: () => void;
  /** Shows a file in the system's file manager; left out where there is none. */
  show?: (file: string) => void;
}

type Names = 'data.read' | 'data.show' | 'backup.create' | 'backup.preview' | 'backup.restore';

/** What the page may do with the copies of the database, on every host. What goes wrong is thrown with its code. */
export function createBackupActions({ app, stopJobs, show }: BackupParts): { [N in Names]: Action<N> } {
  return {
    'data.read': async () => ({ ok: true, value: { ...app.copies.state(), canShow: show !== undefined } }),
    'data.show': async () => {
      if (!show) return { ok: false, error: { code: 'unknown-command', name: 'data.show' } };
      // The page cannot say which file: it is the database and nothing else.
      show(app.copies.state().file);
      return { ok: true, value: null };
    },
    'backup.create': async () => ({ ok: true, value: app.copies.create('by-hand') }),
    'backup.preview': async ({ id }) => ({ ok: true, value: app.copies.preview(id) }),
    'backup.restore': async ({ id }) => {
      stopJobs();
      return { ok: true, value: { replaced: app.restore(id) } };
    },
  };
}
