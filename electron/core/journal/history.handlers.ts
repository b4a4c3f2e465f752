import type { JournalEntry } from '#electron/db/journal.ts';
import { findProblems } from '#electron/db/integrity.ts';
import { Refusal, type Handlers } from '../context.ts';

export const historyHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `history.${string}` | 'database.check'>
> = {
  'history.read': ({ journal }, { planId }) => journal.entries(planId ?? null),

  'history.undo': ({ journal }) => moved(journal.undo(), 'nothing-to-undo'),

  'history.redo': ({ journal }) => moved(journal.redo(), 'nothing-to-redo'),

  'database.check': ({ db }) => {
    const problems = findProblems(db, 'full');
    return { ok: problems.length === 0, problems };
  },
};

/** The entry with what it changed, which dispatch needs for its reply. */
function moved(
  outcome: { entry: JournalEntry; changed: string[] } | null,
  code: 'nothing-to-undo' | 'nothing-to-redo',
): JournalEntry & { changed: string[] } {
  if (!outcome) throw new Refusal({ code });
  return { ...outcome.entry, changed: outcome.changed };
}
