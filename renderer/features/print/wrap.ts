import type { MeasureText } from '#shared/domain/layout/ticks.ts';

/**
 * How many lines a text takes in `width` pixels, never fewer than the browser will need: it breaks at plain spaces
 * only, and inside a word that is wider than the line.
 */
export function lineCount(text: string, width: number, measure: MeasureText): number {
  const space = measure(' ');
  let lines = 1;
  let used = 0;
  for (const word of text.split(/[ \t\n]+/)) {
    const length = measure(word);
    if (used > 0 && used + space + length > width) {
      lines += 1;
      used = 0;
    }
    if (length <= width) {
      used += (used > 0 ? space : 0) + length;
      continue;
    }
    const pieces = brokenWord(word, width, measure);
    lines += pieces.lines - 1;
    used = pieces.lastWidth;
  }
  return lines;
}

function brokenWord(word: string, width: number, measure: MeasureText): { lines: number; lastWidth: number } {
  let lines = 1;
  let used = 0;
  for (const letter of word) {
    const length = measure(letter);
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    used += length;
  }
  return { lines, lastWidth: used };
}
