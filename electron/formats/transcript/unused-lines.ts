import type { UnusedLine } from '#shared/contract/answers.ts';
import type { LineProblem } from '#shared/domain/transcript/types.ts';
import { transcriptSentence } from '#shared/words/transcripts.ts';

/** The lines of a transcript that were not used, or only in part, in order, each with its sentence. */
export function unusedLines(problems: readonly LineProblem[]): UnusedLine[] {
  return problems
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, problem }) => ({ line, reason: transcriptSentence(problem) }));
}
