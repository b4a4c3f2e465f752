import type { TranscriptProblem } from '#shared/domain/transcript/types.ts';
import { formatNumber, quoted, shortListOf } from './numbers.ts';
import { shorten } from './shorten.ts';

/** What became of a line of a transcript that was not used, or only in part, as one sentence. */
export function transcriptSentence(problem: TranscriptProblem): string {
  switch (problem.code) {
    case 'not-a-course':
      return `${quoted(shorten(problem.text))} is neither a course nor a term, so the line was not used.`;
    case 'total':
      return `${quoted(shorten(problem.text))} is a total or an average, which follows from the courses.`;
    case 'columns-unknown':
      return `What is below ${list(problem.names)} is not needed here and was not used.`;
    case 'cells-unused':
      return `${list(problem.cells)} ${problem.cells.length === 1 ? 'is' : 'are'} in no known column and not used.`;
    case 'quotes-odd':
      return 'A quotation mark has no other half here, so cells may have been cut in the wrong places.';
    case 'text-cut':
      return `${quoted(problem.column)} is too long; its first ${formatNumber(problem.limit)} characters were used.`;
    case 'credits-unknown':
      return `${quoted(shorten(problem.value))} is not a number of credits, so it was not used.`;
    case 'term-unknown':
      return `${quoted(shorten(problem.value))} names no term, such as “Fall 2026”, so it was not used.`;
    case 'grade-unknown':
      return `${quoted(shorten(problem.value))} is not a grade that is known here, so it was not used.`;
    case 'no-result':
      return 'There is no grade, and the term is over or not named, so the course was left as it is; add a grade or a word such as “completed”.';
    case 'only-planned':
      return 'The course is only planned there, so it was left as it is.';
    case 'row-repeated':
      return `The same course, term and grade are on line ${problem.line}, so the line was not used.`;
    case 'too-many':
      return `A transcript can have ${formatNumber(problem.limit)} courses; this one is beyond that and was not used.`;
  }
}

function list(texts: readonly string[]): string {
  return shortListOf(texts.map((text) => quoted(shorten(text))));
}
