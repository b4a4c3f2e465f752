import type { Notice } from '#renderer/state/notices.svelte.ts';
import { commandText, doneText, jumpText, lowerFirst } from '#shared/words/commands.ts';
import { sentenceFor } from '#shared/words/failures.ts';
import { quoted } from '#shared/words/numbers.ts';

/** A notice as a sentence. */
export function noticeText(notice: Notice): string {
  switch (notice.kind) {
    case 'failure':
      return sentenceFor(notice.failure);
    case 'done':
      return `${doneText(notice.command, notice.subject)}.`;
    case 'undone':
      return `Undone: ${lowerFirst(commandText(notice.command, notice.subject))}.`;
    case 'redone':
      return `Done again: ${lowerFirst(commandText(notice.command, notice.subject))}.`;
    case 'jumped':
      return jumpText(notice);
    case 'links-decide':
      return `${quoted(notice.title)} cannot start that early: what comes before it decides. Its own first day was cleared.`;
    case 'saved':
      return `Saved ${notice.file}.`;
  }
}
