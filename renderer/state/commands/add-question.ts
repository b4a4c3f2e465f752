import type { ItemKind } from '#shared/domain/plan/items.ts';
import type { AddItemQuestion } from '../questions.ts';
import type { Session } from '../session.svelte.ts';

/** What a new thing most likely belongs to: the program of what is selected, or the first one. */
export function likelyProgram({ selected, document }: Session): string | null {
  if (selected?.kind === 'program') return selected.id;
  if (selected?.programId) return selected.programId;
  return document?.items.find(({ kind }) => kind === 'program')?.id ?? null;
}

/** The question about a new item of a kind, with what it most likely belongs to. */
export function addQuestion(session: Session, item: ItemKind): AddItemQuestion {
  const { selected } = session;
  const termId = item === 'course' && selected?.kind === 'term' ? selected.id : null;
  return { kind: 'add-item', item, programId: item === 'program' ? null : likelyProgram(session), termId };
}

/** Why an item of a kind cannot be added now. */
export function whyNotAdd(session: Session, item: ItemKind): string | null {
  if (session.document === null) return 'Open a plan first.';
  // A term and a course are always part of a program.
  if ((item === 'term' || item === 'course') && likelyProgram(session) === null)
    return 'Add a program first.';
  return null;
}
