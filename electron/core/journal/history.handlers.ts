import type { JournalEntry } from '#electron/db/journal.ts';
import type { HistoryJump } from '#shared/contract/answers.ts';
import { findProblems } from '#electron/db/integrity.ts';
import { Refusal, type Handlers } from '../context.ts';

export const historyHandlers: Pick<
  Handlers,
  Extract<keyof Handlers, `history.${string}` | 'database.check'>
> = {
  'history.read': ({ journal }, { planId }) => journal.entries(planId ?? null),

  'history.undo': ({ journal }) => moved(journal.undo(), 'nothing-to-undo'),

  'history.redo': ({ journal }) => moved(journal.redo(), 'nothing-to-redo'),

  'history.jump': ({ journal }, { seq }) => {
    const outcome = journal.jump(seq);
    if (!outcome) throw new Refusal({ code: 'unknown-step', seq });
    const { entries, changed } = outcome;
    const undone = entries.filter((entry) => entry.undone).length;
    const moved: HistoryJump & { changed: string[] } = {
      undone,
      redone: entries.length - undone,
      last: entries.at(-1) ?? null,
      changed,
    };
    return moved;
  },

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
