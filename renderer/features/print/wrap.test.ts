import { describe, expect, it } from 'vitest';
import { lineCount } from './wrap.ts';

/** Every letter is one wide. */
const measure = (text: string) => text.length;

describe('the lines a text takes', () => {
  it.each([
    ['a word', 'Ethics', 6, 1],
    ['words that just fit', 'Health Care', 11, 1],
    ['words that do not', 'Health Care', 10, 2],
    ['a word wider than the line', 'Administration', 5, 3],
    ['a wide word after a short one', 'an Administration', 5, 4],
    ['what goes on behind a broken word', 'Administration of it', 5, 4],
    ['a space that does not break', 'May 6 –\u00a02028', 8, 2],
    ['nothing', '', 5, 1],
  ])('%s', (_what, text, width, lines) => expect(lineCount(text, width, measure)).toBe(lines));
});
