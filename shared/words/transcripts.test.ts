import { expect, it } from 'vitest';
import type { TranscriptProblem } from '#shared/domain/transcript/types.ts';
import { transcriptSentence } from './transcripts.ts';

const problems: { [C in TranscriptProblem['code']]: TranscriptProblem & { code: C } } = {
  'not-a-course': { code: 'not-a-course', text: 'Dean’s List' },
  total: { code: 'total', text: 'Term GPA 3.70' },
  'columns-unknown': { code: 'columns-unknown', names: ['Instructor', 'Room'] },
  'cells-unused': { code: 'cells-unused', cells: ['Miami Campus'] },
  'quotes-odd': { code: 'quotes-odd' },
  'text-cut': { code: 'text-cut', column: 'Title', limit: 300 },
  'credits-unknown': { code: 'credits-unknown', value: '3-Jan' },
  'term-unknown': { code: 'term-unknown', value: 'soon' },
  'grade-unknown': { code: 'grade-unknown', value: 'Q9' },
  'no-result': { code: 'no-result' },
  'only-planned': { code: 'only-planned' },
  'row-repeated': { code: 'row-repeated', line: 7 },
  'too-many': { code: 'too-many', limit: 1000 },
};

it.each(Object.values(problems))('$code: is one sentence with what the line holds', (problem) => {
  const sentence = transcriptSentence(problem);
  expect(sentence).toMatch(/^[A-Z“].*\.$/);
  expect(sentence).not.toMatch(/undefined|\[object/);
  for (const value of Object.values(problem).flat())
    if (typeof value === 'string' && value !== problem.code) expect(sentence).toContain(value);
});
